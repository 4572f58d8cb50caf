import type { SampleArray } from './decoded-frame';
import type { ImageDescription } from './image-description';

type StoredBits = Pick<
  ImageDescription,
  'sampleType' | 'bitsAllocated' | 'bitsStored' | 'highBit' | 'isSigned'
>;

/**
 * Cells to stored values: Bits Stored bits up to High Bit, sign-extended where Pixel Representation is signed
 * (PS3.5 8.1.1), in the narrowest array that holds them; in the cells' own memory where all of their bits are
 * stored. Floating point samples are what they are.
 */
export function toStoredValues(cells: SampleArray, stored: StoredBits): SampleArray {
  if (stored.sampleType !== 'integer') return cells;
  const { bitsStored, highBit, isSigned } = stored;
  if (highBit === bitsStored - 1 && bitsStored === cells.BYTES_PER_ELEMENT * 8) {
    return viewStoredValues(cells.buffer, bitsStored, isSigned);
  }
  const bytesPerValue = bitsStored <= 8 ? 1 : bitsStored <= 16 ? 2 : 4;
  const values = viewStoredValues(new ArrayBuffer(cells.length * bytesPerValue), bitsStored, isSigned);
  const left = 31 - highBit;
  const right = 32 - bitsStored;
  for (let index = 0; index < cells.length; index++) {
    const atTop = (cells[index] ?? 0) << left;
    values[index] = isSigned ? atTop >> right : atTop >>> right;
  }
  return values;
}

function viewStoredValues(buffer: ArrayBuffer, bitsStored: number, isSigned: boolean): SampleArray {
  if (bitsStored <= 8) return isSigned ? new Int8Array(buffer) : new Uint8Array(buffer);
  if (bitsStored <= 16) return isSigned ? new Int16Array(buffer) : new Uint16Array(buffer);
  return isSigned ? new Int32Array(buffer) : new Uint32Array(buffer);
}

export function isSignedArray(samples: SampleArray): boolean {
  return samples instanceof Int8Array || samples instanceof Int16Array || samples instanceof Int32Array;
}

/** Smallest and largest finite sample; 0 and 0 where there is none. */
export function computeBounds(samples: SampleArray): { readonly min: number; readonly max: number } {
  let min = Infinity;
  let max = -Infinity;
  for (const sample of samples) {
    if (sample < min && sample !== -Infinity) min = sample;
    if (sample > max && sample !== Infinity) max = sample;
  }
  return min <= max ? { min, max } : { min: 0, max: 0 };
}
