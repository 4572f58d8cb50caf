import type { Problem } from '../../base/problem';
import type { Result } from '../../base/result';
import type { SampleArray } from '../decoded-frame';
import type { ImageDescription } from '../image-description';

export interface CodecInput {
  /** The frame as `readFrameBytes` gives it. */
  readonly bytes: Uint8Array;
  readonly image: ImageDescription;
  /** A path in the archive, for problems. */
  readonly where: string;
}

/** A frame as its codec gives it: whole cells, before Bits Stored, High Bit and sign are applied. */
export interface RawFrame {
  /** Rows x columns x samples per pixel, interleaved. */
  readonly samples: SampleArray;
  /** True where the codec turned YBR into RGB. */
  readonly isRgb: boolean;
  /** What is wrong with a stream of which there is a picture all the same. */
  readonly problems: readonly Problem[];
}

export type Decode = (input: CodecInput) => Promise<Result<RawFrame>>;
