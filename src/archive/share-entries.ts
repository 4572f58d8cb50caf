import type { EntryTable } from './entry-table';

/** What looking into an entry costs besides its bytes, in bytes that could be read instead. */
const ENTRY_COST_BYTES = 30_000;
/** No more than about this much of an entry is read for its header. */
const MAX_ENTRY_COST_BYTES = 500_000;

/**
 * The entries that are no directories, in file order, in at most `workers` parts that take about equally long.
 * No part is empty; each is one stretch of the file.
 */
export function shareEntries(table: EntryTable, workers: number): Uint32Array<ArrayBuffer>[] {
  const order = entriesInFileOrder(table);
  const total = order.reduce((sum, index) => sum + costOf(table, index), 0);
  const shares: Uint32Array<ArrayBuffer>[] = [];
  let start = 0;
  let cost = 0;
  for (let i = 0; i < order.length; i++) {
    cost += costOf(table, order[i] ?? 0);
    if (cost < (total * (shares.length + 1)) / workers && i + 1 < order.length) continue;
    shares.push(order.slice(start, i + 1));
    start = i + 1;
  }
  return shares;
}

function costOf({ compressedBytes }: EntryTable, index: number): number {
  return ENTRY_COST_BYTES + Math.min(compressedBytes[index] ?? 0, MAX_ENTRY_COST_BYTES);
}

/** The entries that are no directories. */
export function entriesInFileOrder({
  count,
  isDirectory,
  headerOffset,
}: EntryTable): Uint32Array<ArrayBuffer> {
  const indices = new Uint32Array(count);
  let files = 0;
  let last = -Infinity;
  let isSorted = true;
  for (let i = 0; i < count; i++) {
    if (isDirectory[i] === 1) continue;
    const offset = headerOffset[i] ?? 0;
    if (offset < last) isSorted = false;
    last = offset;
    indices[files++] = i;
  }
  const order = indices.slice(0, files);
  return isSorted ? order : order.sort((a, b) => (headerOffset[a] ?? 0) - (headerOffset[b] ?? 0));
}
