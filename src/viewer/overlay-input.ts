import type { GreyTransform } from '../pixels/decoded-frame';
import type { Camera, Point, Size } from './camera';
import type { ImageFacts } from './image-facts';
import type { OverlayLevel } from './overlay-level';
import type { PixelValue } from './pixel-value';
import type { SeriesPlace } from './series-place';

/** Everything that the text over an image depends on. */
export interface OverlayInput {
  readonly level: OverlayLevel;
  readonly facts: ImageFacts;
  readonly grey: GreyTransform;
  readonly camera: Camera;
  /** CSS pixels. */
  readonly view: Size;
  /** Null: a colour image, which has none, or one that is seen through a VOI LUT. */
  readonly window: { readonly center: number; readonly width: number } | null;
  /** What was done to the values and is drawn over the image: `VOI LUT Applied`. */
  readonly applied: readonly string[];
  /** The largest value after the modality LUT: what 100 % is of a PET. */
  readonly largestValue: number;
  /** In image coordinates; null while the pointer is not over the image. */
  readonly pointer: (Point & { readonly value: PixelValue | null }) | null;
  readonly place: SeriesPlace;
  readonly now: Date;
  /** BCP 47, of the reader: `en-GB`. */
  readonly locale: string;
}
