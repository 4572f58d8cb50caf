import { concatenate } from '../../base/concatenate';

type Part = Uint8Array | readonly number[];

/** A box of ISO/IEC 14496-12 4.2: its length, its type, what is in it. */
export function box(type: string, ...parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const content = concatenate(parts);
  return concatenate([uint32(8 + content.length), ascii(type), content]);
}

/** A box of version 0 without flags. */
export function fullBox(type: string, ...parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  return box(type, uint32(0), ...parts);
}

/** A box of 32-bit numbers, as the tables of samples are. */
export function tableBox(type: string, numbers: readonly number[]): Uint8Array<ArrayBuffer> {
  const table = new Uint8Array(4 * numbers.length);
  const view = new DataView(table.buffer);
  numbers.forEach((number, index) => view.setUint32(4 * index, number));
  return fullBox(type, table);
}

export function uint16(value: number): readonly number[] {
  return [(value >> 8) & 0xff, value & 0xff];
}

export function uint32(value: number): readonly number[] {
  return [...uint16(value >>> 16), ...uint16(value & 0xffff)];
}

export function ascii(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

/** So many zeros. */
export function zeros(count: number): readonly number[] {
  return Array.from({ length: count }, () => 0);
}
