import { describe, expect, it } from 'vitest';
import { toArchiveId, toFileId } from '../base/ids';
import { decide, NO_DECISIONS } from '../review/decisions';
import type { FileToReview } from '../review/review-input.fixture';
import { findingsJson } from './report-findings';
import { reportOfFiles, textOf } from './report.fixture';

const instance = (number: number, patient = 'Roe^Richard'): FileToReview => ({
  path: `CT/IM${number}`,
  content: [
    [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.7'],
    [0x00080018, 'UI', `1.2.3.4.${number}`],
    [0x00080020, 'DA', '20240305'],
    [0x00080060, 'CS', 'OT'],
    [0x00081030, 'LO', 'Chest'],
    [0x0008103e, 'LO', 'Axial'],
    [0x00100010, 'PN', patient],
    [0x00100020, 'LO', 'P-4711'],
    [0x0020000d, 'UI', '1.2.3'],
    [0x0020000e, 'UI', '1.2.3.4'],
    [0x00200011, 'IS', '7'],
    [0x00400275, 'SQ', [[[0x00321060, 'LO', 'for Roe']]]],
  ],
});

describe('the JSON of a report', () => {
  it('has the whole account: archives, ledger, files, patients, findings with all of their places', async () => {
    const readme = new TextEncoder().encode('hello');
    const { json } = await reportOfFiles([instance(1), instance(2), { path: 'README.txt', content: readme }]);
    const report = JSON.parse(await json()) as Record<string, unknown>;
    expect(report).toMatchObject({
      format: 'glovebox-report',
      version: 1,
      masked: false,
      date: '2026-07-31T12:00:00.000Z',
      reviewer: 'A. Reviewer',
      archives: [{ name: 'test.zip', bytes: 5000, entries: 3, problem: null, sha256: 'ab'.repeat(32) }],
      ledger: { entries: 3, bytes: 3000, byState: { headerOnly: { entries: 2 }, notDicom: { entries: 1 } } },
      files: [
        {
          archive: 'test.zip',
          path: 'CT/IM1',
          bytes: 1000,
          state: 'headerOnly',
          sopInstanceUid: '1.2.3.4.1',
        },
        { archive: 'test.zip', path: 'CT/IM2', sopInstanceUid: '1.2.3.4.2' },
        { archive: 'test.zip', path: 'README.txt', state: 'notDicom' },
      ],
      patients: [
        {
          id: 'P-4711',
          name: 'Roe^Richard',
          studies: [
            {
              uid: '1.2.3',
              date: '20240305',
              description: 'Chest',
              series: [
                {
                  uid: '1.2.3.4',
                  number: 7,
                  modality: 'OT',
                  description: 'Axial',
                  instances: 2,
                  frames: 2,
                  transferSyntaxes: ['Explicit VR Little Endian'],
                  problems: 0,
                },
              ],
            },
          ],
        },
      ],
    });
    expect(report['findings']).toContainEqual({
      check: 'profile',
      severity: 'stop',
      identifying: true,
      value: 'for Roe',
      message: 'Holds “for Roe”.',
      counts: { files: 2, series: 1, studies: 1, patients: 1 },
      places: [
        { file: 'CT/IM1', path: '00400275[0].00321060' },
        { file: 'CT/IM2', path: '00400275[0].00321060' },
      ],
    });
  });

  it('names the kind of a place that is no attribute, and no file for the archive itself', async () => {
    const { json } = await reportOfFiles([instance(1)]);
    const { findings } = JSON.parse(await json()) as { readonly findings: readonly object[] };
    expect(findings).toContainEqual(
      expect.objectContaining({ value: 'CT', kind: 'folder', places: [{ file: 'CT/IM1', kind: 'folder' }] }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ check: 'archive-names', places: [{ file: '', kind: 'zip-comment' }] }),
    );
  });

  it('has what the reviewer has said of a finding, and of its check where that is all', async () => {
    const before = await reportOfFiles([instance(1)]);
    const row = before.findings.rows.find(({ value }) => value === 'P-4711');
    const decisions = decide(
      decide(NO_DECISIONS, { finding: row?.key ?? '' }, { verdict: 'flagged', note: 'not agreed' }),
      { check: 'gaps' },
      { verdict: 'accepted', note: '' },
    );
    const { json } = await reportOfFiles([instance(1)], { decisions });
    const { findings } = JSON.parse(await json()) as { readonly findings: readonly object[] };
    expect(findings).toContainEqual(
      expect.objectContaining({ value: 'P-4711', decision: 'flagged', note: 'not agreed' }),
    );
    const gap = findings.find((finding) => 'check' in finding && finding.check === 'gaps');
    expect(gap).toHaveProperty('decision', 'accepted');
    expect(gap).not.toHaveProperty('note');
  });

  it('is written in pieces, a finding of many places too, and asks for the places of some findings at a time', async () => {
    const { findings } = await reportOfFiles([instance(1)]);
    const [row] = findings.rows;
    if (row === undefined) throw new Error('there is a finding');
    const files = Array.from({ length: 20_000 }, (_, index) => toFileId(toArchiveId(0), index));
    const many = { ...row, counts: { ...row.counts, files: files.length } };
    const asked: number[] = [];
    const pieces: string[] = [];
    for await (const piece of findingsJson({
      ...findings,
      rows: [many, row, many],
      names: { ...findings.names, of: String },
      listPlaces: (rows) => {
        asked.push(rows.length);
        return Promise.resolve(
          new Map([
            [row.number, files.map((file) => ({ file, archive: null, path: '00100010', kind: null }))],
          ]),
        );
      },
    })) {
      pieces.push(piece);
    }
    expect(asked).toEqual([1, 1, 1]);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(50_000);
    const parsed = JSON.parse(`[${pieces.join('')}]`) as readonly { readonly places: readonly object[] }[];
    expect(parsed.map(({ places }) => places.length)).toEqual([20_000, 20_000, 20_000]);
  });

  it('is an empty list where nothing was found', async () => {
    const { findings } = await reportOfFiles([instance(1)], { findingsOf: () => [] });
    expect(await textOf(findingsJson(findings))).toBe('');
  });
});
