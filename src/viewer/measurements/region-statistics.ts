import type { DecodedFrame, GreyTransform } from '../../pixels/decoded-frame';
import { isPadding, modalityValue } from '../../pixels/modality-lut';
import type { Box } from './measurement';

/** Of values after the modality LUT. */
export interface RegionStatistics {
  readonly count: number;
  readonly mean: number;
  /** Of a sample (n - 1), as Horos has it; 0 of a single pixel. */
  readonly standardDeviation: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
}

export interface GreyFrame {
  readonly frame: DecodedFrame;
  readonly grey: Pick<GreyTransform, 'modality' | 'padding'>;
}

/** So many pixels of a row are summed up once, so that a region is not gone through pixel by pixel at each step. */
const BLOCK_PIXELS = 64;

/** Sums of the pixels of each block, row by row; a row is summed up when it is first asked for. */
interface BlockSums {
  readonly blocksOfRow: number;
  readonly isSummed: Uint8Array;
  readonly counts: Uint8Array;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  readonly mins: Float64Array;
  readonly maxs: Float64Array;
}

interface Totals {
  count: number;
  /** Of the differences from `origin`, and of their squares: small numbers, whose sums stay exact. */
  sum: number;
  squares: number;
  min: number;
  max: number;
}

const sumsOfFrames = new WeakMap<DecodedFrame, BlockSums>();

/**
 * Of the pixels of a grey frame whose centres lie in the oval or rectangle, on its edge included; but for padding, which
 * is no part of the image (PS3.3 C.7.5.1.1.2), and what is no number in a float image. Null where there is none.
 */
export function computeStatistics(
  image: GreyFrame,
  kind: 'oval' | 'rectangle',
  box: Box,
): RegionStatistics | null {
  const { rows } = image.frame;
  const totals = { count: 0, sum: 0, squares: 0, min: Infinity, max: -Infinity };
  const origin = originOf(image);
  const firstRow = Math.max(0, Math.ceil(box.top - 0.5));
  const lastRow = Math.min(rows - 1, Math.floor(box.top + box.height - 0.5));
  for (let row = firstRow; row <= lastRow; row++) {
    const half = (box.width / 2) * (kind === 'oval' ? ovalShare(box, row) : 1);
    addSpan(image, { row, middle: box.left + box.width / 2, half, origin }, totals);
  }
  return totals.count === 0 ? null : statisticsOf(totals, origin);
}

/** A value of the image that the others are not far from. */
function originOf(image: GreyFrame): number {
  return modalityValue(image.grey, image.frame.min);
}

/** How wide an oval is at the middle of a row, of its full width. */
function ovalShare({ top, height }: Box, row: number): number {
  const fromMiddle = (row + 0.5 - top - height / 2) / (height / 2);
  return Math.sqrt(Math.max(0, 1 - fromMiddle * fromMiddle));
}

function statisticsOf({ count, sum, squares, min, max }: Totals, origin: number): RegionStatistics {
  const variance = count > 1 ? Math.max(0, squares - (sum * sum) / count) / (count - 1) : 0;
  return {
    count,
    mean: origin + sum / count,
    standardDeviation: Math.sqrt(variance),
    sum: origin * count + sum,
    min,
    max,
  };
}

/** Adds the pixels of a row whose centres are at most `half` from `middle`: whole blocks, and single ones beside them. */
function addSpan(
  image: GreyFrame,
  span: { readonly row: number; readonly middle: number; readonly half: number; readonly origin: number },
  totals: Totals,
): void {
  const { columns } = image.frame;
  const { row, middle, half, origin } = span;
  const first = Math.max(0, Math.ceil(middle - half - 0.5));
  const end = Math.min(columns, Math.floor(middle + half - 0.5) + 1);
  const firstBlock = Math.ceil(first / BLOCK_PIXELS);
  const endBlock = Math.floor(end / BLOCK_PIXELS);
  if (firstBlock >= endBlock) {
    addPixels(image, { row, first, end, origin }, totals);
    return;
  }
  addPixels(image, { row, first, end: firstBlock * BLOCK_PIXELS, origin }, totals);
  addBlocks(summedRow(image, row, origin), { row, first: firstBlock, end: endBlock }, totals);
  addPixels(image, { row, first: endBlock * BLOCK_PIXELS, end, origin }, totals);
}

interface Pixels {
  readonly row: number;
  readonly first: number;
  readonly end: number;
  readonly origin: number;
}

function addPixels(image: GreyFrame, { row, first, end, origin }: Pixels, totals: Totals): void {
  const { samples, columns } = image.frame;
  for (let index = row * columns + first; index < row * columns + end; index++) {
    const value = valueOf(image, samples[index] ?? NaN);
    if (!Number.isFinite(value)) continue;
    const fromOrigin = value - origin;
    totals.count += 1;
    totals.sum += fromOrigin;
    totals.squares += fromOrigin * fromOrigin;
    if (value < totals.min) totals.min = value;
    if (value > totals.max) totals.max = value;
  }
}

function addBlocks(blocks: BlockSums, { row, first, end }: Omit<Pixels, 'origin'>, totals: Totals): void {
  const start = row * blocks.blocksOfRow;
  for (let at = start + first; at < start + end; at++) {
    totals.count += blocks.counts[at] ?? 0;
    totals.sum += blocks.sums[at] ?? 0;
    totals.squares += blocks.squares[at] ?? 0;
    totals.min = Math.min(totals.min, blocks.mins[at] ?? Infinity);
    totals.max = Math.max(totals.max, blocks.maxs[at] ?? -Infinity);
  }
}

function summedRow(image: GreyFrame, row: number, origin: number): BlockSums {
  const blocks = sumsOfFrames.get(image.frame) ?? emptySums(image.frame);
  sumsOfFrames.set(image.frame, blocks);
  if (blocks.isSummed[row] === 1) return blocks;
  for (let block = 0; block < blocks.blocksOfRow; block++) {
    const first = block * BLOCK_PIXELS;
    const totals = { count: 0, sum: 0, squares: 0, min: Infinity, max: -Infinity };
    addPixels(image, { row, first, end: first + BLOCK_PIXELS, origin }, totals);
    const at = row * blocks.blocksOfRow + block;
    blocks.counts[at] = totals.count;
    blocks.sums[at] = totals.sum;
    blocks.squares[at] = totals.squares;
    blocks.mins[at] = totals.min;
    blocks.maxs[at] = totals.max;
  }
  blocks.isSummed[row] = 1;
  return blocks;
}

/** Only blocks that are full have sums: the last pixels of a row are added one by one. */
function emptySums({ rows, columns }: DecodedFrame): BlockSums {
  const blocksOfRow = Math.floor(columns / BLOCK_PIXELS);
  const count = rows * blocksOfRow;
  return {
    blocksOfRow,
    isSummed: new Uint8Array(rows),
    counts: new Uint8Array(count),
    sums: new Float64Array(count),
    squares: new Float64Array(count),
    mins: new Float64Array(count),
    maxs: new Float64Array(count),
  };
}

/** NaN of padding. */
function valueOf({ grey }: GreyFrame, stored: number): number {
  return isPadding(grey, stored) ? NaN : modalityValue(grey, stored);
}
