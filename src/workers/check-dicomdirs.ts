import { pathOf } from '../archive/entry-table';
import type { Inflater } from '../archive/inflater';
import { toFileId } from '../base/ids';
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { checkFileSets, type ArchivedDicomdir, type ArchivedFile } from '../catalog/dicomdir-check';
import { fileSetProblems } from '../catalog/file-set-problems';
import { readDicomdir } from '../dicom/dicomdir';
import type { CheckedDicomdir, FileSets, InstanceAddress } from './protocol';
import { readInstance } from './read-instance';

/** Reads the DICOMDIRs of an archive, and holds them against the files that are in it. */
export async function checkDicomdirs(
  fileSets: FileSets,
  inflater: Inflater,
  signal: AbortSignal,
): Promise<Result<readonly CheckedDicomdir[]>> {
  const read: ReadDicomdir[] = [];
  for (const address of fileSets.dicomdirs) {
    read.push(await readOne(address, inflater, signal));
    if (signal.aborted) return err(problem('cancelled', address.entry.path, {}));
  }
  const checks = checkFileSets(read, filesOf(fileSets));
  return ok(
    read.map(({ file, path, problems }, index) => {
      const check = checks[index];
      return { file, problems, differences: check === undefined ? [] : fileSetProblems(check, path) };
    }),
  );
}

interface ReadDicomdir extends ArchivedDicomdir {
  readonly problems: readonly Problem[];
}

/** Of one that cannot be read it is not known what it lists. */
async function readOne(
  address: InstanceAddress,
  inflater: Inflater,
  signal: AbortSignal,
): Promise<ReadDicomdir> {
  const { file, entry } = address;
  const at = { file, path: entry.path };
  const instance = await readInstance(address, inflater, signal);
  if (!instance.ok) return { ...at, records: [], isWhole: false, problems: [instance.error] };
  const { records, isWhole, problems } = readDicomdir(instance.value.dicom, entry.path);
  return { ...at, records, isWhole, problems: [...instance.value.problems, ...problems] };
}

function filesOf({ archive, table, isDicom, sopInstanceUids }: FileSets): readonly ArchivedFile[] {
  const files: ArchivedFile[] = [];
  for (let index = 0; index < table.count; index++) {
    if (table.isDirectory[index] === 1) continue;
    files.push({
      file: toFileId(archive, index),
      path: pathOf(table, index),
      isDicom: isDicom[index] === 1,
      sopInstanceUid: sopInstanceUids[index] ?? '',
    });
  }
  return files;
}
