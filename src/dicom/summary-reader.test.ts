import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { assert } from '../base/assert';
import type { HeadSource } from '../base/head-source';
import {
  type DataSetDescription,
  type ElementDescription,
  EXPLICIT_BIG_ENDIAN,
  EXPLICIT_LITTLE_ENDIAN,
  IMPLICIT_LITTLE_ENDIAN,
  writeDataSet,
  writePart10,
} from '../fixtures/dicom-writer';
import { inflateRaw } from '../fixtures/inflate-raw';
import { drawBytes } from '../fixtures/mutations';
import { createRandom } from '../fixtures/random';
import type { InstanceSummary } from './summary';
import { readSummary, type SummaryOutcome } from './summary-reader';
import { wholeHead } from './whole-head';

const MR: DataSetDescription = [
  [0x00080005, 'CS', 'ISO_IR 192'],
  [0x00080008, 'CS', ['ORIGINAL', 'PRIMARY']],
  [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.4'],
  [0x00080018, 'UI', '2.25.1'],
  [0x00080020, 'DA', '20240131'],
  [0x00080060, 'CS', 'MR'],
  [0x0008103e, 'LO', ' Schädel T2 '],
  // A name in a sequence is not the patient's.
  [
    0x00081140,
    'SQ',
    [
      [
        [0x00100010, 'PN', 'Wrong^Name'],
        [0x00081155, 'UI', '2.25.7'],
      ],
    ],
  ],
  [0x00091010, 'OB', new Uint8Array(100_000)],
  [0x00100010, 'PN', 'Müller^Jürgen'],
  [0x00100020, 'LO', 'ID-1'],
  [0x00180050, 'DS', '2.5'],
  [0x0020000d, 'UI', '2.25.2'],
  [0x0020000e, 'UI', '2.25.3'],
  [0x00200011, 'IS', '4'],
  [0x00200013, 'IS', ' 17 '],
  [0x00200032, 'DS', ['-10.5', '20', '3e1']],
  [0x00200037, 'DS', ['1', '0', '0', '0', '0', '-1']],
  [0x00280002, 'US', 1],
  [0x00280010, 'US', 256],
  [0x00280011, 'US', 192],
  [0x00280100, 'US', 16],
  [0x7fe00010, 'OW', new Uint16Array(256 * 192)],
];

/** From the description above, by hand. */
const MR_SUMMARY = {
  imageType: 'ORIGINAL\\PRIMARY',
  sopClassUid: '1.2.840.10008.5.1.4.1.1.4',
  sopInstanceUid: '2.25.1',
  studyDate: '20240131',
  modality: 'MR',
  seriesDescription: 'Schädel T2',
  patientName: 'Müller^Jürgen',
  patientId: 'ID-1',
  sliceThickness: 2.5,
  studyInstanceUid: '2.25.2',
  seriesInstanceUid: '2.25.3',
  seriesNumber: 4,
  instanceNumber: 17,
  positionX: -10.5,
  positionY: 20,
  positionZ: 30,
  rowX: 1,
  columnZ: -1,
  rows: 256,
  columns: 192,
  samplesPerPixel: 1,
  bitsAllocated: 16,
  hasPixelData: 1,
  numberOfFrames: NaN,
  accessionNumber: '',
};

const LITTLE_EXPLICIT = { isExplicit: true, isLittleEndian: true, hasUndefinedLengths: false };
const read = (bytes: Uint8Array): SummaryOutcome => readSummary(wholeHead(bytes), 'a/b', inflateRaw);
const summaryOf = (bytes: Uint8Array): InstanceSummary => {
  const outcome = read(bytes);
  assert('summary' in outcome, 'the file is read');
  return outcome.summary;
};
const without = (...tags: readonly number[]): DataSetDescription => MR.filter(([tag]) => !tags.includes(tag));

/** Hands out bytes as they are asked for, up to `loaded`; tells how far that went. */
function growingHead(bytes: Uint8Array, loaded: number): HeadSource & { readonly available: number } {
  let available = 0;
  return {
    bytes,
    totalBytes: bytes.length,
    get available() {
      return available;
    },
    require(end) {
      available = Math.max(available, Math.min(end, loaded));
      if (end <= loaded) return 'ok';
      return loaded < bytes.length ? 'not-loaded' : 'no-more';
    },
  };
}

describe('readSummary', () => {
  for (const hasUndefinedLengths of [false, true]) {
    it.each([EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN, EXPLICIT_BIG_ENDIAN])(
      `reads %s, sequences of ${hasUndefinedLengths ? 'un' : ''}defined length`,
      (transferSyntaxUid) => {
        const outcome = read(writePart10(MR, { transferSyntaxUid, hasUndefinedLengths }));
        expect(outcome).toMatchObject({
          outcome: 'dicom',
          summary: { ...MR_SUMMARY, transferSyntaxUid },
          problems: [],
        });
      },
    );
  }

  it('asks for no more than the header, and nothing of the values in between', () => {
    const bytes = writePart10(MR);
    const head = growingHead(bytes, bytes.length);
    expect(readSummary(head, 'a/b', inflateRaw).outcome).toBe('dicom');
    // Up to the header of Pixel Data, which is 12 bytes before its value.
    expect(head.available).toBe(bytes.length - 256 * 192 * 2);
  });

  it('asks to be called again as long as the head is too short', () => {
    const bytes = writePart10(MR);
    const pixelData = bytes.length - 256 * 192 * 2;
    for (const loaded of [0, 100, 200, 400, 1000, pixelData - 1]) {
      expect(readSummary(growingHead(bytes, loaded), 'a/b', inflateRaw)).toEqual({ outcome: 'need-more' });
    }
    expect(readSummary(growingHead(bytes, pixelData), 'a/b', inflateRaw)).toMatchObject({
      summary: MR_SUMMARY,
    });
  });

  it('inflates a deflated data set', () => {
    const meta = writePart10([], { transferSyntaxUid: '1.2.840.10008.1.2.1.99' });
    const dataSet = writeDataSet(MR, LITTLE_EXPLICIT);
    const bytes = new Uint8Array(Buffer.concat([meta, deflateRawSync(dataSet)]));
    expect(read(bytes)).toMatchObject({ outcome: 'dicom', summary: MR_SUMMARY });
    expect(readSummary(growingHead(bytes, bytes.length - 1), 'a/b', inflateRaw)).toEqual({
      outcome: 'need-more',
    });
  });

  it('asks for no more of a deflated data set than its header takes', () => {
    const meta = writePart10([], { transferSyntaxUid: '1.2.840.10008.1.2.1.99' });
    const noise = drawBytes(1 << 20, createRandom(3));
    const dataSet = writeDataSet([...without(0x7fe00010), [0x7fe00010, 'OW', noise]], LITTLE_EXPLICIT);
    const bytes = new Uint8Array(Buffer.concat([meta, deflateRawSync(dataSet)]));
    expect(bytes.length).toBeGreaterThan(1 << 20);
    const head = growingHead(bytes, bytes.length);
    expect(readSummary(head, 'a/b', inflateRaw)).toMatchObject({ outcome: 'dicom', summary: MR_SUMMARY });
    expect(head.available).toBeLessThan(20_000);

    // A header that is longer than what is inflated at first.
    const text: ElementDescription = [0x00080101, 'OB', drawBytes(100_000, createRandom(4))];
    const long = writeDataSet([...MR, text], LITTLE_EXPLICIT);
    const longBytes = new Uint8Array(Buffer.concat([meta, deflateRawSync(long)]));
    expect(read(longBytes)).toMatchObject({ outcome: 'dicom', summary: MR_SUMMARY, problems: [] });
  });

  it('gives what a cut file still has, and says where it is cut', () => {
    const bytes = writePart10(without(0x7fe00010));
    // The last element, Bits Allocated, has 8 bytes and 2 of value.
    expect(read(bytes.subarray(0, bytes.length - 1))).toMatchObject({
      outcome: 'dicom',
      summary: { ...MR_SUMMARY, bitsAllocated: NaN, hasPixelData: 0 },
      problems: [{ code: 'dicom-truncated', detail: { offset: bytes.length - 10, tag: '(0028,0100)' } }],
    });
  });

  it('notices that Pixel Data is longer than the file', () => {
    const bytes = writePart10(MR);
    expect(read(bytes.subarray(0, bytes.length - 100))).toMatchObject({
      outcome: 'dicom',
      summary: MR_SUMMARY,
      problems: [{ code: 'dicom-truncated', detail: { tag: '(7FE0,0010)' } }],
    });
  });

  it('takes a cut file without anything that identifies it for unreadable', () => {
    const bytes = writePart10([
      [0x00080005, 'CS', 'ISO_IR 192'],
      [0x00080008, 'CS', 'ORIGINAL'],
    ]);
    expect(read(bytes.subarray(0, bytes.length - 3))).toMatchObject({ outcome: 'unreadable' });
    // Whole, it is DICOM, if a poor one.
    expect(read(bytes)).toMatchObject({ outcome: 'dicom' });
  });

  it('knows a directory', () => {
    const directory: DataSetDescription = [
      [0x00041130, 'CS', 'SET'],
      [
        0x00041220,
        'SQ',
        [
          [
            [0x00041430, 'CS', 'PATIENT'],
            [0x00100010, 'PN', 'Roe^Richard'],
          ],
        ],
      ],
    ];
    expect(read(writePart10(directory))).toMatchObject({ outcome: 'dicomdir', summary: { patientName: '' } });
  });

  it('reports text that is not in the character set declared', () => {
    expect(read(writePart10(without(0x00080005)))).toMatchObject({
      summary: { patientName: 'Müller^Jürgen' },
      problems: [{ code: 'charset-fallback', detail: { declared: '', used: 'UTF-8' } }],
    });
  });

  it('takes numbers of an unusual VR', () => {
    const dataSet: DataSetDescription = [
      ...without(0x00280010, 0x00280011),
      [0x00280010, 'UL', 256],
      [0x00280011, 'IS', '192'],
    ];
    expect(read(writePart10(dataSet))).toMatchObject({ summary: MR_SUMMARY });
  });

  it('reads when an image was taken, and which one of its place it is', () => {
    const description: DataSetDescription = [
      ...MR,
      [0x00080022, 'DA', '20240301'],
      [0x00080032, 'TM', '093012.5'],
      [0x00180081, 'DS', '30.5'],
      [0x00180086, 'IS', '2'],
      [0x00181060, 'DS', '120'],
      [0x00189087, 'FD', 800],
      [0x00200012, 'IS', '7'],
      [0x00200100, 'IS', '3'],
    ];
    for (const transferSyntaxUid of [EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN, EXPLICIT_BIG_ENDIAN]) {
      expect(summaryOf(writePart10(description, { transferSyntaxUid }))).toMatchObject({
        // 54 years, 13 of them leap years, and 31 + 29 days.
        acquisitionDate: 54 * 365 + 13 + 60,
        acquisitionTime: 9 * 3600 + 30 * 60 + 12.5,
        contentTime: NaN,
        echoTime: 30.5,
        echoNumber: 2,
        triggerTime: 120,
        diffusionBValue: 800,
        acquisitionNumber: 7,
        temporalPosition: 3,
      });
    }
  });

  it.each([
    ['Siemens', [0x00190010, 'LO', 'SIEMENS MR HEADER'], [0x0019100c, 'IS', '1000'], 1000],
    ['GE', [0x00430010, 'LO', 'GEMS_PARM_01'], [0x00431039, 'IS', ['1000000800', '8', '0', '0']], 800],
    ['Philips', [0x20010010, 'LO', 'Philips Imaging DD 001'], [0x20011003, 'FL', 750], 750],
    ['a stranger', [0x00190010, 'LO', 'SOMEBODY ELSE'], [0x0019100c, 'IS', '1000'], NaN],
  ] as const)('reads the b-value of %s', (_, creator, element, diffusionBValue) => {
    for (const transferSyntaxUid of [EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN]) {
      const file = writePart10([...MR, creator, element], { transferSyntaxUid });
      expect(summaryOf(file).diffusionBValue).toBe(diffusionBValue);
    }
    const standard: ElementDescription = [0x00189087, 'FD', 5];
    expect(summaryOf(writePart10([...MR, standard, creator, element])).diffusionBValue).toBe(5);
  });

  it('takes nothing else for DICOM', () => {
    for (const text of [
      '',
      'x',
      'Patient: Roe, Richard\n'.repeat(20),
      '%PDF-1.4',
      '\xff\xd8\xff\xe0\0\x10JFIF\0',
    ]) {
      expect(read(Uint8Array.from(text, (character) => character.charCodeAt(0)))).toEqual({
        outcome: 'not-dicom',
      });
    }
    expect(read(new Uint8Array(5000))).toEqual({ outcome: 'not-dicom' });
    const nonsense = new TextEncoder().encode(`${'\0'.repeat(128)}DICM${'nonsense '.repeat(50)}`);
    expect(read(nonsense)).toMatchObject({ outcome: 'unreadable', problem: { code: 'dicom-unreadable' } });
  });
});
