import { describe, expect, it } from 'vitest';
import { concatenate } from '../base/concatenate';
import { type DataSetDescription, IMPLICIT_LITTLE_ENDIAN, writePart10 } from '../fixtures/dicom-writer';
import { findDataSetEnd } from './data-set-end';
import { loadDictionary } from './dictionary';
import { findLayout } from './part10-layout';
import { wholeHead } from './whole-head';

const dictionary = await loadDictionary();
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

const DATA_SET: DataSetDescription = [
  [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.88.11'],
  [0x00090010, 'LO', 'ACME'],
  [0x00091001, 'XX', text('what')],
  [0x00100010, 'PN', 'Roe^Richard'],
  [0x0040a730, 'SQ', [[[0x0040a160, 'UT', 'Text']]]],
];

function endOf(bytes: Uint8Array): number {
  const found = findLayout(wholeHead(bytes), '');
  if (found.outcome !== 'found') throw new Error('no data set');
  const { layout } = found;
  return findDataSetEnd(bytes, { start: layout.dataSetStart, encoding: layout, dictionary });
}

describe('the end of a data set', () => {
  const encodings = ['1.2.840.10008.1.2.1', IMPLICIT_LITTLE_ENDIAN].flatMap((transferSyntaxUid) =>
    [false, true].map((hasUndefinedLengths) => ({ transferSyntaxUid, hasUndefinedLengths })),
  );

  it.each(encodings)('is where other bytes begin: %o', (options) => {
    const file = writePart10(DATA_SET, options);
    expect(endOf(file)).toBe(file.length);
    for (const other of [
      'Roe, Richard, was here',
      'ROE RICHARD',
      '<html></html>',
      '\0\0\0\0\0\0\0\0\0\0\0\0',
      'x',
    ]) {
      const bytes = concatenate([file, text(other)]);
      expect(endOf(bytes)).toBe(file.length);
    }
  });

  it.each(encodings)('is that of the bytes where an element is cut off: %o', (options) => {
    const file = writePart10(DATA_SET, options);
    expect(endOf(file.subarray(0, file.length - 10))).toBe(file.length - 10);
  });
});
