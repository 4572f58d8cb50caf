import { assert } from '../base/assert';
import { archiveOfFile, entryOfFile, toFileId, type ArchiveId, type FileId } from '../base/ids';
import type { Series } from '../catalog/catalog-types';
import { colourSeries } from './series-colours';

/** The cells of one archive. */
export interface FileMapSection {
  readonly archive: ArchiveId;
  readonly name: string;
  readonly firstCell: number;
  readonly cellCount: number;
}

/** Every file of every open archive as a cell, in the order of the directories; a directory has none. */
export interface FileMap {
  readonly sections: readonly FileMapSection[];
  /** Of each cell: the index of its entry in its archive, ascending in a section. */
  readonly entries: Uint32Array;
  /** Of each cell: a place in `FILE_STATES`. */
  readonly states: Uint8Array;
  /** Of each cell: the place of its series in `series` plus 1; 0 where it is in none. */
  readonly seriesOfCell: Uint32Array;
  readonly series: readonly Series[];
  /** Of each of `series`, from 0 to `SERIES_COLOUR_COUNT` - 1. */
  readonly colours: Uint8Array;
}

/** What the map needs to know of an archive. */
export interface MappedArchive {
  readonly id: ArchiveId;
  readonly name: string;
  /** 1 where an entry is a directory. */
  readonly isDirectory: Uint8Array;
  /** Of every entry, directories included: a place in `FILE_STATES`. */
  readonly states: Uint8Array;
}

/** Takes some 20 ms for 500,000 entries. */
export function computeFileMap(archives: readonly MappedArchive[], series: readonly Series[]): FileMap {
  const capacity = archives.reduce((sum, { isDirectory }) => sum + isDirectory.length, 0);
  const entries = new Uint32Array(capacity);
  const states = new Uint8Array(capacity);
  const seriesOfCell = new Uint32Array(capacity);
  const seriesOfEntries = placeSeries(archives, series);
  const sections: FileMapSection[] = [];
  let cell = 0;
  for (const archive of archives) {
    const firstCell = cell;
    const seriesOfEntry = seriesOfEntries.get(archive.id);
    for (let entry = 0; entry < archive.isDirectory.length; entry++) {
      if (archive.isDirectory[entry] === 1) continue;
      entries[cell] = entry;
      states[cell] = archive.states[entry] ?? 0;
      seriesOfCell[cell] = seriesOfEntry?.[entry] ?? 0;
      cell++;
    }
    if (cell === firstCell) continue;
    sections.push({ archive: archive.id, name: archive.name, firstCell, cellCount: cell - firstCell });
  }
  const placed = seriesOfCell.subarray(0, cell);
  const archiveStarts = sections.map(({ firstCell }) => firstCell);
  return {
    sections,
    entries: entries.subarray(0, cell),
    states: states.subarray(0, cell),
    seriesOfCell: placed,
    series,
    colours: colourSeries({ series, seriesOfFile: placed, archiveStarts }),
  };
}

/** For every entry of every archive the place of its series plus 1. */
function placeSeries(
  archives: readonly MappedArchive[],
  series: readonly Series[],
): ReadonlyMap<ArchiveId, Uint32Array> {
  const places = new Map(archives.map(({ id, states }) => [id, new Uint32Array(states.length)]));
  // A series is of one archive, with few exceptions: to ask of each file whether it is still the same one is
  // much faster than to take its number apart.
  let ofArchive = new Uint32Array();
  let firstFile = -Infinity;
  const place = (file: FileId, value: number): void => {
    if (!(file >= firstFile && file - firstFile < ofArchive.length)) {
      const archive = archiveOfFile(file);
      firstFile = toFileId(archive, 0);
      ofArchive = places.get(archive) ?? new Uint32Array();
    }
    ofArchive[file - firstFile] = value;
  };
  series.forEach(({ instances, duplicates }, index) => {
    for (const { file } of instances) place(file, index + 1);
    for (const file of duplicates) place(file, index + 1);
  });
  return places;
}

export function fileOfCell(map: FileMap, cell: number): FileId {
  const section = map.sections.findLast(({ firstCell }) => firstCell <= cell);
  const entry = map.entries[cell];
  assert(section !== undefined && entry !== undefined, `no cell ${cell}`);
  return toFileId(section.archive, entry);
}

/** null where the map has no cell for it. */
export function cellOfFile({ sections, entries }: FileMap, file: FileId): number | null {
  const section = sections.find(({ archive }) => archive === archiveOfFile(file));
  if (section === undefined) return null;
  const { firstCell, cellCount } = section;
  const wanted = entryOfFile(file);
  let low = firstCell;
  let high = firstCell + cellCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low < firstCell + cellCount && entries[low] === wanted ? low : null;
}

/** The series of a cell and its colour; null where it is in none. */
export function seriesOfCell(
  map: FileMap,
  cell: number,
): { readonly series: Series; readonly colour: number } | null {
  const index = (map.seriesOfCell[cell] ?? 0) - 1;
  const series = map.series[index];
  return series === undefined ? null : { series, colour: map.colours[index] ?? 0 };
}
