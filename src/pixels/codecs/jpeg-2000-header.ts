/** The main header of a JPEG 2000 codestream: SIZ and COD (ITU-T T.800 A.5.1, A.6.1). */
export interface CodestreamHeader {
  readonly rows: number;
  readonly columns: number;
  readonly components: number;
  readonly precision: number;
  readonly isSigned: boolean;
  /** True where the codec turns components into RGB: RCT or ICT, or chroma of lower resolution. */
  readonly yieldsRgb: boolean;
  /** True where components are to be transformed in a way of Part 2 (ITU-T T.801 A.3.4). */
  readonly usesPart2Transform: boolean;
  /** Of the byte with sign and precision of each component, from the start of the stream. */
  readonly depthOffsets: readonly number[];
}

/** Multiple component transformation of COD: none, or RCT and ICT; all others are of Part 2. */
const PART_1_TRANSFORMS: readonly number[] = [0, 1];

/** Boxes of a JP2 file may come before the codestream. */
const SEARCH_BYTES = 2 ** 16;
const SIZ_BYTES = 42;

/** Null where there is no codestream or it ends inside SIZ. */
export function readCodestreamHeader(bytes: Uint8Array): CodestreamHeader | null {
  const siz = findCodestream(bytes) + 2;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (siz < 2 || siz + SIZ_BYTES > bytes.length) return null;
  const components = view.getUint16(siz + 38);
  const componentDepth = view.getUint8(siz + 40);
  const transform = readComponentTransform(bytes, siz);
  return {
    columns: view.getUint32(siz + 6) - view.getUint32(siz + 14),
    rows: view.getUint32(siz + 10) - view.getUint32(siz + 18),
    components,
    precision: (componentDepth & 0x7f) + 1,
    isSigned: componentDepth >= 0x80,
    yieldsRgb: components === 3 && (transform === 1 || isSubsampled(bytes, siz)),
    usesPart2Transform: !PART_1_TRANSFORMS.includes(transform),
    depthOffsets: Array.from({ length: components }, (_, index) => siz + 40 + index * 3),
  };
}

/** The offset of SOC, which SIZ follows at once; -1 where there is none. */
function findCodestream(bytes: Uint8Array): number {
  const end = Math.min(bytes.length - 4, SEARCH_BYTES);
  for (let index = 0; index <= end; index++) {
    const isStart = bytes[index] === 0xff && bytes[index + 1] === 0x4f;
    if (isStart && bytes[index + 2] === 0xff && bytes[index + 3] === 0x51) return index;
  }
  return -1;
}

function isSubsampled(bytes: Uint8Array, siz: number): boolean {
  return bytes[siz + 44] !== 1 || bytes[siz + 45] !== 1;
}

/** 0 where there is no COD. */
function readComponentTransform(bytes: Uint8Array, siz: number): number {
  let position = siz;
  while (position + 8 < bytes.length && bytes[position] === 0xff) {
    if (bytes[position + 1] === 0x52) return bytes[position + 8] ?? 0;
    position += 2 + (bytes[position + 2] ?? 0) * 256 + (bytes[position + 3] ?? 0);
  }
  return 0;
}
