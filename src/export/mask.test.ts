import { describe, expect, it } from 'vitest';
import { decide, NO_DECISIONS } from '../review/decisions';
import type { FileToReview } from '../review/review-input.fixture';
import { maskFor } from './mask';
import { findingsCsv, placesCsv } from './report-csv';
import { reportOfFiles, textOf, type ReviewToReport } from './report.fixture';

/** Every text that the archive has of its own, but for what the standard defines. */
const IDENTITIES = [
  'Roe',
  'Richard',
  'Müller',
  'Muller',
  'P-4711',
  '19610304',
  'ACC-0815',
  '20240305',
  'St. Example',
  'worklist',
  'ward',
  '2.25.4711',
  'sender.zip',
  'ROEMOD',
];

const FILE: FileToReview = {
  path: 'Roe_Richard/ward 7/P-4711.dcm',
  content: [
    [0x00080005, 'CS', 'ISO_IR 192'],
    [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.7'],
    [0x00080018, 'UI', '2.25.4711.3'],
    [0x00080020, 'DA', '20240305'],
    [0x00080050, 'SH', 'ACC-0815'],
    [0x00080060, 'CS', 'ROEMOD'],
    [0x00080080, 'LO', 'St. Example'],
    [0x00080090, 'PN', 'Müller^Ärztin'],
    [0x00081030, 'LO', 'Chest of Richard Roe'],
    [0x0008103e, 'LO', 'Axial, Roe'],
    [0x00100010, 'PN', 'Roe^Richard'],
    [0x00100020, 'LO', 'P-4711'],
    [0x00100030, 'DA', '19610304'],
    [0x0020000d, 'UI', '2.25.4711.1'],
    [0x0020000e, 'UI', '2.25.4711.2'],
    [0x00291002, 'LO', 'by ROE'],
    [0x00290010, 'LO', 'ROEMOD PRIVATE'],
  ],
};
const FILES: readonly FileToReview[] = [
  FILE,
  { path: 'Roe_Richard/worklist.txt', content: new TextEncoder().encode('Richard Roe') },
];

const MASKED: ReviewToReport = {
  archiveName: 'sender.zip',
  isMasked: true,
  comment: 'Roe, RICHARD, was born on 19610304; Muller is the physician.',
  expectedList: 'ACC-0815\nRoe of ward 7',
  options: { termsToFind: ['Roe'], termsToAllow: ['St. Example'] },
  decisions: decide(
    NO_DECISIONS,
    { check: 'profile' },
    { verdict: 'accepted', note: 'the name roe is agreed for P-4711' },
  ),
};

function identitiesIn(text: string): readonly string[] {
  return IDENTITIES.filter((identity) => text.toLowerCase().includes(identity.toLowerCase()));
}

describe('a masked report', () => {
  it('has none of the values, names of files and words of its archive, in whatever form', async () => {
    const plain = await reportOfFiles(FILES, { ...MASKED, isMasked: false });
    expect(identitiesIn(await plain.json())).toEqual(IDENTITIES);
    const { report, findings, json } = await reportOfFiles(FILES, MASKED);
    expect(identitiesIn(await json())).toEqual([]);
    expect(identitiesIn(JSON.stringify(report))).toEqual([]);
    expect(identitiesIn(await textOf(findingsCsv(findings)))).toEqual([]);
    expect(identitiesIn(await textOf(placesCsv(findings)))).toEqual([]);
  });

  it('has equal values equal, and different ones different, in all of its parts', async () => {
    const { report, json } = await reportOfFiles(FILES, MASKED);
    const { findings } = JSON.parse(await json()) as {
      readonly findings: readonly {
        readonly value?: string;
        readonly places: readonly { path?: string }[];
      }[];
    };
    const valueAt = (path: string): string | undefined =>
      findings.find(({ places }) => places.some((place) => place.path === path))?.value;
    const [patient] = report.patients;
    expect(valueAt('00100010')).toBe(patient?.name);
    expect(valueAt('00100020')).toBe(patient?.id);
    expect(patient?.name).toMatch(/^value \d+$/);
    expect(patient?.name).not.toBe(patient?.id);
    const lines = report.checks.flatMap((group) => group.lines);
    expect(lines.find(({ path }) => path === '00100010')?.value).toBe(patient?.name);
  });

  it('says where a finding is by the place of its file in the archive', async () => {
    const { json } = await reportOfFiles(FILES, MASKED);
    const { files, findings } = JSON.parse(await json()) as {
      readonly files: readonly object[];
      readonly findings: readonly { readonly places: readonly object[] }[];
    };
    expect(files).toMatchObject([
      { archive: 'archive 1', path: 'file 1', state: 'headerOnly' },
      { archive: 'archive 1', path: 'file 2', state: 'notDicom' },
    ]);
    expect(findings.flatMap(({ places }) => places)).toContainEqual({ file: 'file 1', path: '00100010' });
  });

  it('keeps what the standard defines', async () => {
    const { report } = await reportOfFiles(
      [{ ...FILE, content: [...withoutModality(FILE), [0x00080060, 'CS', 'MR']] }],
      MASKED,
    );
    expect(report.patients[0]?.studies[0]?.series[0]).toMatchObject({
      modality: 'MR',
      transferSyntaxes: ['Explicit VR Little Endian'],
      instances: 1,
    });
  });
});

describe('a mask', () => {
  const mask = maskFor({ patients: [], counts: { patients: 0, studies: 0, series: 0, instances: 0 } }, []);

  it('numbers values in the order in which they come, and leaves nothing for nothing', () => {
    expect(['Roe', 'Doe', 'Roe', ''].map(mask.value)).toEqual(['value 1', 'value 2', 'value 1', '']);
  });

  it('leaves prose as it is where it quotes nothing', () => {
    expect(mask.prose('Agreed with the trial’s office.')).toBe('Agreed with the trial’s office.');
  });
});

function withoutModality({ content }: FileToReview): Exclude<FileToReview['content'], Uint8Array> {
  return content instanceof Uint8Array ? [] : content.filter(([tag]) => tag !== 0x00080060);
}
