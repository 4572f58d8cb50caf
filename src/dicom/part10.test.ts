import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Result } from '../base/result';
import {
  type DataSetDescription,
  EXPLICIT_BIG_ENDIAN,
  EXPLICIT_LITTLE_ENDIAN,
  IMPLICIT_LITTLE_ENDIAN,
  writeDataSet,
  writePart10,
} from '../fixtures/dicom-writer';
import { inflateRaw } from '../fixtures/inflate-raw';
import { decimalsOf, intOf, numbersOf, sequenceOf, textOf } from './elements';
import { type DicomFile, parsePart10 } from './part10';

const CT_IMAGE_STORAGE = '1.2.840.10008.5.1.4.1.1.2';
const DEFLATED = '1.2.840.10008.1.2.1.99';

const CT: DataSetDescription = [
  [0x00080016, 'UI', CT_IMAGE_STORAGE],
  [0x00080018, 'UI', '2.25.1'],
  [0x00080060, 'CS', 'CT'],
  [0x00081140, 'SQ', [[[0x00081155, 'UI', '2.25.7']], [[0x00081155, 'UI', '2.25.8']]]],
  [0x00100010, 'PN', 'Roe^Richard'],
  [0x00200032, 'DS', ['-10.5', '20', '3e1']],
  [0x00280010, 'US', 2],
  [0x00280011, 'US', 3],
  [0x7fe00010, 'OW', Uint16Array.of(1, 2, 3, 4, 5, 6)],
];

const LITTLE = { isExplicit: true, isLittleEndian: true, hasUndefinedLengths: false };

const parse = (bytes: Uint8Array): Result<DicomFile> => parsePart10(bytes, { where: 'a/b', inflateRaw });

