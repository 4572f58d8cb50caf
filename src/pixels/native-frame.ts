import { nativeFrameBits } from '../dicom/native-pixels';
import type { ImageDescription, PixelData } from './image-description';
import { readBits } from './packed-bits';

type Native = Extract<PixelData, { kind: 'native' }>;

/** Bytes of a frame; rounded up where it is packed in bits. */
export function nativeFrameBytes(image: ImageDescription): number {
  return Math.ceil(nativeFrameBits(image) / 8);
}

/** Which bytes of the value have a frame, in whole units of what is swapped. */
export function nativeFrameRange(
  image: ImageDescription,
  native: Native,
  frameIndex: number,
): { readonly start: number; readonly end: number } {
  const bits = nativeFrameBits(image);
  const unitBits = 8 * swapUnit(image, native);
  const start = Math.floor((bits * frameIndex) / unitBits);
  const end = Math.ceil((bits * (frameIndex + 1)) / unitBits);
  return { start: (start * unitBits) / 8, end: (end * unitBits) / 8 };
}

/**
 * The cells of a frame in little endian, in memory of their own, from the bytes of its range; `actualBytes` of them
 * are in `bytes`. Frames of 1 bit follow each other without padding (PS3.5 8.1.1): such a frame is shifted to start
 * with a byte.
 */
export function copyNativeFrame(
  bytes: Uint8Array,
  image: ImageDescription,
  native: Native,
  frameIndex: number,
): { readonly bytes: Uint8Array; readonly actualBytes: number } {
  const range = nativeFrameRange(image, native, frameIndex);
  const startBit = nativeFrameBits(image) * frameIndex - 8 * range.start;
  const start = Math.floor(startBit / 8);
  const end = Math.ceil((startBit + nativeFrameBits(image)) / 8);
  const cells = copyInLittleEndian(bytes, range.end - range.start, swapUnit(image, native));
  const frame =
    startBit % 8 === 0
      ? cells.subarray(start, start + nativeFrameBytes(image))
      : readBits(cells, startBit, nativeFrameBits(image));
  const actualBytes = Math.max(0, Math.min(end, bytes.length) - start);
  return { bytes: frame, actualBytes };
}

/** How many bytes are swapped among each other. */
function swapUnit({ bitsAllocated }: ImageDescription, { byteOrder, vr }: Native): number {
  if (byteOrder === 'little') return 1;
  if (bitsAllocated > 8 && bitsAllocated % 8 === 0) return bitsAllocated / 8;
  return vr === 'OW' ? 2 : 1;
}

/** Zeros where `bytes` end early. */
function copyInLittleEndian(bytes: Uint8Array, length: number, unit: number): Uint8Array {
  const copy = new Uint8Array(length);
  if (unit === 1) {
    copy.set(bytes);
    return copy;
  }
  for (let index = 0; index < length; index++) {
    const place = index % unit;
    copy[index] = bytes[index - place + (unit - 1 - place)] ?? 0;
  }
  return copy;
}
