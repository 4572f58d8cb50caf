import { describe, expect, it } from 'vitest';
import type { FileId } from '../base/ids';
import { checkFileSets, type ArchivedDicomdir, type ArchivedFile, type FileSetCheck } from './dicomdir-check';

/** Of a record: a File ID, and the SOP Instance UID where it matters. */
type Record = readonly [fileId: string, sopInstanceUid?: string];

interface TestFile {
  readonly path: string;
  readonly uid?: string;
  readonly isDicom?: boolean;
}

const DICOMDIR_FILE = 1000 as FileId;

function dicomdir(path: string, records: readonly Record[], place = 0): ArchivedDicomdir {
  return {
    file: (DICOMDIR_FILE + place) as FileId,
    path,
    isWhole: true,
    records: records.map(([fileId, sopInstanceUid = '']) => ({
      type: 'IMAGE',
      fileId,
      sopClassUid: '',
      sopInstanceUid,
      transferSyntaxUid: '',
      isInUse: true,
    })),
  };
}

function archive(files: readonly (string | TestFile)[]): readonly ArchivedFile[] {
  return files.map((each, index) => {
    const { path, uid = '', isDicom = true } = typeof each === 'string' ? { path: each } : each;
    return { file: index as FileId, path, isDicom, sopInstanceUid: uid };
  });
}

/** Of one DICOMDIR. */
function check(directory: ArchivedDicomdir, files: readonly (string | TestFile)[]): FileSetCheck {
  const [found] = checkFileSets([directory], archive(files));
  if (found === undefined) throw new Error('no result');
  return found;
}

function pathsOf(files: readonly { readonly path: string }[]): readonly string[] {
  return files.map(({ path }) => path);
}

describe('a DICOMDIR and its files', () => {
  it('agree where all that is listed is there, and nothing else', () => {
    const found = check(dicomdir('DICOMDIR', [['A/IM1'], ['A/IM2']]), ['A/IM1', 'A/IM2']);
    expect(found).toEqual({
      dicomdir: DICOMDIR_FILE,
      listed: 2,
      matched: 2,
      missing: [],
      elsewhere: [],
      unlisted: [],
    });
  });

  it('differ by what is missing and by what is not listed', () => {
    const found = check(
      dicomdir('DICOMDIR', [
        ['A/IM1', '2.25.1'],
        ['A/IM2', '2.25.2'],
      ]),
      ['A/IM1', 'A/IM3'],
    );
    expect(found.missing).toEqual([{ fileId: 'A/IM2', sopInstanceUid: '2.25.2', recordType: 'IMAGE' }]);
    expect(found).toMatchObject({ listed: 2, matched: 1, unlisted: [{ file: 1, path: 'A/IM3' }] });
  });

  it('are compared from the folder of the DICOMDIR on', () => {
    const found = check(dicomdir('backup/disc 7/DICOMDIR', [['A/IM1']]), ['A/IM1', 'backup/disc 7/A/IM1']);
    expect(found).toMatchObject({ matched: 1, missing: [], unlisted: [] });
    expect(check(dicomdir('disc/DICOMDIR', [['A/IM1']]), ['A/IM1']).missing).toHaveLength(1);
  });

  it.each([
    ['cd/ct2/im1', 'in lower case'],
    ['CD\\CT2\\IM1', 'with backslashes'],
    ['./CD//CT2/IM1', 'with empty components'],
    ['CD/CT2/IM1.', 'with a dot at the end'],
    ['CD/CT2/IM1;1', 'with a version'],
    ['CD/CT2.;1/IM1.;1', 'with dots and versions'],
    ['CD/CT2/IM1.dcm', 'with an extension'],
    ['CD/CT2/im1.DCM;1', 'with all of it'],
  ])('%s is CT2/IM1 %s', (path) => {
    expect(check(dicomdir('CD/DICOMDIR', [['CT2/IM1']]), [path])).toMatchObject({
      matched: 1,
      missing: [],
      unlisted: [],
    });
  });

  it('may have the extension in the list and not in the archive', () => {
    expect(check(dicomdir('DICOMDIR', [['A/IM1.DCM']]), ['A/IM1'])).toMatchObject({
      matched: 1,
      unlisted: [],
    });
  });

  it('an extension tells files apart where both names are there', () => {
    const found = check(dicomdir('DICOMDIR', [['IM1']]), ['IM1', 'IM1.dcm']);
    expect(pathsOf(found.unlisted)).toEqual(['IM1.dcm']);
  });

  it('what is a number behind a dot is no extension', () => {
    const found = check(dicomdir('DICOMDIR', [['1.2.3']]), ['1.2.4']);
    expect(found).toMatchObject({ missing: [{ fileId: '1.2.3' }], unlisted: [{ path: '1.2.4' }] });
  });

  it('names that go up are not followed', () => {
    expect(check(dicomdir('CD/DICOMDIR', [['../IM1']]), ['IM1'])).toMatchObject({ matched: 0, unlisted: [] });
    expect(check(dicomdir('CD/DICOMDIR', [['../IM1']]), ['CD/IM1'])).toMatchObject({ matched: 0 });
  });

  it('an instance may be under another path', () => {
    const found = check(dicomdir('DICOMDIR', [['A/IM1', '2.25.1'], ['A/IM2']]), [
      { path: 'export/0001.dcm', uid: '2.25.1' },
    ]);
    expect(found).toMatchObject({ listed: 2, matched: 0, missing: [{ fileId: 'A/IM2' }], unlisted: [] });
    expect(found.elsewhere).toEqual([
      { fileId: 'A/IM1', sopInstanceUid: '2.25.1', recordType: 'IMAGE', file: 0, path: 'export/0001.dcm' },
    ]);
  });

  it('a file that is listed twice, or stands twice under one name, counts once', () => {
    expect(check(dicomdir('DICOMDIR', [['A/IM1'], ['a\\im1'], ['B'], ['B']]), ['A/IM1'])).toMatchObject({
      listed: 2,
      matched: 1,
      missing: [{ fileId: 'B' }],
    });
    expect(check(dicomdir('DICOMDIR', [['A']]), ['A', 'A'])).toMatchObject({ matched: 1, unlisted: [] });
  });

  it('records without a file, and those out of use, list nothing', () => {
    const { records, ...directory } = dicomdir('DICOMDIR', [[''], ['A']]);
    const unused = { ...directory, records: records.map((record) => ({ ...record, isInUse: false })) };
    expect(check(unused, ['A'])).toMatchObject({ listed: 0, missing: [], unlisted: [{ path: 'A' }] });
    expect(check(dicomdir('DICOMDIR', [['']]), [])).toMatchObject({ listed: 0, missing: [] });
  });

  it('only DICOM files have to be listed, but others may be', () => {
    const other = (path: string): TestFile => ({ path, isDicom: false });
    const found = check(dicomdir('CD/DICOMDIR', [['REPORT']]), [
      other('CD/AUTORUN.INF'),
      other('CD/REPORT'),
      other('CD/DICOMDIR'),
    ]);
    expect(found).toMatchObject({ matched: 1, unlisted: [] });
  });

  it('of a DICOMDIR that is cut, only what it lists is looked for', () => {
    const cut = { ...dicomdir('DICOMDIR', [['A']]), isWhole: false };
    expect(check(cut, ['B'])).toMatchObject({ missing: [{ fileId: 'A' }], unlisted: [] });
  });
});