function parsed(bytes: Uint8Array): DicomFile {
  const result = parse(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

function expectCt({ dataSet, pixelElement }: DicomFile): void {
  expect(textOf(dataSet, 'x00100010')).toBe('Roe^Richard');
  expect(decimalsOf(dataSet, 'x00200032')).toEqual([-10.5, 20, 30]);
  expect(intOf(dataSet, 'x00280011')).toBe(3);
  expect(sequenceOf(dataSet, 'x00081140').map((item) => textOf(item, 'x00081155'))).toEqual([
    '2.25.7',
    '2.25.8',
  ]);
  expect(pixelElement?.length).toBe(12);
}

describe('parsePart10', () => {
  for (const hasUndefinedLengths of [false, true]) {
    for (const transferSyntaxUid of [EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN, EXPLICIT_BIG_ENDIAN]) {
      it(`reads ${transferSyntaxUid}, sequences of ${hasUndefinedLengths ? 'un' : ''}defined length`, () => {
        const file = parsed(writePart10(CT, { transferSyntaxUid, hasUndefinedLengths }));
        expectCt(file);
        expect(file.transferSyntaxUid).toBe(transferSyntaxUid);
        expect(textOf(file.meta, 'x00020010')).toBe(transferSyntaxUid);
        expect(textOf(file.dataSet, 'x00020010')).toBe(transferSyntaxUid);
        expect(file.problems).toEqual([]);
      });

      it(`finds ${transferSyntaxUid} without file meta information, lengths ${hasUndefinedLengths ? 'un' : ''}defined`, () => {
        const options = { transferSyntaxUid, hasUndefinedLengths, hasPreamble: false, hasMeta: false };
        const file = parsed(writePart10(CT, options));
        expectCt(file);
        expect(file.transferSyntaxUid).toBe(transferSyntaxUid);
        expect(file.problems.map(({ code }) => code)).toEqual(['dicom-deviation']);
      });
    }
  }

  it('reads a file without preamble', () => {
    const file = parsed(writePart10(CT, { hasPreamble: false }));
    expectCt(file);
    expect(file.problems).toEqual([
      {
        code: 'dicom-deviation',
        where: 'a/b',
        detail: { offset: 0, tag: '', path: '', reason: 'no preamble' },
      },
    ]);
  });

  it('believes the data set more than its transfer syntax', () => {
    const meta = writePart10([], { transferSyntaxUid: EXPLICIT_LITTLE_ENDIAN });
    const file = parsed(join(meta, writeDataSet(CT, { ...LITTLE, isExplicit: false })));
    expectCt(file);
    expect(file.transferSyntaxUid).toBe(IMPLICIT_LITTLE_ENDIAN);
    expect(file.problems).toEqual([
      {
        code: 'dicom-deviation',
        where: 'a/b',
        detail: {
          // (0002,0010): behind preamble, prefix, group length (12), version (14), and two empty UIDs (8 each).
          offset: 132 + 12 + 14 + 8 + 8,
          tag: '(0002,0010)',
          path: '00020010',
          reason: 'the data set is implicit VR little endian',
        },
      },
    ]);
  });

  it('reads a missing and a private transfer syntax as what is there', () => {
    expectCt(parsed(writePart10(CT, { transferSyntaxUid: '' })));
    const file = parsed(writePart10(CT, { transferSyntaxUid: '1.2.3.4' }));
    expectCt(file);
    expect(file.transferSyntaxUid).toBe('1.2.3.4');
  });

  it('inflates a deflated data set', () => {
    const meta = writePart10([], { transferSyntaxUid: DEFLATED });
    expectCt(parsed(join(meta, deflateRawSync(writeDataSet(CT, LITTLE)))));
    expect(parse(join(meta, Uint8Array.of(7, 7, 7, 7)))).toMatchObject({
      ok: false,
      error: { code: 'dicom-unreadable' },
    });
  });

  it('reads 64-bit integers, in sequences too', () => {
    const lengths = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f);
    const file = parsed(
      writePart10([
        ...CT,
        [0x00720082, 'SV', Uint8Array.of(0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff)],
        [
          0x00409096,
          'SQ',
          [
            [
              [0x00720083, 'UV', lengths],
              [0x00409212, 'FD', 2.5],
            ],
          ],
        ],
      ]),
    );
    expectCt(file);
    expect(numbersOf(file.dataSet, 'x00720082', 'SV')).toEqual([-2]);
    const [item] = sequenceOf(file.dataSet, 'x00409096');
    expect(item && numbersOf(item, 'x00409212', 'FD')).toEqual([2.5]);
    // 2^63 - 1, as a double 2^63.
    expect(item && numbersOf(item, 'x00720083', 'UV')).toEqual([2 ** 63]);
  });

  it('reads UN of undefined length as implicit VR', () => {
    const implicit = { ...LITTLE, isExplicit: false, hasUndefinedLengths: true };
    const sequence = writeDataSet([[0x00091001, 'SQ', [[[0x00080060, 'CS', 'MR']]]]], implicit);
    // (0009,1001), UN, two reserved bytes; from the length on as in implicit VR.
    const unknown = join(sequence.subarray(0, 4), Uint8Array.of(0x55, 0x4e, 0, 0), sequence.subarray(4));
    const [uid, ...rest] = CT.filter(([tag]) => tag !== 0x00081140);
    const before = writePart10(uid === undefined ? [] : [uid]);
    const file = parsed(
      join(
        before,
        unknown,
        writeDataSet(
          rest.filter(([tag]) => tag > 0x00091001),
          LITTLE,
        ),
      ),
    );
    expect(sequenceOf(file.dataSet, 'x00091001').map((item) => textOf(item, 'x00080060'))).toEqual(['MR']);
    expect(textOf(file.dataSet, 'x00100010')).toBe('Roe^Richard');
  });

  it('keeps the fragments of compressed pixels, and those that are left of a cut file', () => {
    const fragments = [Uint8Array.of(1, 2, 3, 4), Uint8Array.of(5, 6)];
    const bytes = writePart10([...CT.slice(0, -1), [0x7fe00010, 'OB', { fragments }]], {
      transferSyntaxUid: '1.2.840.10008.1.2.4.70',
    });
    expect(parsed(bytes).pixelElement?.fragments).toHaveLength(2);
    // The delimitation has 8 bytes.
    const cut = parsed(bytes.subarray(0, bytes.length - 8));
    expect(cut.pixelElement?.fragments).toHaveLength(2);
    expect(cut.problems.map(({ code }) => code)).toEqual(['dicom-truncated']);
  });

  it('says where a file is cut, and keeps what is there', () => {
    const bytes = writePart10(CT);
    // Pixel Data: a header of 12 bytes and a value of 12, of which 5 are missing.
    const file = parsed(bytes.subarray(0, bytes.length - 5));
    expect(file.pixelElement?.length).toBe(7);
    expect(file.problems).toEqual([
      {
        code: 'dicom-truncated',
        where: 'a/b',
        detail: { offset: bytes.length - 24, tag: '(7FE0,0010)', path: '7FE00010' },
      },
    ]);
  });

  it('goes on after a sequence whose items are nonsense', () => {
    const rest = writeDataSet(
      CT.filter(([tag]) => tag > 0x00081140),
      LITTLE,
    );
    const start = writePart10(CT.filter(([tag]) => tag < 0x00081140));
    const broken = Uint8Array.of(0x08, 0, 0x40, 0x11, 0x53, 0x51, 0, 0, 8, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8);
    const file = parsed(join(start, broken, rest));
    expect(textOf(file.dataSet, 'x00100010')).toBe('Roe^Richard');
    expect(file.problems).toMatchObject([{ code: 'dicom-deviation', detail: { tag: '(0008,1140)' } }]);
  });

  it('takes nothing else for DICOM', () => {
    const texts = [
      '',
      'x',
      'Patient: Roe, Richard\n'.repeat(20),
      '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n',
      '\xff\xd8\xff\xe0\0\x10JFIF\0',
    ];
    for (const text of texts)
      expect(parse(Uint8Array.from(text, (c) => c.charCodeAt(0))).ok, text).toBe(false);
    expect(parse(new Uint8Array(1000)).ok).toBe(false);
    const nonsense = join(new Uint8Array(128), new TextEncoder().encode(`DICM${'nonsense '.repeat(50)}`));
    expect(parse(nonsense)).toMatchObject({
      ok: false,
      error: { code: 'dicom-unreadable', detail: { offset: 132 } },
    });
  });
});
