import { describe, expect, it } from 'vitest';
import { joinBytes } from '../base/byte-ranges';
import type { Problem } from '../base/problem';
import { type DataSetDescription, type ElementDescription, writeDataSet } from '../fixtures/dicom-writer';
import type { DataSet } from './data-set';
import { type DataSetReading, readDataSet } from './data-set-reader';
import { sequenceOf, textOf } from './elements';
import type { TagKey } from './tag';

const LITTLE = { isExplicit: true, isLittleEndian: true, hasUndefinedLengths: false };

const bytesOf = (...elements: ElementDescription[]): Uint8Array => writeDataSet(elements, LITTLE);

function join(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return parts.reduce<Uint8Array>((whole, part) => joinBytes(whole, Uint8Array.from(part)), new Uint8Array());
}

function read(bytes: Uint8Array, isExplicit = true): DataSetReading {
  const range = { start: 0, end: bytes.length };
  return readDataSet(bytes, { ...range, isExplicit, isLittleEndian: true, where: 'a' });
}

/** Path, offset and words of each problem. */
function found(problems: readonly Problem[]): readonly (readonly [string, number, string])[] {
  return problems.map(({ code, detail }) => {
    if (code === 'dicom-truncated') return [detail.path, detail.offset, 'truncated'];
    if (code === 'dicom-deviation') return [detail.path, detail.offset, detail.reason];
    throw new Error(code);
  });
}

function deviations(bytes: Uint8Array, isExplicit = true): ReturnType<typeof found> {
  return found(read(bytes, isExplicit).problems);
}

const textsOf = (dataSet: DataSet, ...tags: TagKey[]): readonly string[] =>
  tags.map((tag) => textOf(dataSet, tag));

const ascii = (text: string): readonly number[] => Array.from(text, (sign) => sign.charCodeAt(0));

/** (0010,0010) PN of 4 bytes: 12 in all. */
const NAME = bytesOf([0x00100010, 'PN', 'Roe^']);
/** (0010,0020) LO of 2 bytes: 10 in all. */
const ID = bytesOf([0x00100020, 'LO', 'ID']);

const ITEM = [0xfe, 0xff, 0x00, 0xe0];
const ITEM_END = [0xfe, 0xff, 0x0d, 0xe0, 0, 0, 0, 0];
const SEQUENCE_END = [0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0];
const UNDEFINED = [0xff, 0xff, 0xff, 0xff];
/** (0008,1140) SQ of 12 bytes, up to its length. */
const SEQUENCE = [0x08, 0, 0x40, 0x11, ...ascii('SQ'), 0, 0];

