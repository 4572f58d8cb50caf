import type { SampleArray } from './decoded-frame';
import type { ImageDescription } from './image-description';

type StoredBits = Pick<
  ImageDescription,
  'sampleType' | 'bitsAllocated' | 'bitsStored' | 'highBit' | 'isSigned'
>;

/**
 * Cells to stored values: Bits Stored bits up to High Bit, sign-extended where Pixel Representation is signed
 * (PS3.5 8.1.1), in the narrowest array that holds them. Floating point samples are what they are.
 */
export function toStoredValues(cells: SampleArray, stored: StoredBits): SampleArray {
  if (stored.sampleType !== 'integer') return cells;
  const { bitsStored, highBit, isSigned } = stored;
  const values = newStoredValues(cells.length, bitsStored, isSigned);
  if (highBit === bitsStored - 1 && bitsStored === values.BYTES_PER_ELEMENT * 8) {
    // All bits of a value are stored: the array's own conversion takes them, modulo 2^bits.
    values.set(cells);
    return values;
  }
  const left = 31 - highBit;
  const right = 32 - bitsStored;
  for (let index = 0; index < cells.length; index++) {
    const atTop = (cells[index] ?? 0) << left;
    values[index] = isSigned ? atTop >> right : atTop >>> right;
  }
  return values;
}

function newStoredValues(length: number, bitsStored: number, isSigned: boolean) {
  if (bitsStored <= 8) return isSigned ? new Int8Array(length) : new Uint8Array(length);
  if (bitsStored <= 16) return isSigned ? new Int16Array(length) : new Uint16Array(length);
  return isSigned ? new Int32Array(length) : new Uint32Array(length);
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
