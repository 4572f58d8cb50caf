import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { assert } from '../base/assert';
import { rangesOf, type ByteRanges } from '../base/byte-ranges';
import { problem } from '../base/problem';
import { err } from '../base/result';
import {
  EXPLICIT_BIG_ENDIAN,
  EXPLICIT_LITTLE_ENDIAN,
  IMPLICIT_LITTLE_ENDIAN,
  writeDataSet,
  writePart10,
  type DataSetDescription,
  type ElementDescription,
} from '../fixtures/dicom-writer';
import { loadDictionary, type Dictionary } from './dictionary';
import { textOf } from './elements';
import { readHeader } from './header';
import type { HeaderRow } from './header-row';
import type { DicomFile } from './part10';
import { readPart10Head } from './part10-head';

let dictionary: Dictionary;

beforeAll(async () => {
  dictionary = await loadDictionary();
});

const HEADER: DataSetDescription = [
  [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.2.1'],
  [0x00080018, 'UI', '2.25.1'],
  [
    0x00081140,
    'SQ',
    Array.from({ length: 40 }, (_, index): DataSetDescription => [
      [0x00081155, 'UI', `2.25.${String(index)}`],
    ]),
  ],
  [0x00100010, 'PN', 'Roe^Richard'],
  [0x00280010, 'US', 100],
];
/** Sorts behind the pixels. */
const TRAILER: ElementDescription = [0x7ff10010, 'LO', 'BEHIND'];

function noted(bytes: Uint8Array): { readonly content: ByteRanges; readonly readTo: () => number } {
  const whole = rangesOf(bytes);
  let readTo = 0;
  const read: ByteRanges['read'] = (start, end) => {
    expect(start).toBe(readTo);
    readTo = end;
    return whole.read(start, end);
  };
  return { content: { ...whole, read }, readTo: () => readTo };
}

async function headOf(content: ByteRanges, firstBytes = 300): Promise<DicomFile> {
  const head = await readPart10Head(content, 'a.dcm', firstBytes);
  assert(head.ok && head.value !== null, 'the head is read');
  return head.value;
}

function pixelRow(file: DicomFile): HeaderRow | undefined {
  return readHeader(file, dictionary, 'a.dcm').rows.at(-1);
}

describe('readPart10Head', () => {
  it.each([EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN, EXPLICIT_BIG_ENDIAN])(
    '%s: reads what stands before the pixels, and how long they are',
    async (transferSyntaxUid) => {
      const pixels: ElementDescription = [0x7fe00010, 'OW', new Uint8Array(500_000).fill(9)];
      const { content, readTo } = noted(writePart10([...HEADER, pixels, TRAILER], { transferSyntaxUid }));
      const file = await headOf(content);
      expect(file.transferSyntaxUid).toBe(transferSyntaxUid);
      expect(textOf(file.dataSet, 'x00100010')).toBe('Roe^Richard');
      expect(file.dataSet.elements['x00081140']?.items).toHaveLength(40);
      expect(file.problems).toEqual([]);
      expect(readTo()).toBeLessThan(20_000);
      expect(pixelRow(file)).toMatchObject({ tag: '(7FE0,0010)', vr: 'OW', lengthBytes: 500_000 });
    },
  );

  it.each([1, 100, 1000, 1 << 20])('begins with %i bytes, and sees the same', async (firstBytes) => {
    const bytes = writePart10([...HEADER, [0x7fe00009, 'OD', new Float64Array(9000)]]);
    const file = await headOf(rangesOf(bytes), firstBytes);
    expect(pixelRow(file)).toMatchObject({ tag: '(7FE0,0009)', lengthBytes: 72_000 });
    expect(file.pixelElement?.dataOffset).toBe(bytes.length - 72_000);
    expect(file.problems).toEqual([]);
  });

  it('knows of compressed pixels where they begin', async () => {
    const options = { transferSyntaxUid: '1.2.840.10008.1.2.4.50' };
    const pixels = { fragments: [new Uint8Array(10_000), new Uint8Array(10_000)] };
    const bytes = writePart10([...HEADER, [0x7fe00010, 'OB', pixels]], options);
    const file = await headOf(rangesOf(bytes));
    // The item of the empty offset table, two fragments with their items, the delimiter.
    expect(file.pixelElement?.dataOffset).toBe(bytes.length - (8 + 2 * 10_008 + 8));
    expect(pixelRow(file)).toMatchObject({ lengthBytes: -1 });
    expect(pixelRow(file)?.note).toBeUndefined();
  });

  it('is not held up by an icon', async () => {
    const icon: DataSetDescription = [[0x7fe00010, 'OW', new Uint8Array(600)]];
    const bytes = writePart10([
      ...HEADER,
      [0x00880200, 'SQ', [icon]],
      [0x7fe00010, 'OW', new Uint8Array(5000)],
    ]);
    expect((await headOf(rangesOf(bytes))).pixelElement?.length).toBe(5000);
  });

  it('says where the file ends within the pixels', async () => {
    const bytes = writePart10([...HEADER, [0x7fe00010, 'OW', new Uint8Array(50_000)]]);
    const file = await headOf(rangesOf(bytes.subarray(0, -20_000)));
    expect(file.pixelElement?.length).toBe(30_000);
    // Tag, VR and length are 12 bytes.
    const offset = bytes.length - 50_012;
    expect(file.problems).toEqual([
      problem('dicom-truncated', 'a.dcm', { offset, tag: '(7FE0,0010)', path: '7FE00010' }),
    ]);
  });

  it('reads a file without pixels as a whole, up to a limit', async () => {
    const document: ElementDescription = [0x00420011, 'OB', new Uint8Array(3000)];
    const file = await headOf(rangesOf(writePart10([...HEADER, document, TRAILER])));
    expect(file.pixelElement).toBeNull();
    expect(textOf(file.dataSet, 'x7ff10010')).toBe('BEHIND');
    expect(file.problems).toEqual([]);

    const long: ElementDescription = [0x00420011, 'OB', new Uint8Array(65 << 20)];
    const bytes = writePart10([...HEADER, long, TRAILER]);
    const cut = await headOf(rangesOf(bytes), 1 << 20);
    expect(textOf(cut.dataSet, 'x00100010')).toBe('Roe^Richard');
    expect(cut.problems).toEqual([
      problem('entry-too-large', 'a.dcm', { bytes: bytes.length, limitBytes: 64 << 20 }),
    ]);
  });

  it('leaves a deflated data set to others', async () => {
    const meta = writePart10([], { transferSyntaxUid: '1.2.840.10008.1.2.1.99' });
    const encoding = { isExplicit: true, isLittleEndian: true, hasUndefinedLengths: false };
    const file = Buffer.concat([meta, deflateRawSync(writeDataSet(HEADER, encoding))]);
    expect(await readPart10Head(rangesOf(file), 'a.dcm')).toEqual({ ok: true, value: null });
  });

  it('gives the problem of what it is given', async () => {
    const damage = err(problem('entry-data-damaged', 'a.dcm', { reason: 'x' }));
    const content: ByteRanges = { bytes: 1e9, read: () => Promise.resolve(damage) };
    expect(await readPart10Head(content, 'a.dcm')).toEqual(damage);
    const text = new TextEncoder().encode('no DICOM file at all, but a text. '.repeat(100));
    expect(await readPart10Head(rangesOf(text), 'a.dcm', 10)).toMatchObject({
      error: { code: 'dicom-unreadable' },
    });
  });
});
