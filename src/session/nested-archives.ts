import type { SourceSpec } from '../archive/source-spec';
import { archiveOfFile, toFileId, type ArchiveId, type FileId } from '../base/ids';
import { problem } from '../base/problem';
import {
  addToArchives,
  archivePath,
  endReadingOf,
  findArchive,
  forgetArchive,
  updateArchive,
  withNested,
} from './archives';
import { engine } from './engine';
import { openFirstSeries, publish } from './publish';
import { readArchive, type ListEntries } from './read-archive';
import { addFileProblems } from './review-actions';
import { useSession } from './store';
import { inTurn } from './turns';

/** Limits to what one archive makes the page open by itself; each can be lifted by the reader. */
const MAX_DEPTH = 4;
const MAX_ARCHIVES = 500;
const MAX_BYTES = 8 * 2 ** 30;

/** By content an archive, by name something else that happens to be packed. */
const NO_ARCHIVES = /\.(nii|mgh|svg|nrrd|mha|vtk)\.?gz$|\.mgz$|\.svgz$/i;

/** Reads an archive, and the archives inside it. */
export async function readWithNested(
  id: ArchiveId,
  listEntries: ListEntries,
  signal: AbortSignal,
): Promise<void> {
  if (!(await readArchive(id, listEntries, signal))) return;
  await openNested(id, signal);
  endReadingOf(id, signal);
  openFirstSeries();
}

/** Opens the archives inside an archive, one after the other, and those inside them, as far as the limits go. */
export async function openNested(id: ArchiveId, signal: AbortSignal): Promise<void> {
  const leftClosed: FileId[] = [];
  for (const file of nestedFilesOf(id)) {
    if (signal.aborted) return;
    if (isBeyondLimits(file)) leftClosed.push(file);
    else await open(file, signal);
  }
  if (leftClosed.length > 0) leaveClosed(id, leftClosed);
}

/** Opens what was left closed in an archive that the reader trusts. */
export function openLeftClosed(id: ArchiveId): void {
  const archive = findArchive(id);
  if (archive === undefined) return;
  const problems = archive.problems.filter(({ code }) => code !== 'nested-not-opened');
  updateArchive(id, { leftClosed: [], problems, phase: 'scanning' });
  inTurn(id, async (signal) => {
    for (const file of archive.leftClosed) if (!signal.aborted) await open(file, signal);
    endReadingOf(id, signal);
    openFirstSeries();
  });
}

function nestedFilesOf(id: ArchiveId): readonly FileId[] {
  const table = engine.tableOf(id);
  const files: FileId[] = [];
  for (let index = 0; index < (table?.count ?? 0); index++) {
    const file = toFileId(id, index);
    const kind = engine.catalog.kindOf(file);
    const isArchive = kind === 'zip' || kind === 'tar' || kind === 'gzip';
    if (isArchive && !isOpen(file) && !NO_ARCHIVES.test(engine.entryOf(file)?.path ?? '')) files.push(file);
  }
  return files;
}

function isOpen(file: FileId): boolean {
  return useSession.getState().archives.some(({ parent }) => parent === file);
}

function isBeyondLimits(file: FileId): boolean {
  const path = archivePath(archiveOfFile(file));
  const [root] = path;
  if (root === undefined || path.length > MAX_DEPTH) return true;
  const { archives } = useSession.getState();
  const inRoot = withNested(root.id).slice(1);
  const bytes = archives.reduce((sum, each) => sum + (inRoot.includes(each.id) ? each.bytes : 0), 0);
  return inRoot.length >= MAX_ARCHIVES || bytes + (engine.entryOf(file)?.bytes ?? 0) > MAX_BYTES;
}

function leaveClosed(id: ArchiveId, files: readonly FileId[]): void {
  const archive = findArchive(id);
  if (archive === undefined) return;
  const said = problem('nested-not-opened', archive.name, {
    archives: files.length,
    depth: archivePath(id).length,
  });
  updateArchive(id, { leftClosed: files, problems: [...archive.problems, said] });
}

/** One that cannot be opened after all is not listed as an archive: its entry says why. */
async function open(file: FileId, signal: AbortSignal): Promise<void> {
  const entry = engine.entryOf(file);
  if (entry === null) return;
  const archive = engine.specOf(archiveOfFile(file));
  const source: SourceSpec = { kind: 'entry', archive, entry, restartPoints: null };
  const spec = { source, passwords: archive.passwords };
  const id = addToArchives({ name: entry.path, bytes: entry.bytes, spec, parent: file });
  const list = () =>
    engine.archiveWorkers.request('openContainer', { archive: spec, isOfAnySize: false }, { signal });
  await readWithNested(id, list, signal);
  const { phase, problems } = findArchive(id) ?? {};
  if (phase !== 'failed') return;
  addFileProblems(file, problems ?? []);
  forgetArchive(id);
  publish();
}
