import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../fixtures/dicom-writer';
import { parsedDataSet } from '../fixtures/image-file';
import { lookUp, readLookupTables } from './lookup-table';

const BIG_ENDIAN = '1.2.840.10008.1.2.2';

function tablesOf(item: DataSetDescription, transferSyntaxUid?: string) {
  const image = parsedDataSet([[0x00283010, 'SQ', [item]]], transferSyntaxUid);
  return readLookupTables(image, 'x00283010', { image, isInputSigned: false });
}

describe('readLookupTables', () => {
  it('reads entries of 8 bits that lie one in a word, and two in a word', () => {
    const single = tablesOf([
      [0x00283002, 'US', [3, 0, 8]],
      [0x00283006, 'US', [1, 128, 255]],
    ]);
    const packed: DataSetDescription = [
      [0x00283002, 'US', [3, 0, 8]],
      // The low byte of each word comes first.
      [0x00283006, 'OW', Uint16Array.of(0x8001, 0x00ff)],
    ];
    for (const tables of [single, tablesOf(packed), tablesOf(packed, BIG_ENDIAN)]) {
      expect(tables).toEqual([{ first: 0, entries: Uint16Array.of(1, 128, 255), bits: 8, explanation: '' }]);
    }
  });

  it('takes 0 entries for 65,536, and data that end early for all there is', () => {
    const [whole] = tablesOf([
      [0x00283002, 'US', [0, 0, 16]],
      [0x00283006, 'OW', new Uint16Array(65_536)],
    ]);
    expect(whole?.entries).toHaveLength(65_536);
    const [cut] = tablesOf([
      [0x00283002, 'US', [4, 0, 16]],
      [0x00283006, 'OW', Uint16Array.of(7, 9)],
    ]);
    expect(cut?.entries).toEqual(Uint16Array.of(7, 9));
  });

  it('reads a signed first value, with a count that stays unsigned', () => {
    const [table] = tablesOf([
      [0x00283002, 'SS', [-25_536, -2048, 12]],
      [0x00283006, 'OW', new Uint16Array(40_000)],
    ]);
    // -25,536 is 40,000 in 16 bits.
    expect(table).toMatchObject({ first: -2048, bits: 12 });
    expect(table?.entries).toHaveLength(40_000);
  });

  it('has as many bits as its entries take, where the descriptor gives fewer', () => {
    const [table] = tablesOf([
      [0x00283002, 'US', [2, 0, 8]],
      [0x00283006, 'US', [0, 4095]],
    ]);
    expect(table?.bits).toBe(12);
  });

  it('has from 1 to 16 bits, whatever a damaged descriptor says', () => {
    const bitsOf = (bits: number, entry: number) =>
      tablesOf([
        [0x00283002, 'US', [2, 0, bits]],
        [0x00283006, 'US', [0, entry]],
      ])[0]?.bits;
    expect([bitsOf(0, 0), bitsOf(60_000, 5)]).toEqual([1, 16]);
  });

  it('leaves out a table without descriptor or data', () => {
    expect(tablesOf([[0x00283006, 'US', [1, 2]]])).toEqual([]);
    expect(tablesOf([[0x00283002, 'US', [2, 0, 8]]])).toEqual([]);
  });
});

describe('lookUp', () => {
  it('has the first entry for what is below, the last for what is above', () => {
    const table = { first: -1, entries: Uint16Array.of(10, 20, 30), bits: 8, explanation: '' };
    expect([-100, -1, 0, 0.4, 0.6, 1, 100].map((input) => lookUp(table, input))).toEqual([
      10, 10, 20, 20, 30, 30, 30,
    ]);
  });
});
