import type { SampleArray } from './decoded-frame';

type Bits = Uint8Array<ArrayBuffer>;

/** `count` bits from bit `start` on, in memory of their own; bits count from the least significant of each byte. */
export function readBits(bytes: Uint8Array, start: number, count: number): Bits {
  const firstByte = Math.floor(start / 8);
  const shift = start % 8;
  const bits = new Uint8Array(Math.ceil(count / 8));
  for (let index = 0; index < bits.length; index++) {
    const low = bytes[firstByte + index] ?? 0;
    const high = bytes[firstByte + index + 1] ?? 0;
    bits[index] = (low >> shift) | (high << (8 - shift));
  }
  return bits;
}

/** Bit `position` of each cell. */
export function packBits(cells: SampleArray, position: number): Bits {
  const bits = new Uint8Array(Math.ceil(cells.length / 8));
  for (let index = 0; index < cells.length; index++) {
    if ((((cells[index] ?? 0) >>> position) & 1) === 1)
      bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7));
  }
  return bits;
}

export function isBitSet(bits: Uint8Array, index: number): boolean {
  return (((bits[index >> 3] ?? 0) >> (index & 7)) & 1) === 1;
}
