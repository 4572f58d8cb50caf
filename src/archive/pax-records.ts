/** Bytes of a tar, and where they are in it. */
export interface TarText {
  readonly bytes: Uint8Array;
  readonly offset: number;
}

/** What of a member's extended header matters here. */
const KEYS = [
  'path',
  'linkpath',
  'size',
  'GNU.sparse.name',
  'GNU.sparse.realsize',
  'GNU.sparse.size',
] as const;

export type PaxKey = (typeof KEYS)[number];
export type PaxRecords = ReadonlyMap<PaxKey, TarText>;

export const NO_PAX_RECORDS: PaxRecords = new Map();

const SPACE = 0x20;
const EQUALS = 0x3d;
/** More than any length within a header, and than any length of a file has. */
const MAX_LENGTH_DIGITS = 10;
const MAX_NUMBER_DIGITS = 15;

const latin1 = new TextDecoder('latin1');

/**
 * The records of an extended header, such as `12 path=abc\n` (POSIX.1-2017, pax, "pax Extended Header").
 * The length in front counts the whole record. What follows a damaged one is left out.
 */
export function parsePaxRecords({ bytes, offset }: TarText): PaxRecords {
  const records = new Map<PaxKey, TarText>();
  let at = 0;
  for (;;) {
    const digits = bytes.subarray(at, at + MAX_LENGTH_DIGITS + 1).indexOf(SPACE);
    const length = Number.parseInt(latin1.decode(bytes.subarray(at, at + Math.max(digits, 0))), 10);
    const end = at + length;
    const keyAt = at + digits + 1;
    if (digits < 1 || !(end > keyAt) || end > bytes.length) return records;
    const equals = bytes.subarray(keyAt, end).indexOf(EQUALS);
    if (equals === -1) return records;
    const valueAt = keyAt + equals + 1;
    const name = latin1.decode(bytes.subarray(keyAt, keyAt + equals));
    const key = KEYS.find((known) => known === name);
    if (key) records.set(key, { bytes: bytes.subarray(valueAt, end - 1), offset: offset + valueAt });
    at = end;
  }
}

/** Null where there is no such record, or an empty one, which takes back what was said before. */
export function findPaxValue(records: PaxRecords, key: PaxKey): TarText | null {
  const value = records.get(key);
  return value === undefined || value.bytes.length === 0 ? null : value;
}

/** Null where there is none, or no number. */
export function findPaxNumber(records: PaxRecords, key: PaxKey): number | null {
  const bytes = findPaxValue(records, key)?.bytes;
  if (bytes === undefined || bytes.length > MAX_NUMBER_DIGITS) return null;
  const text = latin1.decode(bytes);
  return /^\d+$/.test(text) ? Number(text) : null;
}
