import { pathOf } from '../archive/entry-table';
import type { ArchiveId } from '../base/ids';
import type { Ledger } from '../catalog/catalog-types';
import { engine } from './engine';

/** What an archive's directory lists, whatever became of it. */
export interface DirectoryTotals {
  readonly files: number;
  /** Inflated bytes of the files. */
  readonly bytes: number;
  readonly folders: number;
}

/** The account of one archive, without those inside it. */
export function ledgerOf(id: ArchiveId): Ledger {
  return engine.catalog.ledger(id);
}

/** How many of an archive's files are DICOM, duplicates and those without an image included. */
export function dicomFilesIn(id: ArchiveId): number {
  const { shown, headerOnly, duplicate } = ledgerOf(id).byState;
  return shown.entries + headerOnly.entries + duplicate.entries;
}

/** Counted in the directory itself, so that the ledger can be held against it; null before it is read. */
export function directoryTotals(id: ArchiveId): DirectoryTotals | null {
  const table = engine.tableOf(id);
  if (table === null) return null;
  let [files, bytes, folders] = [0, 0, 0];
  for (let index = 0; index < table.count; index++) {
    if (table.isDirectory[index] === 1) folders++;
    else {
      files++;
      bytes += table.bytes[index] ?? 0;
    }
  }
  return { files, bytes, folders };
}

export interface LegacyNameExamples {
  /** How many names tell no encoding. */
  readonly count: number;
  /** The first of them, as they are read now. */
  readonly examples: readonly string[];
}

export function legacyNameExamples(id: ArchiveId, most: number): LegacyNameExamples {
  const named = engine.namedTableOf(id);
  if (named?.legacyNames == null) return { count: 0, examples: [] };
  const { table, legacyNames } = named;
  const indices = [...legacyNames.bytes.keys()].slice(0, most);
  return { count: legacyNames.bytes.size, examples: indices.map((index) => pathOf(table, index)) };
}

/** Whether the archive is one file as it was dropped, which a SHA-256 can be told of. */
export function isOneFile(id: ArchiveId): boolean {
  const source = engine.originalOf(id);
  return source.kind === 'blobs' && source.blobs.length === 1;
}
