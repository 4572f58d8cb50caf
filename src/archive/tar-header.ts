export const TAR_BLOCK_BYTES = 512;

/** In place of a compression method: the holes of a sparse file are left out of its data. */
export const TAR_SPARSE = 0xfff0;

const CHECKSUM_AT = 148;
const CHECKSUM_BYTES = 8;
const SPACE = 0x20;
const SLASH = 0x2f;
const USTAR_MAGIC = [0x75, 0x73, 0x74, 0x61, 0x72, 0x00];

/** Where the name of what a link leads to is in its header. */
export const LINK_NAME_AT = 157;

/** The header of one member (POSIX.1-2017, pax, "ustar Interchange Format"; the first tars and GNU's have most of it). */
export interface TarHeader {
  /** E.g. '0', a file; '\0' in the first tars. */
  readonly type: string;
  readonly name: Uint8Array;
  readonly linkName: Uint8Array;
  readonly bytes: number;
  /** GNU's own sparse file, type 'S': its length with its holes. */
  readonly sparseBytes: number;
  /** GNU's own sparse file: its list of data goes on in the next block. */
  readonly isSparseListContinued: boolean;
}

/** What the block at the start of `bytes` says; null where its checksum or its size is wrong. */
export function parseTarHeader(bytes: Uint8Array): TarHeader | null {
  if (bytes.length < TAR_BLOCK_BYTES) return null;
  const block = bytes.subarray(0, TAR_BLOCK_BYTES);
  if (!isChecksumRight(block)) return null;
  const memberBytes = parseNumber(block.subarray(124, 136));
  if (Number.isNaN(memberBytes)) return null;
  const type = String.fromCharCode(block[156] ?? 0);
  return {
    type,
    name: nameOf(block),
    linkName: untilNul(block.subarray(LINK_NAME_AT, 257)),
    bytes: memberBytes,
    sparseBytes: parseNumber(block.subarray(483, 495)),
    isSparseListContinued: block[482] === 1,
  };
}

/** The sum of all bytes, those of the sum itself as spaces; some early tars took them as signed. */
function isChecksumRight(block: Uint8Array): boolean {
  let sum = CHECKSUM_BYTES * SPACE;
  let highBytes = 0;
  for (let i = 0; i < TAR_BLOCK_BYTES; i++) {
    if (i === CHECKSUM_AT) i += CHECKSUM_BYTES;
    const byte = block[i] ?? 0;
    sum += byte;
    highBytes += byte >> 7;
  }
  const stated = parseNumber(block.subarray(CHECKSUM_AT, CHECKSUM_AT + CHECKSUM_BYTES));
  return stated === sum || stated === sum - 256 * highBytes;
}

/** Octal digits, which a space or a NUL may end; or, GNU's way, base 256 behind a first bit. NaN where it is neither. */
function parseNumber(field: Uint8Array): number {
  const first = field[0] ?? 0;
  if (first >= 0x80) return first === 0x80 ? parseBase256(field.subarray(1)) : NaN;
  let value = 0;
  for (let i = field.findIndex((byte) => byte !== SPACE); i >= 0 && i < field.length; i++) {
    const byte = field[i] ?? 0;
    if (byte === SPACE || byte === 0) break;
    if (byte < 0x30 || byte > 0x37) return NaN;
    value = value * 8 + byte - 0x30;
  }
  return value;
}

function parseBase256(digits: Uint8Array): number {
  const value = digits.reduce((sum, byte) => sum * 256 + byte, 0);
  return value <= Number.MAX_SAFE_INTEGER ? value : NaN;
}

/** Only POSIX has a prefix; GNU's magic ends with a space, and it has times there. */
function nameOf(block: Uint8Array): Uint8Array {
  const name = untilNul(block.subarray(0, 100));
  if (!USTAR_MAGIC.every((byte, i) => block[257 + i] === byte) || block[345] === 0) return name;
  return Uint8Array.from([...untilNul(block.subarray(345, 500)), SLASH, ...name]);
}

export function untilNul(field: Uint8Array): Uint8Array {
  const end = field.indexOf(0);
  return end === -1 ? field : field.subarray(0, end);
}
