import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { assert } from '../base/assert';
import type { FileId } from '../base/ids';
import { problem } from '../base/problem';
import { err } from '../base/result';
import { readDicomdir } from '../dicom/dicomdir';
import { parsePart10 } from '../dicom/part10';
import { corpusDir } from '../fixtures/corpus';
import { checkFileSets, type ArchivedFile, type FileSetCheck } from './dicomdir-check';

interface CorpusZip {
  readonly file: string;
  readonly outcome: string;
  readonly contents?: readonly { readonly name: string; readonly kind: string }[];
}

/** Archives with whole file-sets: their DICOMDIRs list every instance below their folder, and no more. */
const WHOLE_FILE_SETS: readonly string[] = ['fileset.zip', 'mixed.zip'];

const dir = corpusDir();
const zips = dir === null ? [] : readZips(dir).filter(({ file }) => WHOLE_FILE_SETS.includes(file));

function readZips(corpus: string): readonly CorpusZip[] {
  const path = join(corpus, 'zips', 'manifest.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as readonly CorpusZip[]) : [];
}

describe.skipIf(zips.length === 0).each(zips)('$file of the corpus', ({ file, contents = [] }) => {
  const directory = contents.find(({ kind }) => kind === 'dicomdir')?.name ?? '';
  const folder = directory.slice(0, -posix.basename(directory).length);
  const listed = contents.filter(({ name, kind }) => kind === 'instance' && name.startsWith(folder));

  async function check(change: (path: string) => readonly string[]): Promise<FileSetCheck> {
    const zip = await JSZip.loadAsync(readFileSync(join(dir ?? '', 'zips', file)));
    const bytes = (await zip.file(directory)?.async('uint8array')) ?? new Uint8Array();
    const inflateRaw = () => err(problem('entry-data-damaged', '', { reason: '' }));
    const dicom = parsePart10(bytes, { where: directory, inflateRaw });
    assert(dicom.ok, 'the DICOMDIR can be read');
    const dicomdir = { ...readDicomdir(dicom.value, directory), file: -1 as FileId, path: directory };
    const files = contents.flatMap(({ name, kind }): readonly ArchivedFile[] =>
      change(name).map((path) => {
        return { file: 0 as FileId, path, isDicom: kind === 'instance', sopInstanceUid: '' };
      }),
    );
    const [found] = checkFileSets([dicomdir], files);
    assert(found !== undefined, 'one result for one DICOMDIR');
    return found;
  }

  it('has all that its DICOMDIR lists, and nothing else', async () => {
    expect(listed).not.toEqual([]);
    expect(await check((path) => [path])).toMatchObject({
      listed: listed.length,
      matched: listed.length,
      missing: [],
      elsewhere: [],
      unlisted: [],
    });
  });

  it.each(listed.slice(0, 3))('misses $name where it is taken out', async ({ name }) => {
    const found = await check((path) => (path === name ? [] : [path]));
    expect(found.missing.map(({ fileId }) => folder + fileId)).toEqual([name]);
    expect(found).toMatchObject({ matched: listed.length - 1, unlisted: [] });
  });

  it('has one file more where one is put in', async () => {
    const added = `${folder}ADDED/IM1`;
    const found = await check((path) => (path === listed[0]?.name ? [path, added] : [path]));
    expect(found).toMatchObject({ missing: [], unlisted: [{ path: added }] });
  });
});
