import { describe, expect, it } from 'vitest';
import { type DataSetDescription, type Part10Options, writePart10 } from '../fixtures/dicom-writer';
import { mutate } from '../fixtures/mutations';
import { createRandom } from '../fixtures/random';
import { loadDictionary } from './dictionary';
import { type AttributePath, type HeldPass, type HeldReading, HeldValuesReader } from './held-values';
import { findLayout } from './part10-layout';
import { wholeHead } from './whole-head';

const IMPLICIT = '1.2.840.10008.1.2';
const BIG_ENDIAN = '1.2.840.10008.1.2.2';
const dictionary = await loadDictionary();

interface Read {
  readonly values: Readonly<Record<string, string>>;
  readonly opened: readonly AttributePath[];
  readonly tops: readonly (readonly [tag: number, length: number])[];
}

/** Everything as text, but for bytes, of which the runs are read. */
function readingOf({ vr }: AttributePath): HeldReading {
  return ['UN', 'OB', 'OW'].includes(vr) ? 'runs' : vr === 'US' ? 'nothing' : 'text';
}

function readBytes(bytes: Uint8Array, pass: HeldPass = 'short'): Read {
  const opened: AttributePath[] = [];
  const values: Record<string, string> = {};
  const tops: (readonly [number, number])[] = [];
  const reader = new HeldValuesReader({
    dictionary,
    open: (path) => ({ key: opened.push(path) - 1, reading: readingOf(path) }),
  });
  const found = findLayout(wholeHead(bytes), '');
  if (found.outcome !== 'found') return { values, opened, tops };
  const { layout } = found;
  reader.read(bytes, { start: layout.dataSetStart, end: bytes.length, encoding: layout }, pass, {
    addValue: (key, text) => {
      values[opened[key]?.path ?? ''] = text;
    },
    addTop: (tag, length) => tops.push([tag, length]),
  });
  return { values, opened, tops };
}

function read(dataSet: DataSetDescription, options?: Part10Options): Read {
  return readBytes(writePart10(dataSet, options));
}

