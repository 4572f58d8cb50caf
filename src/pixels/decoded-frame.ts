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
  readonly colourSpace: 'MONOCHROME1' | 'MONOCHROME2' | 'RGB' | 'YBR_FULL' | 'PALETTE COLOR';
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

/** What turns stored values into grey values: Modality LUT or rescale, then VOI (PS3.3 C.11.1 and C.11.2). */
export interface GreyTransform {
  readonly slope: number;
  readonly intercept: number;
  /** What a value after the modality LUT is: `HU`, `BQML`, …; '' where the file does not say. */
  readonly unit: string;
  readonly windows: readonly Window[];
  readonly voiFunction: 'LINEAR' | 'LINEAR_EXACT' | 'SIGMOID';
  /** Pixel Padding Value (and Range Limit) as stored values, or null: left out of the automatic window. */
  readonly padding: { readonly low: number; readonly high: number } | null;
}

/** PALETTE COLOR lookup tables, expanded to 8 bits, by stored value from `first` (PS3.3 C.7.6.3.1.5). */
export interface Palette {
  readonly first: number;
  readonly red: Uint8Array<ArrayBuffer>;
  readonly green: Uint8Array<ArrayBuffer>;
  readonly blue: Uint8Array<ArrayBuffer>;
}
