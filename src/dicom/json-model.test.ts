import { describe, expect, it } from 'vitest';
import { assert } from '../base/assert';
import { rangesOf } from '../base/byte-ranges';
import { ok } from '../base/result';
import {
  EXPLICIT_BIG_ENDIAN,
  writePart10,
  type DataSetDescription,
  type Part10Options,
} from '../fixtures/dicom-writer';
import { loadDictionary } from './dictionary';
import { readHeader } from './header';
import { toJsonModel, writeJsonModel, type JsonModelOptions } from './json-model';
import { parsePart10, type DicomFile } from './part10';
import { readPart10Head } from './part10-head';

const dictionary = await loadDictionary();

function textOf(file: DicomFile, options: JsonModelOptions): string {
  const header = readHeader(file, dictionary, 'a.dcm');
  return [...writeJsonModel(toJsonModel(file, header, options))].join('');
}

function jsonTextOf(
  elements: DataSetDescription,
  { bulkData = 'omit', ...options }: Partial<JsonModelOptions> & Part10Options = {},
): string {
  const file = parsePart10(writePart10(elements, options), { where: 'a.dcm', inflateRaw: ok });
  assert(file.ok, 'the file is read');
  return textOf(file.value, { bulkData });
}

function jsonOf(...given: Parameters<typeof jsonTextOf>): unknown {
  return JSON.parse(jsonTextOf(...given));
}

