import { dicomFilesIn, ledgerOf } from '../session/archive-details';
import type { OpenArchive } from '../session/state';

/**
 * What is to be said of an archive that nothing is wrong with, after its name; null where there is nothing. `nested`
 * are all those inside it: an archive that only holds others has what they have.
 */
export function archiveRemark(archive: OpenArchive, nested: readonly OpenArchive[]): string | null {
  const all = [archive, ...nested];
  if (all.some(({ phase }) => phase === 'cancelled'))
    return 'was not read to its end: the scan was cancelled. What was read is shown.';
  if (all.some(({ phase, problems }) => phase !== 'ready' || problems.length > 0)) return null;
  if (ledgerOf(archive.id).entries === 0) return 'is empty: there are no files in it.';
  if (all.some(({ id }) => dicomFilesIn(id) > 0)) return null;
  if (all.some(({ id }) => ledgerOf(id).byState.unreadable.entries > 0))
    return 'holds no DICOM file that can be read. The Files tab says why.';
  return 'holds no DICOM files. The Files tab lists what is in it.';
}
