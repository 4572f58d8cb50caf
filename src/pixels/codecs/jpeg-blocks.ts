import type { EntropyReader } from './entropy-reader';
import type { HuffmanTable } from './huffman-table';

/** One component while a scan is decoded. */
export interface ScanComponent {
  /** Of all of its blocks, 64 each, row by row; quantized. */
  readonly coefficients: Int16Array;
  readonly dc: HuffmanTable;
  readonly ac: HuffmanTable;
  /** The DC coefficient of the block before. */
  prediction: number;
}

/** A scan while it is decoded, see `ScanHeader`. */
export interface BlockScan {
  readonly spectralStart: number;
  readonly spectralEnd: number;
  readonly approximationLow: number;
  reader: EntropyReader;
  /** How many blocks are still without coefficients in this band (ITU-T T.81 G.1.2.2). */
  endOfBandRun: number;
}

/** Decodes what a scan has of one block, whose coefficients begin at `offset`. */
export type DecodeBlock = (scan: BlockScan, component: ScanComponent, offset: number) => void;

/**
 * Where a coefficient is in its block, by its zigzag number (figure A.6). A run in damaged data may lead up to 15
 * behind the last: these are the last.
 */
export const ZIGZAG = Uint8Array.of(
  ...[0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48],
  ...[41, 34, 27, 20, 13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23],
  ...[30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63],
  ...Array.from({ length: 16 }, () => 63),
);

/** Run of 16 zeros, without a coefficient behind it. */
const ZERO_RUN = 15;

/** F.2.2: all coefficients of a block. */
export function decodeSequentialBlock(scan: BlockScan, component: ScanComponent, offset: number): void {
  const { reader } = scan;
  const { coefficients, ac } = component;
  decodeDc(scan, component, offset);
  for (let k = 1; k < 64; k++) {
    const symbol = reader.readSymbol(ac);
    const run = symbol >> 4;
    const size = symbol & 15;
    if (size === 0 && run < ZERO_RUN) return;
    k += run;
    if (size > 0) coefficients[offset + (ZIGZAG[k] ?? 0)] = reader.readSigned(size);
  }
}

/** F.2.2.1, G.1.2.1: the difference from the block before, without the bits that later scans give. */
export function decodeDc(scan: BlockScan, component: ScanComponent, offset: number): void {
  const { reader, approximationLow } = scan;
  component.prediction += reader.readSigned(reader.readSymbol(component.dc));
  component.coefficients[offset] = component.prediction << approximationLow;
}

/** G.1.2.1: one more bit of the DC coefficient. */
export function refineDc(scan: BlockScan, { coefficients }: ScanComponent, offset: number): void {
  const bit = scan.reader.readBits(1) << scan.approximationLow;
  coefficients[offset] = (coefficients[offset] ?? 0) | bit;
}

/** G.1.2.2: coefficients of a band, without the bits that later scans give. */
export function decodeAc(scan: BlockScan, { coefficients, ac }: ScanComponent, offset: number): void {
  const { reader, spectralStart, spectralEnd, approximationLow } = scan;
  if (scan.endOfBandRun > 0) {
    scan.endOfBandRun -= 1;
    return;
  }
  for (let k = spectralStart; k <= spectralEnd; k++) {
    const symbol = reader.readSymbol(ac);
    const run = symbol >> 4;
    const size = symbol & 15;
    if (size === 0 && run < ZERO_RUN) {
      scan.endOfBandRun = (1 << run) - 1 + reader.readBits(run);
      return;
    }
    k += run;
    if (size > 0) coefficients[offset + (ZIGZAG[k] ?? 0)] = reader.readSigned(size) << approximationLow;
  }
}

/** G.1.2.3: one more bit of each coefficient of a band that is not zero, and those that become ±1 with it. */
export function refineAc(scan: BlockScan, { coefficients, ac }: ScanComponent, offset: number): void {
  const { reader, spectralStart, spectralEnd, approximationLow } = scan;
  let k = spectralStart;
  while (k <= spectralEnd && scan.endOfBandRun === 0) {
    const symbol = reader.readSymbol(ac);
    const run = symbol >> 4;
    const isNew = (symbol & 15) !== 0;
    if (!isNew && run < ZERO_RUN) {
      scan.endOfBandRun = (1 << run) + reader.readBits(run);
      break;
    }
    const value = !isNew ? 0 : (reader.readBits(1) === 1 ? 1 : -1) << approximationLow;
    k = refineUpToZero(scan, coefficients, { offset, from: k, zeros: run });
    if (isNew && k <= spectralEnd) coefficients[offset + (ZIGZAG[k] ?? 0)] = value;
    k += 1;
  }
  if (scan.endOfBandRun > 0) {
    refineUpToZero(scan, coefficients, { offset, from: k, zeros: 64 });
    scan.endOfBandRun -= 1;
  }
}

/** Refines up to the zero behind so many zeros, or the end of the band; returns where it came to. */
function refineUpToZero(
  { reader, spectralEnd, approximationLow }: BlockScan,
  coefficients: Int16Array,
  way: { readonly offset: number; readonly from: number; readonly zeros: number },
): number {
  let { zeros } = way;
  let k = way.from;
  for (; k <= spectralEnd; k++) {
    const index = way.offset + (ZIGZAG[k] ?? 0);
    const coefficient = coefficients[index] ?? 0;
    if (coefficient === 0) {
      if (zeros === 0) break;
      zeros -= 1;
    } else if (reader.readBits(1) === 1) {
      const bit = 1 << approximationLow;
      coefficients[index] = coefficient > 0 ? coefficient + bit : coefficient - bit;
    }
  }
  return k;
}
