import type { ImageDescription, PixelData } from './image-description';

type Native = Extract<PixelData, { kind: 'native' }>;

/** Bytes of a frame; rounded up where it is packed in bits. */
export function nativeFrameBytes(image: ImageDescription): number {
  return Math.ceil(nativeFrameBits(image) / 8);
}

function nativeFrameBits({
  rows,
  columns,
  samplesPerPixel,
  bitsAllocated,
  isSubsampled,
}: ImageDescription): number {
  const samples = isSubsampled ? rows * Math.ceil(columns / 2) * 4 : rows * columns * samplesPerPixel;
  return samples * bitsAllocated;
}

/**
 * The cells of a frame in little endian, in memory of their own; `actualBytes` of them are in `value`. Frames of
 * 1 bit follow each other without padding (PS3.5 8.1.1): such a frame is shifted to start with a byte.
 */
export function copyNativeFrame(
  value: Uint8Array,
  image: ImageDescription,
  native: Native,
  frameIndex: number,
): { readonly bytes: Uint8Array; readonly actualBytes: number } {
  const bits = nativeFrameBits(image);
  const startBit = bits * frameIndex;
  const start = Math.floor(startBit / 8);
  const end = Math.ceil((startBit + bits) / 8);
  const copy = copyInLittleEndian({ value, start, end, unit: swapUnit(image, native) });
  const frame = startBit % 8 === 0 ? copy : shiftBits(copy, startBit % 8);
  const actualBytes = Math.max(0, Math.min(end, value.length) - start);
  return { bytes: frame.subarray(0, Math.ceil(bits / 8)), actualBytes };
}

/** How many bytes are swapped among each other. */
function swapUnit({ bitsAllocated }: ImageDescription, { byteOrder, vr }: Native): number {
  if (byteOrder === 'little') return 1;
  if (bitsAllocated > 8) return bitsAllocated / 8;
  return vr === 'OW' ? 2 : 1;
}

function copyInLittleEndian(range: {
  readonly value: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly unit: number;
}): Uint8Array {
  const { value, start, end, unit } = range;
  const copy = new Uint8Array(end - start);
  if (unit === 1) {
    copy.set(value.subarray(start, end));
    return copy;
  }
  // The units count from the start of the value: a frame of an odd number of bytes can start inside one.
  for (let index = start; index < end; index++) {
    const swapped = index - (index % unit) + (unit - 1 - (index % unit));
    copy[index - start] = value[swapped] ?? 0;
  }
  return copy;
}

/** Bits are numbered from the least significant one of each byte. */
function shiftBits(bytes: Uint8Array, shift: number): Uint8Array {
  return bytes.map((byte, index) => (byte >> shift) | ((bytes[index + 1] ?? 0) << (8 - shift)));
}
