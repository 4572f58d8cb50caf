import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problem } from '../base/problem';
import { err } from '../base/result';
import { corpusDir, readManifest } from '../fixtures/corpus';
import { readDicomdir } from './dicomdir';
import { parsePart10 } from './part10';

const dir = corpusDir();
const files = dir === null ? [] : readManifest(dir);
/** Those that stand in a folder with the files that they list. */
const fileSets = files
  .filter(({ path }) => posix.basename(path) === 'DICOMDIR')
  .map(({ path }) => posix.dirname(path));

describe.skipIf(fileSets.length === 0)('the DICOMDIRs of the corpus', () => {
  it.each(fileSets)('%s lists the files beside it', (folder) => {
    const inflateRaw = () => err(problem('entry-data-damaged', '', { reason: '' }));
    const file = parsePart10(readFileSync(join(dir ?? '', folder, 'DICOMDIR')), {
      where: folder,
      inflateRaw,
    });
    if (!file.ok) throw new Error(JSON.stringify(file.error));
    const { records, problems } = readDicomdir(file.value, folder);
    const beside = files.filter(
      ({ path }) => path.startsWith(`${folder}/`) && posix.basename(path) !== 'DICOMDIR',
    );
    expect(problems).toEqual([]);
    const listed = records.filter(({ fileId }) => fileId !== '');
    expect(listed.toSorted((a, b) => (a.fileId < b.fileId ? -1 : 1))).toEqual(
      beside
        .map(({ path, sopClassUID, sopInstanceUID, transferSyntaxUID }) => ({
          type: 'IMAGE',
          fileId: path.slice(folder.length + 1),
          sopClassUid: sopClassUID,
          sopInstanceUid: sopInstanceUID,
          transferSyntaxUid: transferSyntaxUID,
          isInUse: true,
        }))
        .toSorted((a, b) => (a.fileId < b.fileId ? -1 : 1)),
    );
  });
});
