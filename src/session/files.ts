import { pathOf } from '../archive/entry-table';
import { toFileId, type FileId } from '../base/ids';
import type { Problem } from '../base/problem';
import type { FileKind, LedgerState } from '../catalog/catalog-types';
import { engine } from './engine';
import { showHeader } from './header-actions';
import { seriesInOrder } from './images';
import { useSession } from './store';
import { showInstance } from './viewport-actions';

export interface FileDescription {
  readonly file: FileId;
  readonly path: string;
  readonly bytes: number;
  readonly state: LedgerState | 'pending';
  /** null while it is not known. */
  readonly kind: FileKind | null;
  readonly isDicom: boolean;
  readonly problems: readonly Problem[];
}

interface WantedFiles {
  readonly filter: string;
  readonly state: LedgerState | 'all';
}

/** The files of all archives in the order of their directories, as far as they match. */
export function listFiles(wanted: WantedFiles): readonly FileId[] {
  const text = wanted.filter.trim().toLowerCase();
  const found: FileId[] = [];
  for (const { id } of useSession.getState().archives) {
    const table = engine.tableOf(id);
    if (table === null) continue;
    for (let index = 0; index < table.count; index++) {
      const file = toFileId(id, index);
      if (table.isDirectory[index] === 1) continue;
      if (wanted.state !== 'all' && engine.catalog.stateOf(file) !== wanted.state) continue;
      if (text !== '' && !pathOf(table, index).toLowerCase().includes(text)) continue;
      found.push(file);
    }
  }
  return found;
}

/** The same, with what operating systems leave behind apart from the rest unless something is looked for. */
export function listFilesInTwo(wanted: WantedFiles): {
  readonly files: readonly FileId[];
  readonly systemFiles: readonly FileId[];
} {
  const all = listFiles(wanted);
  if (wanted.filter.trim() !== '' || wanted.state !== 'all') return { files: all, systemFiles: [] };
  const isSystem = (file: FileId): boolean => engine.catalog.kindOf(file) === 'system';
  const systemFiles = all.filter(isSystem);
  return { files: systemFiles.length === 0 ? all : all.filter((file) => !isSystem(file)), systemFiles };
}

export function describeFile(file: FileId): FileDescription {
  const entry = engine.entryOf(file);
  const kind = engine.catalog.kindOf(file);
  return {
    file,
    path: entry?.path ?? '',
    bytes: entry?.bytes ?? 0,
    state: engine.catalog.stateOf(file),
    kind,
    isDicom: kind === 'dicom' || kind === 'dicomdir',
    problems: engine.catalog.problemsOf(file),
  };
}

/** Shows a DICOM file where it stands in its series; one that stands in none shows its header alone. */
export function openFile(file: FileId): void {
  const series = seriesInOrder(useSession.getState().catalog).find(({ instances }) =>
    instances.some((instance) => instance.file === file),
  );
  if (series === undefined) showHeader(file);
  else showInstance(series, file);
}
