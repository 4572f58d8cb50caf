import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../../fixtures/dicom-writer';
import { reviewOf, type ReviewOfFiles } from '../review-input.fixture';
import { archiveNamesCheck } from './archive-names';

const GRUBER: DataSetDescription = [
  [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.7'],
  [0x00080018, 'UI', '1.2.3.4.1'],
  [0x00080020, 'DA', '20210419'],
  [0x00100010, 'PN', 'Gruber^Anna'],
  [0x00100020, 'LO', 'H-11705483'],
  [0x00100030, 'DA', '19610304'],
];

async function find(path: string, options: ReviewOfFiles = {}) {
  return archiveNamesCheck.find(await reviewOf([{ path, content: GRUBER }], options));
}

describe('the check on names in the archive', () => {
  it.each([
    ['Gruber/IM1', 'folder', 'Gruber'],
    ['x/gruber_0.dcm', 'filename', 'gruber'],
    ['11705483/IM1', 'folder', '11705483'],
    ['b1961-03-04/IM1', 'folder', '1961-03-04'],
  ])('stops an echo in %s', async (path, kind, marked) => {
    const [finding, ...others] = await find(path);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'stop',
      identifying: true,
      place: { held: { place: { kind } } },
    });
    expect(finding?.value.slice(...(finding.marks[0] ?? []))).toBe(marked);
  });

  it('names each of the folders and the file by itself', async () => {
    const found = await find('Gruber_Anna/CT/Gruber.dcm');
    expect(found.map(({ value }) => value)).toEqual(['Gruber_Anna', 'Gruber.dcm']);
  });

  it('finds an echo in the comment of the archive', async () => {
    expect(await find('a', { comment: 'CD of Anna Gruber' })).toMatchObject([
      {
        severity: 'stop',
        identifying: true,
        value: 'CD of Anna Gruber',
        place: { files: [], archive: 0, kind: 'zip-comment' },
      },
    ]);
  });

  it('finds an echo in the File IDs of a DICOMDIR', async () => {
    const found = archiveNamesCheck.find(
      await reviewOf([
        {
          path: 'a',
          content: [...GRUBER, [0x00041220, 'SQ', [[[0x00041500, 'CS', 'GRUBER\\CT1\\IM1']]]]],
        },
      ]),
    );
    expect(found).toMatchObject([{ severity: 'stop', value: 'GRUBER\\CT1\\IM1' }]);
  });

  it.each(['Castro_Carla_19490718', 'Castro Carla 18.07.1949', '19490718_Castro_Carla'])(
    'takes %s for a person, though no header knows them',
    async (folder) => {
      expect(await find(`${folder}/IM1`)).toMatchObject([
        {
          severity: 'check',
          identifying: true,
          message: expect.stringMatching(/a name with a date/) as string,
        },
      ]);
    },
  );

  it('takes the day of a study for one that tells, unless dates may stay', async () => {
    expect(await find('20210419/IM1')).toMatchObject([{ severity: 'check', identifying: true }]);
    const allowed = await find('20210419/IM1', { options: { allowed: ['retainLongitudinalFullDates'] } });
    expect(allowed).toMatchObject([{ severity: 'note', identifying: false }]);
  });

  it.each(['20190202/IM1', 'x/10485760', 'export_2019-02-02/IM1'])(
    'notes a date or number of nobody in %s',
    async (path) => {
      expect(await find(path)).toMatchObject([{ severity: 'note', identifying: false }]);
    },
  );

  it.each([
    'DICOM/ST0001/SE0002/IM00001',
    'Chest_Routine/Neck Angio (Adult) 2.0/IM00001.dcm',
    '1.2.840.113619.2.55.3.20190202.5/1.2.840.113619.2.5.dcm',
    'A/B/1C2D3E4F',
    'slice_0012.dcm',
  ])('takes %s for nothing', async (path) => {
    expect(await find(path)).toEqual([]);
  });

  it('takes what a study is called for no person', async () => {
    const found = await find('Chest_Routine_20190202/IM1');
    expect(found.map(({ identifying }) => identifying)).toEqual([false]);
  });

  it('passes over what the reviewer allows', async () => {
    expect(await find('Gruber/IM1', { options: { termsToAllow: ['Gruber'] } })).toEqual([]);
  });
});
