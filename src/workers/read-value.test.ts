import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInflater } from '../archive/access.fixture';
import type { Inflater } from '../archive/inflater';
import { assert } from '../base/assert';
import { readValueText } from '../dicom/value-text';
import {
  EXPLICIT_BIG_ENDIAN,
  writePart10,
  type DataSetDescription,
  type Part10Options,
} from '../fixtures/dicom-writer';
import { addressIn } from './address.fixture';
import { openInstance, type OpenInstance } from './open-instance';
import { readValue } from './read-value';

let inflater: Inflater;

beforeAll(async () => {
  inflater = await createTestInflater();
});

const PIXELS = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);
const LONG_TEXT = 'All of it. '.repeat(1000).trimEnd();
const DATA_SET: DataSetDescription = [
  [0x00080005, 'CS', 'ISO_IR 192'],
  [0x00100010, 'PN', 'Müller^Jörg'],
  [0x00204000, 'LT', `${LONG_TEXT}\\one value`],
  [
    0x00082112,
    'SQ',
    [
      [[0x00081155, 'UI', '1.2.3']],
      [
        [0x00080005, 'CS', 'ISO_IR 100'],
        [0x00081080, 'LO', Uint8Array.of(0x46, 0xfc, 0x72, 0x20)],
      ],
    ],
  ],
  [0x00281201, 'OW', Uint16Array.of(1, 2, 65535)],
  [0x00189317, 'FD', Float64Array.of(0.5, -2)],
  [0x00280009, 'AT', 0x00181063],
  [0x00281056, 'CS', ''],
  [0x7fe00010, 'OB', PIXELS],
];

async function open(
  options: Part10Options = {},
  maxWholeBytes = 1e6,
  dataSet = DATA_SET,
): Promise<OpenInstance> {
  const address = await addressIn({ name: 'a.dcm', content: writePart10(dataSet, options) }, inflater);
  const { signal } = new AbortController();
  const opened = await openInstance(address, inflater, { signal, maxWholeBytes });
  assert(opened.ok, 'it opens');
  return opened.value;
}

async function bytesOf(instance: OpenInstance, path: string, start: number, end: number) {
  const read = await readValue(instance, { path, start, end });
  assert(read.ok, 'it can be read');
  return { bytes: [...read.value.bytes], totalBytes: read.value.totalBytes };
}

describe('bytes of a value', () => {
  it.each([
    ['held whole', 1e6],
    ['too large for that', 1000],
  ])('are read in pieces from an instance %s', async (_, maxWholeBytes) => {
    const instance = await open({}, maxWholeBytes);
    const totalBytes = PIXELS.length;
    expect(await bytesOf(instance, '7FE00010', 0, 4)).toEqual({ bytes: [0, 1, 2, 3], totalBytes });
    // 250,000 = 996 * 251 + 4
    expect(await bytesOf(instance, '7FE00010', 250_000, 250_003)).toEqual({ bytes: [4, 5, 6], totalBytes });
    const end = await bytesOf(instance, '7FE00010', totalBytes - 2, totalBytes + 100);
    expect(end.bytes).toEqual([...PIXELS.subarray(-2)]);
    expect((await bytesOf(instance, '7FE00010', totalBytes + 5, totalBytes + 9)).bytes).toEqual([]);
  });

  it('end where the value ends', async () => {
    const instance = await open();
    const uid = new TextEncoder().encode('1.2.3\0');
    expect(await bytesOf(instance, '00082112[0].00081155', 0, 100)).toEqual({
      bytes: [...uid],
      totalBytes: 6,
    });
    expect(await bytesOf(instance, '00281056', 0, 100)).toEqual({ bytes: [], totalBytes: 0 });
  });

  it('are a copy, which can be given away', async () => {
    const instance = await open();
    const read = await readValue(instance, { path: '00100010', start: 0, end: 4 });
    assert(read.ok, 'it can be read');
    expect(read.value.bytes.buffer.byteLength).toBe(4);
  });

  it('of an item are its elements', async () => {
    const instance = await open();
    // (0008,1155) UI 6, little endian
    const element = [0x08, 0x00, 0x55, 0x11, 0x55, 0x49, 6, 0];
    expect((await bytesOf(instance, '00082112[0]', 0, 8)).bytes).toEqual(element);
  });
});

describe('a value as text', () => {
  it.each([
    ['explicit little endian', {}],
    ['big endian', { transferSyntaxUid: EXPLICIT_BIG_ENDIAN }],
  ])('is whole, decoded by its VR: %s', async (_, options) => {
    const { dataSet } = (await open(options)).dicom;
    const textOf = (path: string, vr: string) => readValueText(dataSet, path, vr).text;
    expect(textOf('00204000', 'LT')).toBe(`${LONG_TEXT}\\one value`);
    expect(textOf('00100010', 'PN')).toBe('Müller^Jörg');
    expect(textOf('00281201', 'OW')).toBe('1\\2\\65535');
    expect(textOf('00189317', 'FD')).toBe('0.5\\-2');
    expect(textOf('00280009', 'AT')).toBe('(0018,1063)');
    expect(textOf('00281056', 'CS')).toBe('');
  });

  it('of a tag that comes twice is that of each', async () => {
    const twice: DataSetDescription = [
      [0x00204000, 'LT', 'the first'],
      [0x00204000, 'LT', 'the second'],
    ];
    const { dataSet } = (await open({}, 1e6, twice)).dicom;
    expect(readValueText(dataSet, '00204000~1', 'LT').text).toBe('the first');
    expect(readValueText(dataSet, '00204000', 'LT').text).toBe('the second');
  });

  it('is in the character set of its item', async () => {
    const { dataSet } = (await open()).dicom;
    expect(readValueText(dataSet, '00082112[1].00081080', 'LO').text).toBe('Für');
  });

  it.each([
    [500_000, false],
    [500_001, true],
  ])('of %d numbers: is cut: %s', async (count, isCut) => {
    const { dataSet } = (await open({}, 2e6, [[0x00281201, 'OW', new Uint16Array(count)]])).dicom;
    const value = readValueText(dataSet, '00281201', 'OW');
    expect(value.isCut).toBe(isCut);
    expect(value.text.split('\\')).toHaveLength(500_000);
  });
});
