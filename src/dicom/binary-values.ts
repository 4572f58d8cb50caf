import dicomParser, { type ByteArrayParser, type DataSet, type Element } from 'dicom-parser';
import { formatTag, tagKey } from './tag';

/** VRs of numbers, and their bytes (PS3.5 6.2). */
const NUMBER_BYTES = { US: 2, SS: 2, UL: 4, SL: 4, FL: 4, FD: 8, UV: 8, SV: 8 } as const;

export type NumberVr = keyof typeof NUMBER_BYTES;

export function isNumberVr(vr: string): vr is NumberVr {
  return Object.hasOwn(NUMBER_BYTES, vr);
}

/** Whole values in the value field; bytes left over at its end do not count. */
export function countNumbers({ length }: { readonly length: number }, vr: NumberVr): number {
  return Math.floor(length / NUMBER_BYTES[vr]);
}

/** At most `limit` values of an element as VR `vr`, as far as they were read; UV and SV as bigint. */
export function readNumbers(
  dataSet: DataSet,
  element: Element,
  vr: NumberVr,
  limit = Infinity,
): (number | bigint)[] {
  const parser = element.parser ?? dataSet.byteArrayParser;
  const count = Math.min(countNumbers(valueBytes(dataSet, element), vr), limit);
  return Array.from({ length: count }, (_, index) =>
    readNumber(parser, dataSet.byteArray, element.dataOffset + index * NUMBER_BYTES[vr], vr),
  );
}

function readNumber(parser: ByteArrayParser, bytes: Uint8Array, at: number, vr: NumberVr): number | bigint {
  switch (vr) {
    case 'US':
      return parser.readUint16(bytes, at);
    case 'SS':
      return parser.readInt16(bytes, at);
    case 'UL':
      return parser.readUint32(bytes, at);
    case 'SL':
      return parser.readInt32(bytes, at);
    case 'FL':
      return parser.readFloat(bytes, at);
    case 'FD':
      return parser.readDouble(bytes, at);
    case 'UV':
      return readUint64(parser, bytes, at);
    case 'SV':
      return BigInt.asIntN(64, readUint64(parser, bytes, at));
  }
}

function readUint64(parser: ByteArrayParser, bytes: Uint8Array, at: number): bigint {
  const first = BigInt(parser.readUint32(bytes, at));
  const second = BigInt(parser.readUint32(bytes, at + 4));
  const isBigEndian = parser === dicomParser.bigEndianByteArrayParser;
  return isBigEndian ? (first << 32n) | second : (second << 32n) | first;
}

/** As text; a float of four bytes with no more digits than it takes to tell it from the next one: `0.1`. */
export function formatNumber(value: number | bigint, vr: NumberVr): string {
  if (vr !== 'FL' || typeof value === 'bigint' || !Number.isFinite(value)) return String(value);
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(Number(value.toPrecision(9)));
}

/** At most `limit` values of VR AT: `(0018,1063)`. */
export function readTags(dataSet: DataSet, element: Element, limit = Infinity): string[] {
  const parser = element.parser ?? dataSet.byteArrayParser;
  const count = Math.min(valueBytes(dataSet, element).length >> 2, limit);
  return Array.from({ length: count }, (_, index) => {
    const at = element.dataOffset + index * 4;
    const group = parser.readUint16(dataSet.byteArray, at);
    return formatTag(tagKey(group * 0x10000 + parser.readUint16(dataSet.byteArray, at + 2)));
  });
}

/** The first bytes in hexadecimal: `4D 5A 90`. */
export function formatBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
}

export function valueBytes({ byteArray }: DataSet, { dataOffset, length }: Element): Uint8Array {
  return byteArray.subarray(dataOffset, dataOffset + length);
}