describe('several DICOMDIRs of one archive', () => {
  const unlistedOf = (dicomdirs: readonly ArchivedDicomdir[], paths: readonly string[]) =>
    checkFileSets(dicomdirs, archive(paths)).map(({ unlisted }) => pathsOf(unlisted));

  it('have each the files of their folder, and not those of deeper ones', () => {
    const dicomdirs = [
      dicomdir('DICOMDIR', []),
      dicomdir('CD/DICOMDIR', [], 1),
      dicomdir('C/DICOMDIR', [], 2),
    ];
    expect(unlistedOf(dicomdirs, ['A', 'CD/B', 'CD/sub/C', 'CD2/D', 'C/E'])).toEqual([
      ['A', 'CD2/D'],
      ['CD/B', 'CD/sub/C'],
      ['C/E'],
    ]);
    expect(unlistedOf([dicomdir('CD/DICOMDIR', [])], ['beside', 'other/A', 'CD.old/A'])).toEqual([[]]);
  });

  it('leave out what any of them lists', () => {
    const dicomdirs = [dicomdir('DICOMDIR', [['CD/A']]), dicomdir('CD/DICOMDIR', [['B']], 1)];
    expect(unlistedOf(dicomdirs, ['CD/A', 'CD/B', 'CD/C'])).toEqual([[], ['CD/C']]);
  });

  it('of one folder say once what none of them lists', () => {
    const dicomdirs = [dicomdir('DICOMDIR', [['A']]), dicomdir('DICOMDIR.BAK', [['B']], 1)];
    expect(unlistedOf(dicomdirs, ['A', 'B', 'C'])).toEqual([['C'], []]);
    const cut = dicomdirs.map((each, place) => ({ ...each, isWhole: place === 0 }));
    expect(unlistedOf(cut, ['A', 'B', 'C'])).toEqual([[], []]);
  });
});
