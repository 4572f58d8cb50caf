/** The size of a JPEG XL picture as it is shown (ISO/IEC 18181-1 annex D.2). */
export interface JpegXlSize {
  readonly rows: number;
  readonly columns: number;
}

/** SizeHeader and the start of ImageMetadata have at most 10 bytes. */
const HEADER_BYTES = 16;
const BOX_HEADER_BYTES = 8;
/** Width by height, by the ratio of the size header; 0 has a width of its own. */
const RATIOS: readonly (readonly [number, number])[] = [
  [1, 1],
  [12, 10],
  [4, 3],
  [3, 2],
  [16, 9],
  [5, 4],
  [2, 1],
];

/** Of a codestream, or of a file in boxes that has one; null where there is none. */
export function readJpegXlSize(bytes: Uint8Array): JpegXlSize | null {
  const codestream = findCodestream(bytes);
  if (codestream === null || codestream.length < 4) return null;
  const readBits = bitReader(codestream.subarray(2, HEADER_BYTES));
  const isSmall = readBits(1) === 1;
  const readLength = (): number => {
    if (isSmall) return (readBits(5) + 1) * 8;
    return readBits([9, 13, 18, 30][readBits(2)] ?? 0) + 1;
  };
  const height = readLength();
  const ratio = RATIOS[readBits(3) - 1];
  const width = ratio === undefined ? readLength() : Math.floor((height * ratio[0]) / ratio[1]);
  return isTransposed(readBits) ? { rows: width, columns: height } : { rows: height, columns: width };
}

/** Whether ImageMetadata has one of the orientations 5 to 8, which the decoder undoes. */
function isTransposed(readBits: (count: number) => number): boolean {
  const isAllDefault = readBits(1) === 1;
  const hasExtraFields = !isAllDefault && readBits(1) === 1;
  return hasExtraFields && readBits(3) >= 4;
}

/** Starts with 0xFF0A; in a file it is the box `jxlc`, or begins in the first `jxlp` (ISO/IEC 18181-2). */
function findCodestream(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] === 0xff) return bytes[1] === 0x0a ? bytes : null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let position = 0;
  while (position + BOX_HEADER_BYTES + 8 <= bytes.length) {
    const shortLength = view.getUint32(position);
    const type = String.fromCharCode(...bytes.subarray(position + 4, position + 8));
    const isLong = shortLength === 1;
    const start = position + BOX_HEADER_BYTES + (isLong ? 8 : 0);
    if (type === 'jxlc') return bytes.subarray(start);
    if (type === 'jxlp') return bytes.subarray(start + 4);
    const length = isLong ? Number(view.getBigUint64(position + BOX_HEADER_BYTES)) : shortLength;
    if (length < BOX_HEADER_BYTES) return null;
    position += length;
  }
  return null;
}

/** Reads numbers of up to 30 bits, least significant first; zeros behind the end. */
function bitReader(bytes: Uint8Array): (count: number) => number {
  let position = 0;
  return (count) => {
    let value = 0;
    for (let bit = 0; bit < count; bit++, position++) {
      value += (((bytes[position >> 3] ?? 0) >> (position & 7)) & 1) * 2 ** bit;
    }
    return value;
  };
}
