import { pathOf } from '../archive/entry-table';
import { yieldToMessages } from '../archive/yield-to-messages';
import { archiveOfFile, entryOfFile, type FileId } from '../base/ids';
import { CSV_START, formatCsvRecord } from '../export/csv';
import { archivePath } from './archives';
import { engine } from './engine';
import type { VariationTable, VariedAttribute } from './variation-table';

const SOP_INSTANCE_UID = '00080018';
/** Records that are joined in one go: a millisecond or two. */
const RECORDS_AT_ONCE = 200;

/** Chosen attributes of all instances of a table, one record for each; its file and SOP Instance UID come first. */
export async function writeAttributeCsv(
  table: VariationTable,
  chosen: readonly VariedAttribute[],
): Promise<Blob> {
  const uids = table.attributes.find(({ path }) => path === SOP_INSTANCE_UID)?.cells;
  const columns = chosen.filter(({ path }) => path !== SOP_INSTANCE_UID);
  const parts = [CSV_START + formatCsvRecord(['File', 'SOPInstanceUID', ...columns.map(columnName)])];
  const valueAt = (cells: Uint32Array | undefined, row: number): string =>
    table.values[cells?.[row] ?? 0] ?? '';
  const places = placesOf(table.files);
  for (let row = 0; row < table.files.length; row += RECORDS_AT_ONCE) {
    const end = Math.min(row + RECORDS_AT_ONCE, table.files.length);
    let text = '';
    for (let at = row; at < end; at++) {
      const values = columns.map(({ cells }) => valueAt(cells, at));
      text += formatCsvRecord([places[at] ?? '', valueAt(uids, at), ...values]);
    }
    parts.push(text);
    await yieldToMessages();
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

/** A keyword where there is one for all; else the path and what else is known. */
function columnName({ path, keyword, name }: VariedAttribute): string {
  if (keyword !== '' && path.length === 8) return keyword;
  return [path, keyword || name].filter(Boolean).join(' ');
}

/** Paths; with the archives that they are in, where the files are in several. */
function placesOf(files: readonly FileId[]): readonly string[] {
  const isOneArchive = new Set(files.map(archiveOfFile)).size <= 1;
  return files.map((file) => {
    const archive = archiveOfFile(file);
    const table = engine.tableOf(archive);
    const path = table === null ? '' : pathOf(table, entryOfFile(file));
    return isOneArchive ? path : [...archivePath(archive).map(({ name }) => name), path].join('/');
  });
}