const SOP_CLASS = [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.7'] as const;

const NESTED: DataSetDescription = [
  SOP_CLASS,
  [0x00080020, 'DA', '20240131'],
  [0x00080096, 'SQ', [[[0x00401103, 'SH', '1']], [[0x00401103, 'SH', '555 0100']]]],
  [0x00100010, 'PN', 'Roe^Richard'],
];

const EXPECTED = {
  '00080020': '20240131',
  '00080096[0].00401103': '1',
  '00080096[1].00401103': '555 0100',
  '00100010': 'Roe^Richard',
};

describe('HeldValuesReader', () => {
  it.each([
    ['explicit VR little endian', {}],
    ['implicit VR little endian', { transferSyntaxUid: IMPLICIT }],
    ['explicit VR big endian', { transferSyntaxUid: BIG_ENDIAN }],
    ['undefined lengths', { hasUndefinedLengths: true }],
    ['undefined lengths, implicit VR', { hasUndefinedLengths: true, transferSyntaxUid: IMPLICIT }],
  ])('reads at any depth: %s', (_, options) => {
    expect(read(NESTED, options).values).toMatchObject(EXPECTED);
  });

  it('decodes text by the character set of its data set, and of its item', () => {
    const latin = new Uint8Array([
      ...new TextEncoder().encode('Roe^Bj'),
      0xf6,
      ...new TextEncoder().encode('rn'),
    ]);
    const { values } = read([
      [0x00080005, 'CS', 'ISO_IR 192'],
      SOP_CLASS,
      [
        0x00081111,
        'SQ',
        [
          [
            [0x00080005, 'CS', 'ISO_IR 100'],
            [0x00100010, 'PN', latin],
          ],
        ],
      ],
      [0x00100010, 'PN', 'Roe^Jürgen'],
    ]);
    expect(values).toMatchObject({ '00081111[0].00100010': 'Roe^Björn', '00100010': 'Roe^Jürgen' });
  });

  it('does not take a value for the one before because their bytes are alike in two character sets', () => {
    const letter = new Uint8Array([0xa3]);
    const reader = new HeldValuesReader({ dictionary, open: () => ({ key: 0, reading: 'text' }) });
    const texts = ['ISO_IR 100', 'ISO_IR 101'].map((characterSet) => {
      const bytes = writePart10([
        [0x00080005, 'CS', characterSet],
        [0x00100010, 'PN', letter],
      ]);
      const found = findLayout(wholeHead(bytes), '');
      const read: string[] = [];
      const { dataSetStart: start, ...encoding } =
        found.outcome === 'found'
          ? found.layout
          : { dataSetStart: 0, isExplicit: true, isLittleEndian: true };
      reader.read(bytes, { start, end: bytes.length, encoding }, 'short', {
        addValue: (_, text) => read.push(text),
        addTop: () => undefined,
      });
      return read.at(-1);
    });
    // 0xA3 is the pound sign in ISO 8859-1, and a crossed L in ISO 8859-2.
    expect(texts).toEqual(['£', 'Ł']);
  });

  it('names the creator of a private element by its block, in its item', () => {
    const { opened } = read([
      SOP_CLASS,
      [0x00290010, 'LO', 'ACME'],
      [0x00290011, 'LO', 'OTHER'],
      [0x00291001, 'LO', 'one'],
      [0x00291101, 'LO', 'two'],
    ]);
    expect(opened.map(({ path, creator }) => [path, creator])).toEqual(
      expect.arrayContaining([
        ['00291001', 'ACME'],
        ['00291101', 'OTHER'],
      ]),
    );
  });

  it('reads UN as what the dictionary says, as a sequence where it is one, else its runs', () => {
    const item = [0xfe, 0xff, 0x00, 0xe0, 0x10, 0, 0, 0, 0x33, 0, 0x08, 0x10, 8, 0, 0, 0];
    const { values } = read([
      SOP_CLASS,
      [0x00101060, 'UN', new TextEncoder().encode('Doe^Jane')],
      [0x00310010, 'LO', 'ACME'],
      [0x00311010, 'UN', new Uint8Array([...item, ...new TextEncoder().encode('Roe^Rich')])],
      [0x00311011, 'UN', new Uint8Array([0, 1, 2, ...new TextEncoder().encode('Doe^John'), 0])],
    ]);
    expect(values).toMatchObject({
      '00101060': 'Doe^Jane',
      '00311010[0].00331008': 'Roe^Rich',
      '00311011': 'Doe^John',
    });
  });

  it('says what stands at the top, with its length, up to the pixels', () => {
    const { tops } = read([
      SOP_CLASS,
      [0x00100010, 'PN', ''],
      [0x00280010, 'US', 2],
      [0x7fe00010, 'OB', new Uint8Array(4)],
      [0xfffcfffc, 'OB', new Uint8Array(2)],
    ]);
    expect(tops).toEqual([
      [0x00080016, 26],
      [0x00100010, 0],
      [0x00280010, 2],
      [0x7fe00010, 4],
    ]);
  });

  it('leaves long values to the pass for them, which reads nothing else', () => {
    const long = new Uint8Array(5000);
    long.set(new TextEncoder().encode('Roe^Richard'), 4900);
    const bytes = writePart10([
      SOP_CLASS,
      [0x00100010, 'PN', 'Doe^Jane'],
      [0x00290010, 'LO', 'ACME'],
      [0x00291002, 'OB', long],
    ]);
    expect(readBytes(bytes).values).not.toHaveProperty('00291002');
    expect(readBytes(bytes, 'long').values).toEqual({ '00291002': 'Roe^Richard' });
  });

  it('goes on behind a sequence of known length that is damaged inside', () => {
    const damaged = new Uint8Array([0xfe, 0xff, 0x00, 0xe0, 0xff, 0xff, 0, 0, 1, 2, 3, 4]);
    const { values } = read([SOP_CLASS, [0x00081140, 'UN', damaged], [0x00100010, 'PN', 'Roe^Richard']]);
    expect(values).toMatchObject({ '00100010': 'Roe^Richard' });
  });

  it('gives up on nothing but what is cut off: any bytes, no exception', () => {
    const random = createRandom(6);
    const bytes = writePart10(NESTED, { hasUndefinedLengths: true });
    for (let round = 0; round < 500; round++) readBytes(mutate(bytes, random));
    for (let end = 0; end < bytes.length; end++) readBytes(bytes.subarray(0, end));
    expect(readBytes(bytes).values).toMatchObject(EXPECTED);
  });
});
