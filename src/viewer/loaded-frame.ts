import type { Problem } from '../base/problem';
import type { DecodedFrame, GreyTransform, Palette } from '../pixels/decoded-frame';
import type { OverlayPlane } from '../pixels/overlay-planes';
import type { Shutter } from '../pixels/shutter';
import type { ImageFacts } from './image-facts';

/** One frame of an instance with all that it takes to draw it and to write over it. */
export interface LoadedFrame {
  readonly frame: DecodedFrame;
  readonly grey: GreyTransform;
  readonly palette: Palette | null;
  /** What the file draws over this frame, and what it covers of it. */
  readonly overlays: readonly OverlayPlane[];
  readonly shutter: Shutter | null;
  readonly facts: ImageFacts;
  /** What is wrong with the file although there is a picture. */
  readonly problems: readonly Problem[];
}