describe('readDataSet says what is wrong', () => {
  it('with nothing, where nothing is', () => {
    const items: DataSetDescription[] = [[[0x00081155, 'UI', '2.25.1']], []];
    for (const hasUndefinedLengths of [false, true]) {
      const bytes = writeDataSet([[0x00081140, 'SQ', items]], { ...LITTLE, hasUndefinedLengths });
      expect(deviations(join(bytes, NAME, ID))).toEqual([]);
    }
  });

  it('with the length of a group', () => {
    const right = bytesOf([0x00100000, 'UL', NAME.length + ID.length]);
    expect(deviations(join(right, NAME, ID))).toEqual([]);
    const wrong = bytesOf([0x00100000, 'UL', 99]);
    const rows = bytesOf([0x00280010, 'US', 1]);
    // 12 and 10 bytes of group 0010, whatever comes after.
    const expected = [['00100000', 0, 'group length 99, but its elements have 22 bytes']];
    expect(deviations(join(wrong, NAME, ID))).toEqual(expected);
    expect(deviations(join(wrong, NAME, ID, rows))).toEqual(expected);
  });

  it('with an odd length', () => {
    const odd = [0x10, 0, 0x20, 0, ...ascii('LO'), 3, 0, ...ascii('ID1')];
    const { dataSet, problems } = read(join(NAME, odd, bytesOf([0x00280010, 'US', 1])));
    expect(found(problems)).toEqual([['00100020', 12, 'odd length 3']]);
    expect(textsOf(dataSet, 'x00100020')).toEqual(['ID1']);
    expect(dataSet.elements['x00280010']?.length).toBe(2);
  });

  it('with an undefined length where there may be none', () => {
    const text = [0x08, 0, 0x01, 0x01, ...ascii('UT'), 0, 0, ...UNDEFINED, ...SEQUENCE_END];
    expect(deviations(join(text, NAME))).toEqual([['00080101', 0, 'VR UT of undefined length']]);
  });

  it('with the order of elements', () => {
    const { dataSet, problems } = read(join(ID, NAME));
    expect(found(problems)).toEqual([['00100010', 10, 'out of order, after (0010,0020)']]);
    expect(textsOf(dataSet, 'x00100010', 'x00100020')).toEqual(['Roe^', 'ID']);
  });

  it('with an element that is there twice, and keeps both', () => {
    const { dataSet, problems } = read(join(NAME, bytesOf([0x00100010, 'PN', 'Doe^'])));
    expect(found(problems)).toEqual([['00100010', 12, 'a second time in the same data set']]);
    expect(textsOf(dataSet, 'x00100010')).toEqual(['Doe^']);
    expect(dataSet.elements['x00100010']?.earlier?.dataOffset).toBe(8);
  });

  it('with a VR that is unknown or missing', () => {
    const unknown = [0x10, 0, 0x20, 0, ...ascii('ZZ'), 2, 0, ...ascii('ID')];
    expect(deviations(join(NAME, unknown))).toEqual([['00100020', 12, 'unknown VR ZZ']]);
    const implicit = [0x10, 0, 0x20, 0, 2, 0, 0, 0, ...ascii('ID')];
    const { dataSet, problems } = read(join(NAME, implicit, bytesOf([0x00280010, 'US', 1])));
    expect(found(problems)).toEqual([['00100020', 12, 'no VR']]);
    expect(textsOf(dataSet, 'x00100020')).toEqual(['ID']);
    expect(dataSet.elements['x00280010']?.vr).toBe('US');
  });

  it('with spaces in place of a VR, before which the length stands as always', () => {
    const blank = [0x10, 0, 0x20, 0, ...ascii('  '), 2, 0, ...ascii('ID')];
    const { dataSet, problems } = read(join(NAME, blank, bytesOf([0x00280010, 'US', 1])));
    expect(found(problems)).toEqual([['00100020', 12, 'no VR']]);
    expect(textsOf(dataSet, 'x00100020')).toEqual(['ID']);
    expect(dataSet.elements['x00280010']?.length).toBe(2);
  });

  it('with an item that is longer than its sequence, or shorter than its elements', () => {
    const sequence = (itemLength: number): Uint8Array =>
      join(SEQUENCE, [20, 0, 0, 0], ITEM, [itemLength, 0, 0, 0], NAME);
    expect(deviations(join(sequence(12), ID))).toEqual([]);
    const long = read(join(sequence(40), ID));
    expect(found(long.problems)).toEqual([
      ['00081140[0]', 12, 'longer than the sequence or item that it is in'],
    ]);
    expect(textsOf(long.dataSet, 'x00100020')).toEqual(['ID']);
    // The name ends with the item, after 2 bytes; those that are left are no item.
    const short = read(join(sequence(10), ID));
    expect(found(short.problems)[0]).toEqual([
      '00081140[0].00100010',
      20,
      'longer than the sequence or item that it is in',
    ]);
    expect(textsOf(short.dataSet, 'x00100020')).toEqual(['ID']);
  });

  it('with an item whose length leads into the next one, which is read', () => {
    // Two items of 20 bytes each with their headers; the first claims 30 of content.
    const items = join(ITEM, [30, 0, 0, 0], NAME, ITEM, [12, 0, 0, 0], NAME);
    const { dataSet, problems } = read(join(SEQUENCE, [40, 0, 0, 0], items, ID));
    expect(found(problems)).toEqual([['00081140[0]', 12, 'length 30, but its elements have 12 bytes']]);
    expect(sequenceOf(dataSet, 'x00081140').map((item) => textOf(item, 'x00100010'))).toEqual([
      'Roe^',
      'Roe^',
    ]);
    expect(textsOf(dataSet, 'x00100020')).toEqual(['ID']);
  });

  it('with delimitations that are missing', () => {
    const items = join(ITEM, UNDEFINED, NAME, ITEM, UNDEFINED, NAME);
    const { dataSet, problems } = read(join(SEQUENCE, UNDEFINED, items, SEQUENCE_END, ID));
    expect(found(problems)).toEqual([
      ['00081140[0]', 12, 'no item delimitation'],
      ['00081140[1]', 32, 'no item delimitation'],
    ]);
    expect(sequenceOf(dataSet, 'x00081140')).toHaveLength(2);
    expect(textsOf(dataSet, 'x00100020')).toEqual(['ID']);

    const unended = read(join(SEQUENCE, UNDEFINED, ITEM, UNDEFINED, NAME, ITEM_END, ID));
    expect(found(unended.problems)).toEqual([['00081140', 0, '(0010,0020) in place of an item']]);
    expect(textsOf(unended.dataSet, 'x00100020')).toEqual(['ID']);
  });

  it('with delimitations where nothing ends', () => {
    const items = join(ITEM, [12, 0, 0, 0], NAME, ITEM_END);
    const { dataSet, problems } = read(join(SEQUENCE, UNDEFINED, items, SEQUENCE_END, SEQUENCE_END, ID));
    expect(found(problems)).toEqual([
      ['00081140', 0, 'an item delimitation after the end of an item'],
      // Behind the sequence's header (12), the items (28) and its delimitation (8).
      ['FFFEE0DD', 48, 'outside of any sequence'],
    ]);
    expect(textsOf(dataSet, 'x00100020')).toEqual(['ID']);
  });

  it('within an item, by its path', () => {
    const inner = bytesOf([0x00100000, 'UL', 1]);
    const items = join(ITEM, [0, 0, 0, 0], ITEM, [24, 0, 0, 0], inner, NAME);
    expect(deviations(join(SEQUENCE, [40, 0, 0, 0], items))).toEqual([
      ['00081140[1].00100000', 28, 'group length 1, but its elements have 12 bytes'],
    ]);
  });

  it('where the file ends, at any depth, and keeps what stands before', () => {
    const items = join(ITEM, [22, 0, 0, 0], NAME, ID);
    const bytes = join(SEQUENCE, [30, 0, 0, 0], items);
    const { dataSet, problems } = read(bytes.subarray(0, bytes.length - 1));
    expect(found(problems)).toEqual([['00081140[0].00100020', 32, 'truncated']]);
    const [item] = sequenceOf(dataSet, 'x00081140');
    expect(item && textsOf(item, 'x00100010', 'x00100020')).toEqual(['Roe^', 'I']);
    // Without a VR it is a sequence by its first item, which is as long as it would be in a whole file.
    const implicit = join([0x09, 0, 0x01, 0x10, 30, 0, 0, 0], ITEM, [22, 0, 0, 0], [0x10, 0, 0x10, 0]);
    expect(read(implicit, false).dataSet.elements['x00091001']?.items).toHaveLength(1);
  });

  it('with UN that holds explicit VR', () => {
    const unknown = [0x09, 0, 0x01, 0x10, ...ascii('UN'), 0, 0, 20, 0, 0, 0];
    const { dataSet, problems } = read(join(unknown, ITEM, [12, 0, 0, 0], NAME, ID));
    expect(found(problems)).toEqual([['00091001', 0, 'VR UN, but its items are in explicit VR']]);
    expect(sequenceOf(dataSet, 'x00091001').map((item) => textOf(item, 'x00100010'))).toEqual(['Roe^']);
  });

  it('with the fragments of compressed pixels', () => {
    const pixels = (value: { fragments: Uint8Array[]; offsets?: number[] }): Uint8Array =>
      bytesOf([0x7fe00010, 'OB', value]);
    const fragments = [new Uint8Array(4), new Uint8Array(6)];
    // The second item starts behind the first: 8 bytes of header and 4 of content.
    expect(deviations(pixels({ fragments, offsets: [0, 12] }))).toEqual([]);
    expect(deviations(pixels({ fragments, offsets: [0, 13] }))).toEqual([
      ['7FE00010', 0, 'the Basic Offset Table points to where no fragment is'],
    ]);
  });

  it('and takes the length of an item for a length, though its bytes are letters', () => {
    // Little endian, 0x4F42 is `BO` in ASCII.
    const content = bytesOf([0x00080101, 'UT', 'x'.repeat(0x4f42 - 12)]);
    const sequence = join(SEQUENCE, [0x4a, 0x4f, 0, 0], ITEM, [0x42, 0x4f, 0, 0], content);
    const { dataSet, problems } = read(join(sequence, NAME));
    expect(problems).toEqual([]);
    expect(textsOf(dataSet, 'x00100010')).toEqual(['Roe^']);
  });
});
