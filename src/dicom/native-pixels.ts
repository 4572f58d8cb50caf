/** What the length of native Pixel Data depends on (PS3.5 8.1.1, PS3.3 C.7.6.3). */
export interface PixelExtent {
  readonly rows: number;
  readonly columns: number;
  readonly samplesPerPixel: number;
  readonly bitsAllocated: number;
  readonly numberOfFrames: number;
  /** Two pixels of a row share their colour: YBR_FULL_422 and YBR_PARTIAL_422. */
  readonly isSubsampled: boolean;
}

/** Bytes of all frames, which follow each other without padding. */
export function nativeValueBytes(image: PixelExtent): number {
  return Math.ceil((nativeFrameBits(image) * image.numberOfFrames) / 8);
}

/** Of one frame. */
export function nativeFrameBits(image: Omit<PixelExtent, 'numberOfFrames'>): number {
  const { rows, columns, samplesPerPixel, bitsAllocated, isSubsampled } = image;
  const samples = isSubsampled ? rows * Math.ceil(columns / 2) * 4 : rows * columns * samplesPerPixel;
  return samples * bitsAllocated;
}
