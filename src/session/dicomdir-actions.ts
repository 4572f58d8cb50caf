import { toFileId, type ArchiveId } from '../base/ids';
import { FILE_SET_PROBLEM_CODES } from '../catalog/file-set-problems';
import type { InstanceAddress } from '../workers/protocol';
import { engine } from './engine';
import { addFileProblems } from './review-actions';

/**
 * Holds every DICOMDIR of an archive against the files that are in it, once its scan is complete. What is found are
 * problems of the DICOMDIR in the catalog, in place of those of an earlier check; the caller publishes them.
 */
export async function checkDicomdirs(archive: ArchiveId, signal: AbortSignal): Promise<void> {
  const table = engine.tableOf(archive);
  if (table === null || signal.aborted) return;
  const dicomdirs: InstanceAddress[] = [];
  const isDicom = new Uint8Array(table.count);
  for (let index = 0; index < table.count; index++) {
    const file = toFileId(archive, index);
    const kind = engine.catalog.kindOf(file);
    if (kind === 'dicom') isDicom[index] = 1;
    else if (kind === 'dicomdir') dicomdirs.push(engine.addressOf(file));
  }
  if (dicomdirs.length === 0) return;
  const sopInstanceUids = engine.catalog.sopInstanceUids(archive);
  const fileSets = { archive, dicomdirs, table, isDicom, sopInstanceUids };
  const checked = await engine.checkDicomdirs(fileSets, signal);
  if (!checked.ok) return;
  for (const { file, problems, differences } of checked.value) {
    const replaced = [...FILE_SET_PROBLEM_CODES, ...problems.map(({ code }) => code)];
    addFileProblems(file, [...problems, ...differences], replaced);
  }
}
