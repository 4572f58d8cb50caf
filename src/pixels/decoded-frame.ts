export type SampleArray =
  | Int8Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>
  | Int16Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/**
 * One frame, decompressed. `samples` is row-major with the samples of a pixel interleaved
 * (rows x columns x samplesPerPixel): stored values (Bits Stored bits up to High Bit, sign-extended),
 * before the modality LUT.
 */
export interface DecodedFrame {
  readonly rows: number;
  readonly columns: number;
  readonly samplesPerPixel: 1 | 3;
  /** What the samples mean after decoding; a codec may have turned YBR into RGB. */
  readonly colourSpace: 'MONOCHROME1' | 'MONOCHROME2' | 'RGB' | 'YBR_FULL' | 'YBR_PARTIAL' | 'PALETTE COLOR';
  readonly samples: SampleArray;
  /** Smallest and largest sample (of monochrome; 0 and the maximum for colour). */
  readonly min: number;
  readonly max: number;
}

/** A window as the file gives it (PS3.3 C.11.2.1.2). */
export interface Window {
  readonly center: number;
  readonly width: number;
  readonly explanation: string;
}

/** An item of the Modality LUT Sequence or the VOI LUT Sequence (PS3.3 C.11.1.1 and C.11.2.1.1). */
export interface LookupTable {
  /** The input of the first entry. What is below it has the first entry too, what is past the last one the last. */
  readonly first: number;
  /** At least one. */
  readonly entries: Uint16Array<ArrayBuffer>;
  /** The output goes from 0 to 2^bits - 1. */
  readonly bits: number;
  /** LUT Explanation: `NORMAL`; '' where there is none. */
  readonly explanation: string;
}

/** The Modality LUT: from a stored value to one that has a meaning (PS3.3 C.11.1). */
export type ModalityTransform =
  | { readonly kind: 'rescale'; readonly slope: number; readonly intercept: number }
  | { readonly kind: 'lut'; readonly lut: LookupTable };

/** What turns stored values into grey values: Modality LUT, VOI, Presentation LUT Shape (PS3.3 C.11, PS3.4 N.2). */
export interface GreyTransform {
  readonly modality: ModalityTransform;
  /** What a value after the modality LUT is: `HU`, `BQML`, …; '' where the file does not say. */
  readonly unit: string;
  /** Each of them of a width that its function allows. */
  readonly windows: readonly Window[];
  /** Alternatives to the windows, and to each other (PS3.3 C.11.2). */
  readonly voiLuts: readonly LookupTable[];
  readonly voiFunction: 'LINEAR' | 'LINEAR_EXACT' | 'SIGMOID';
  /** Presentation LUT Shape is INVERSE: the smallest value is white, as MONOCHROME1 says too. */
  readonly isInverse: boolean;
  /** Pixel Padding Value (and Range Limit) as stored values, or null: no part of the image (PS3.3 C.7.5.1.1.2). */
  readonly padding: { readonly low: number; readonly high: number } | null;
}

/**
 * PALETTE COLOR lookup tables, expanded to 8 bits, by stored value from `first` (PS3.3 C.7.6.3.1.5). Supplemental ones
 * of a MONOCHROME2 image colour the values from `first` on; those below are grey (C.8.16.2.1.1.1).
 */
export interface Palette {
  readonly first: number;
  readonly red: Uint8Array<ArrayBuffer>;
  readonly green: Uint8Array<ArrayBuffer>;
  readonly blue: Uint8Array<ArrayBuffer>;
}