describe('the DICOM JSON Model', () => {
  it('gives what the example of PS3.18 F.4 has', () => {
    // The example's second object, as far as it is a data set of the study root.
    const elements: DataSetDescription = [
      [0x00080005, 'CS', 'ISO_IR 192'],
      [0x00080020, 'DA', '20130309'],
      [0x00080030, 'TM', '131600.0000'],
      [0x00080050, 'SH', '11235821'],
      [0x00080056, 'CS', 'ONLINE'],
      [0x00080061, 'CS', ['CT', 'PET']],
      [0x00080090, 'PN', '^Bob^^Dr.'],
      [0x00090010, 'LO', 'Vendor A'],
      [0x00091002, 'UN', Buffer.from('z0x9c8v7', 'base64')],
      [0x00100010, 'PN', 'Wang^XiaoDong=王^小東'],
      [0x00100020, 'LO', '12345'],
      [0x00100030, 'DA', '19670701'],
      [0x00100040, 'CS', 'M'],
      [0x0020000d, 'UI', '1.2.392.200036.9116.2.2.2.1762893313.1029997326.945873'],
      [0x00200010, 'SH', '11235813'],
      [0x00201206, 'IS', '4'],
      [0x00201208, 'IS', '942'],
    ];
    expect(jsonOf(elements, { bulkData: 'inline' })).toEqual({
      '00020010': { vr: 'UI', Value: ['1.2.840.10008.1.2.1'] },
      '00080005': { vr: 'CS', Value: ['ISO_IR 192'] },
      '00080020': { vr: 'DA', Value: ['20130309'] },
      '00080030': { vr: 'TM', Value: ['131600.0000'] },
      '00080050': { vr: 'SH', Value: ['11235821'] },
      '00080056': { vr: 'CS', Value: ['ONLINE'] },
      '00080061': { vr: 'CS', Value: ['CT', 'PET'] },
      '00080090': { vr: 'PN', Value: [{ Alphabetic: '^Bob^^Dr.' }] },
      '00090010': { vr: 'LO', Value: ['Vendor A'] },
      '00091002': { vr: 'UN', InlineBinary: 'z0x9c8v7' },
      '00100010': { vr: 'PN', Value: [{ Alphabetic: 'Wang^XiaoDong', Ideographic: '王^小東' }] },
      '00100020': { vr: 'LO', Value: ['12345'] },
      '00100030': { vr: 'DA', Value: ['19670701'] },
      '00100040': { vr: 'CS', Value: ['M'] },
      '0020000D': { vr: 'UI', Value: ['1.2.392.200036.9116.2.2.2.1762893313.1029997326.945873'] },
      '00200010': { vr: 'SH', Value: ['11235813'] },
      '00201206': { vr: 'IS', Value: [4] },
      '00201208': { vr: 'IS', Value: [942] },
    });
  });

  it('has the tags in ascending order, those that look like numbers too', () => {
    const text = jsonTextOf([
      [0x00080060, 'CS', 'CT'],
      [0x20100010, 'ST', 'x'],
      [0x00100020, 'LO', '1'],
      [0x0020000d, 'UI', '2.25.1'],
      [0x00200011, 'IS', '3'],
      [
        0x00400275,
        'SQ',
        [
          [
            [0x20100030, 'CS', 'y'],
            [0x00080060, 'CS', 'z'],
          ],
        ],
      ],
    ]);
    expect(text.match(/[0-9A-F]{8}/g)).toEqual(
      '00080060 00100020 0020000D 00200011 00400275 00080060 20100030 20100010'.split(' '),
    );
  });

  it('leaves out group lengths and group 0002, and without bulk data what is bulk data', () => {
    expect(
      jsonOf([
        [0x00080000, 'UL', 10],
        [0x00080060, 'CS', 'CT'],
        [0x7fe00010, 'OW', new Uint16Array(4)],
      ]),
    ).toEqual({ '00080060': { vr: 'CS', Value: ['CT'] }, '7FE00010': { vr: 'OW' } });
  });

  it('writes text in UTF-8, and that it is', () => {
    const elements: DataSetDescription = [
      [0x00080005, 'CS', 'ISO_IR 100'],
      [0x00100010, 'PN', Uint8Array.of(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72)],
    ];
    expect(jsonOf(elements)).toEqual({
      '00080005': { vr: 'CS', Value: ['ISO_IR 192'] },
      '00100010': { vr: 'PN', Value: [{ Alphabetic: 'Müller' }] },
    });
  });

  it('tells empty from absent, and null from empty (F.2.5)', () => {
    expect(
      jsonOf([
        [0x00080008, 'CS', ['ORIGINAL', '', 'AXIAL']],
        [0x00080050, 'SH', ''],
        [0x00080080, 'LO', '    '],
        [0x00081140, 'SQ', []],
        [0x00082112, 'SQ', [[[0x00080060, 'CS', 'CT']], []]],
        [0x00101001, 'PN', ['A', '', 'B=C']],
        [0x00280030, 'DS', ['0.5', '']],
        [0x00281201, 'OW', []],
      ]),
    ).toEqual({
      '00080008': { vr: 'CS', Value: ['ORIGINAL', null, 'AXIAL'] },
      '00080050': { vr: 'SH' },
      '00080080': { vr: 'LO' },
      '00081140': { vr: 'SQ' },
      '00082112': { vr: 'SQ', Value: [{ '00080060': { vr: 'CS', Value: ['CT'] } }, {}] },
      '00101001': { vr: 'PN', Value: [{ Alphabetic: 'A' }, null, { Alphabetic: 'B', Ideographic: 'C' }] },
      '00280030': { vr: 'DS', Value: [0.5, null] },
      '00281201': { vr: 'OW' },
    });
  });

  it('has the three groups of a name under their own names, and none that is empty', () => {
    expect(
      jsonOf([
        [0x00080005, 'CS', 'ISO_IR 192'],
        [0x00100010, 'PN', 'Yamada^Tarou=山田^太郎=やまだ^たろう'],
        [0x00080090, 'PN', '==やまだ'],
        [0x00081060, 'PN', '=='],
      ]),
    ).toEqual({
      '00080005': { vr: 'CS', Value: ['ISO_IR 192'] },
      '00080090': { vr: 'PN', Value: [{ Phonetic: 'やまだ' }] },
      '00081060': { vr: 'PN' },
      '00100010': {
        vr: 'PN',
        Value: [{ Alphabetic: 'Yamada^Tarou', Ideographic: '山田^太郎', Phonetic: 'やまだ^たろう' }],
      },
    });
  });

  it('writes numbers as numbers, and what no number holds as text', () => {
    const elements: DataSetDescription = [
      [0x00080060, 'CS', 'CT'],
      [0x00186020, 'SL', [-3, 4]],
      [0x00189313, 'FD', [0.1, Infinity, -Infinity, NaN]],
      [0x00189352, 'FL', new Float32Array([0.5])],
      [0x00200013, 'IS', ['+12', '1.5 mm']],
      [0x00280009, 'AT', [0x0018106a, 0x7fe00010]],
      [0x00280010, 'US', 512],
      [0x00281052, 'DS', '-1.024e3'],
    ];
    const expected = {
      '00080060': { vr: 'CS', Value: ['CT'] },
      '00186020': { vr: 'SL', Value: [-3, 4] },
      '00189313': { vr: 'FD', Value: [0.1, 'Infinity', '-Infinity', 'NaN'] },
      '00189352': { vr: 'FL', Value: [0.5] },
      '00200013': { vr: 'IS', Value: [12, '1.5 mm'] },
      '00280009': { vr: 'AT', Value: ['0018106A', '7FE00010'] },
      '00280010': { vr: 'US', Value: [512] },
      '00281052': { vr: 'DS', Value: [-1024] },
    };
    expect(jsonOf(elements)).toEqual(expected);
    expect(jsonOf(elements, { transferSyntaxUid: EXPLICIT_BIG_ENDIAN })).toEqual(expected);
  });

  it('writes 64 bits as a number as far as it is exact', () => {
    const exact = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x1f, 0); // 2^53 - 1
    const larger = Uint8Array.of(1, 0, 0, 0, 0, 0, 0x20, 0); // 2^53 + 1
    const minusTwo = Uint8Array.of(0xfe, ...new Uint8Array(7).fill(0xff));
    expect(
      jsonOf([
        [0x00080060, 'CS', 'CT'],
        [0x00720082, 'SV', minusTwo],
        [0x00720083, 'UV', Uint8Array.of(...exact, ...larger)],
      ]),
    ).toEqual({
      '00080060': { vr: 'CS', Value: ['CT'] },
      '00720082': { vr: 'SV', Value: [-2] },
      '00720083': { vr: 'UV', Value: [9007199254740991, '9007199254740993'] },
    });
  });

  it('has inline values in little endian, whatever the file is in', () => {
    const elements: DataSetDescription = [
      [0x00080060, 'CS', 'CT'],
      [0x00281201, 'OW', Uint16Array.of(1, 2)],
      [0x00420011, 'OB', Uint8Array.of(1, 2)],
    ];
    for (const transferSyntaxUid of ['1.2.840.10008.1.2.1', EXPLICIT_BIG_ENDIAN]) {
      expect(jsonOf(elements, { bulkData: 'inline', transferSyntaxUid })).toMatchObject({
        '00020010': { vr: 'UI', Value: [transferSyntaxUid] },
        // Bytes 01 00 02 00.
        '00281201': { vr: 'OW', InlineBinary: 'AQACAA==' },
        '00420011': { vr: 'OB', InlineBinary: 'AQI=' },
      });
    }
  });

  it('leaves out pixels that were not read because the file is too large', async () => {
    const bytes = writePart10([
      [0x00080060, 'CS', 'CT'],
      [0x7fe00010, 'OW', new Uint16Array(4000)],
    ]);
    const head = await readPart10Head(rangesOf(bytes), 'a.dcm', 1000);
    assert(head.ok && head.value !== null, 'the head is read');
    expect(JSON.parse(textOf(head.value, { bulkData: 'inline' }))).toMatchObject({
      '7FE00010': { vr: 'OW' },
    });
    expect(textOf(head.value, { bulkData: 'inline' })).not.toContain('InlineBinary');
  });

  it('calls a VR that the standard does not know UN', () => {
    expect(
      jsonOf(
        [
          [0x00080060, 'CS', 'CT'],
          [0x00990010, 'LO', 'ACME'],
          [0x00991001, 'ZZ', Uint8Array.of(1, 2, 3, 4)],
        ],
        { bulkData: 'inline' },
      ),
    ).toMatchObject({ '00991001': { vr: 'UN', InlineBinary: 'AQIDBA==' } });
  });
});
