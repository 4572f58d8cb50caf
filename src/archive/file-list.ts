import { appendEntry, createTable, finishTable } from './entry-columns';
import type { EntryTable } from './entry-table';
import type { SourceSpec } from './source-spec';
import { STORED } from './zip-format';

/** A file of a folder, by its path from there. */
export interface ListedFile {
  readonly path: string;
  readonly bytes: number;
}

/** The part of a folder's source that has these of its files: to send a few of many files is quicker. */
export function specOfFiles(spec: SourceSpec, table: EntryTable, first: number, last: number): SourceSpec {
  if (spec.kind !== 'blobs' || table.hasLocalHeaders || spec.blobs.length !== table.count) return spec;
  return { ...spec, blobs: spec.blobs.slice(first, last + 1), start: table.headerOffset[first] ?? 0 };
}

/** Files one after the other as an archive: the entries of a source that is made of them. */
export function tableOfFiles(files: readonly ListedFile[]): EntryTable {
  const table = createTable({ hasLocalHeaders: false });
  const encoder = new TextEncoder();
  let headerOffset = 0;
  for (const { path, bytes } of files) {
    appendEntry(table, {
      name: { utf8: encoder.encode(path) },
      headerOffset,
      compressedBytes: bytes,
      bytes,
      crc32: null,
      method: STORED,
    });
    headerOffset += bytes;
  }
  return finishTable(table).table;
}
