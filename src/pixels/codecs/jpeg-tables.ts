import { buildHuffmanTable, type HuffmanTable } from './huffman-table';
import { MARKER, type Segment } from '../../base/jpeg-segments';

/** What the segments before a scan have set; each may be set anew between scans (ITU-T T.81 B.2.4). */
export interface JpegTables {
  /** By table, in zigzag order. */
  readonly quantization: Map<number, Uint16Array>;
  readonly dc: Map<number, HuffmanTable>;
  readonly ac: Map<number, HuffmanTable>;
  /** In MCUs; 0: the scan is not divided. */
  restartInterval: number;
}

export function createTables(): JpegTables {
  return { quantization: new Map(), dc: new Map(), ac: new Map(), restartInterval: 0 };
}

/** Takes over what a DQT, DHT or DRI segment says; others say nothing. */
export function applySegment(tables: JpegTables, { marker, body }: Segment): void {
  if (marker === MARKER.DQT) readQuantizationTables(tables, body);
  if (marker === MARKER.DHT) readHuffmanTables(tables, body);
  if (marker === MARKER.DRI) tables.restartInterval = (body[0] ?? 0) * 256 + (body[1] ?? 0);
}

/** B.2.4.1: 64 values of 8 or 16 bits each. */
function readQuantizationTables(tables: JpegTables, body: Uint8Array): void {
  let position = 0;
  while (position < body.length) {
    const head = body[position] ?? 0;
    const bytesPerValue = head < 0x10 ? 1 : 2;
    const values = body.subarray(position + 1, position + 1 + 64 * bytesPerValue);
    const table = Uint16Array.from({ length: 64 }, (_, index) =>
      bytesPerValue === 1
        ? (values[index] ?? 0)
        : (values[index * 2] ?? 0) * 256 + (values[index * 2 + 1] ?? 0),
    );
    tables.quantization.set(head & 15, table);
    position += 1 + 64 * bytesPerValue;
  }
}

const COUNTS = 16;
/** DC symbols are numbers of bits: more than 16 there are in no difference (F.1.2.1.1, H.1.2.2). */
const MAX_DC_SYMBOL = 16;

/** B.2.4.2: how many codes there are of each length, then the symbols. In place of one that cannot be is none. */
function readHuffmanTables({ dc, ac }: JpegTables, body: Uint8Array): void {
  let position = 0;
  while (position + 1 + COUNTS <= body.length) {
    const head = body[position] ?? 0;
    const counts = body.subarray(position + 1, position + 1 + COUNTS);
    const start = position + 1 + COUNTS;
    const end = start + counts.reduce((sum, count) => sum + count, 0);
    const symbols = body.subarray(start, end);
    const isDc = head < 0x10;
    const table = buildHuffmanTable(counts, symbols);
    const isPossible = !isDc || symbols.every((symbol) => symbol <= MAX_DC_SYMBOL);
    const tables = isDc ? dc : ac;
    if (table !== null && isPossible) tables.set(head & 15, table);
    else tables.delete(head & 15);
    position = end;
  }
}
