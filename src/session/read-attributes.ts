import type { EntryTable } from '../archive/entry-table';
import { groupBy } from '../base/group-by';
import { archiveOfFile, entryOfFile, toFileId, type ArchiveId, type FileId } from '../base/ids';
import { AttributeTableBuilder } from '../catalog/attribute-table';
import { engine } from './engine';

export interface AttributesWanted {
  /** `00100010`, ...; null: all that stand before the pixels. */
  readonly paths: readonly string[] | null;
  readonly signal: AbortSignal;
  /** Higher is sooner. */
  readonly priority: number;
  /** The table has grown. */
  readonly onProgress: (table: AttributeTableBuilder) => void;
}

/** Files of a folder that are handed to a worker at once: to hand over many takes the page long. */
const FILES_IN_SHARE = 500;

/**
 * Reads attributes of instances, those of each archive in file order, into a table in the order of `files`. A file that
 * cannot be read is among the failures of the table; when the signal is aborted, the table has what was read by then.
 */
export async function readAttributes(
  files: readonly FileId[],
  { paths, signal, priority, onProgress }: AttributesWanted,
): Promise<AttributeTableBuilder> {
  const table = new AttributeTableBuilder(files.length);
  const instances = new Map(files.map((file, index) => [file, index]));
  const requests = sharesOf(files).map(async ({ archive, share }) => {
    const instanceOf = (entryIndex: number): number | undefined =>
      instances.get(toFileId(archive, entryIndex));
    const result = await engine.bulkHeaderWorkers.request(
      'readAttributes',
      { ...engine.shareOf(archive, share), paths },
      {
        signal,
        priority: () => priority,
        onEvent: (batch) => {
          table.add(batch, instanceOf);
          onProgress(table);
        },
      },
    );
    if (!result.ok && result.error.code !== 'cancelled') table.failures.push(result.error);
  });
  await Promise.all(requests);
  return table;
}

interface Share {
  readonly archive: ArchiveId;
  readonly share: Uint32Array<ArrayBuffer>;
}

function sharesOf(files: readonly FileId[]): readonly Share[] {
  const byArchive = groupBy(files, archiveOfFile);
  return [...byArchive].flatMap(([archive, ofArchive]) => {
    const table = engine.tableOf(archive);
    if (table === null) return [];
    const entries = Uint32Array.from(ofArchive, entryOfFile).sort(inFileOrder(table));
    const fewest = Math.min(engine.bulkHeaderWorkers.size, entries.length);
    const parts = table.hasLocalHeaders
      ? fewest
      : Math.max(fewest, Math.ceil(entries.length / FILES_IN_SHARE));
    const length = Math.ceil(entries.length / parts);
    return Array.from({ length: parts }, (_, part) => entries.slice(part * length, (part + 1) * length))
      .filter((share) => share.length > 0)
      .map((share) => ({ archive, share }));
  });
}

function inFileOrder({ headerOffset }: EntryTable): (one: number, other: number) => number {
  return (one, other) => (headerOffset[one] ?? 0) - (headerOffset[other] ?? 0);
}
