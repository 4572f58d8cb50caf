import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { entryAt } from '../archive/entry-table';
import { createInflater } from '../archive/inflater';
import { openContainer } from '../archive/open-container';
import type { ArchiveSpec } from '../archive/source-spec';
import { assert } from '../base/assert';
import { toArchiveId, toFileId } from '../base/ids';
import { writeDicomdir } from '../fixtures/dicomdir';
import { buildZip, type ZipMember } from '../fixtures/zip-writer';
import { checkDicomdirs } from './check-dicomdirs';
import type { CheckedDicomdir } from './protocol';

const wasm = createRequire(import.meta.url).resolve('zlib-streams/zlib-streams.wasm');
const inflater = await createInflater(new Uint8Array(readFileSync(wasm)));

const ARCHIVE = toArchiveId(3);
const content = new TextEncoder().encode('an image, as far as names go');

/** What is said of the DICOMDIRs of an archive, whose other files are all DICOM. */
async function check(
  members: readonly ZipMember[],
  signal = new AbortController().signal,
): Promise<readonly CheckedDicomdir[] | string> {
  const blobs = [new Blob([buildZip(members)])];
  const archive: ArchiveSpec = { source: { kind: 'blobs', name: 'a.zip', blobs, start: 0 }, passwords: [] };
  const container = await openContainer(archive, inflater);
  assert(container.ok, 'the archive opens');
  const { table } = container.value;
  const entries = Array.from({ length: table.count }, (_, index) => entryAt(table, index));
  const isDicomdir = entries.map(({ path }) => path.endsWith('DICOMDIR'));
  const checked = await checkDicomdirs(
    {
      archive: ARCHIVE,
      dicomdirs: entries
        .filter(({ index }) => isDicomdir[index])
        .map((entry) => ({ file: toFileId(ARCHIVE, entry.index), archive, entry })),
      table,
      isDicom: Uint8Array.from(isDicomdir, (isOne) => (isOne ? 0 : 1)),
      sopInstanceUids: entries.map(({ index }) => `2.25.${String(index)}`),
    },
    inflater,
    signal,
  );
  return checked.ok ? checked.value : checked.error.code;
}

describe('the check of DICOMDIRs', () => {
  it('says of each what is missing, elsewhere and not listed', async () => {
    const lists = (...fileIds: readonly string[]) =>
      writeDicomdir(fileIds.map((fileId) => ({ type: 'IMAGE', fileId, sopInstanceUid: `2.25.${fileId}` })));
    const found = await check([
      { name: 'CD1/', content: new Uint8Array() },
      { name: 'CD1/moved', content },
      { name: 'CD1/DICOMDIR', content: lists('1', 'A') },
      { name: 'CD2/DICOMDIR', content: lists('B') },
      { name: 'CD2/B', content },
      { name: 'CD2/C', content },
    ]);
    expect(found).toEqual([
      {
        file: toFileId(ARCHIVE, 2),
        problems: [],
        differences: [
          {
            code: 'dicomdir-missing',
            where: 'CD1/DICOMDIR',
            detail: { listed: 2, missing: 1, examples: ['A'] },
          },
          {
            code: 'dicomdir-elsewhere',
            where: 'CD1/DICOMDIR',
            detail: { listed: 2, elsewhere: 1, examples: [{ fileId: '1', path: 'CD1/moved' }] },
          },
        ],
      },
      {
        file: toFileId(ARCHIVE, 3),
        problems: [],
        differences: [
          { code: 'dicomdir-unlisted', where: 'CD2/DICOMDIR', detail: { unlisted: 1, examples: ['CD2/C'] } },
        ],
      },
    ]);
  });

  it('says of one that is cut or wrong what is the matter with it, and nothing that is not known', async () => {
    const bytes = writeDicomdir([{ type: 'IMAGE', fileId: 'A' }]);
    const cut = await check([
      { name: 'DICOMDIR', content: bytes.subarray(0, -4) },
      { name: 'A', content },
    ]);
    expect(cut).toMatchObject([{ problems: [{ code: 'dicom-truncated' }], differences: [] }]);
    const altered = await check([
      { name: 'DICOMDIR', content: bytes, crc32: 1 },
      { name: 'A', content },
    ]);
    expect(altered).toMatchObject([{ problems: [{ code: 'entry-crc-mismatch' }], differences: [] }]);
    const text = await check([
      { name: 'DICOMDIR', content },
      { name: 'A', content },
    ]);
    expect(text).toMatchObject([{ problems: [{ code: 'dicom-unreadable' }], differences: [] }]);
  });

  it('can be cancelled', async () => {
    const cancelled = await check([{ name: 'DICOMDIR', content: writeDicomdir([]) }], AbortSignal.abort());
    expect(cancelled).toBe('cancelled');
  });
});
