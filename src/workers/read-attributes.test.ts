import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInflater } from '../archive/access.fixture';
import { crc32 } from '../archive/crc32';
import type { Inflater } from '../archive/inflater';
import { openContainer } from '../archive/open-container';
import { entriesInFileOrder } from '../archive/share-entries';
import { openArchive, type ArchiveSpec } from '../archive/source-spec';
import { assert } from '../base/assert';
import type { AttributeColumns } from '../catalog/attribute-batch';
import { AttributeTableBuilder, MISSING } from '../catalog/attribute-table';
import { loadDictionary } from '../dicom/dictionary';
import { writeDataSet, writePart10, type DataSetDescription } from '../fixtures/dicom-writer';
import { buildZip, type ZipMember } from '../fixtures/zip-writer';
import { readAttributes } from './read-attributes';

let inflater: Inflater;

beforeAll(async () => {
  inflater = await createTestInflater();
});

interface Options {
  readonly paths?: readonly string[];
  readonly signal?: AbortSignal;
}

async function read(members: readonly ZipMember[], { paths, signal }: Options = {}) {
  const blobs = [new Blob([buildZip(members, { deflateRaw: deflateRawSync })])];
  const archive: ArchiveSpec = { source: { kind: 'blobs', name: 'a.zip', blobs, start: 0 }, passwords: [] };
  const container = await openContainer(archive, inflater);
  const access = await openArchive(archive, inflater);
  assert(container.ok && access.ok, 'the archive opens');
  const batches: AttributeColumns[] = [];
  const result = await readAttributes({
    access: access.value,
    table: container.value.table,
    share: entriesInFileOrder(container.value.table),
    paths: paths ?? null,
    dictionary: await loadDictionary(),
    signal: signal ?? new AbortController().signal,
    onBatch: ({ columns }) => batches.push(columns),
  });
  const table = new AttributeTableBuilder(members.length);
  for (const batch of batches) table.add(batch, (entry) => entry);
  const valuesOf = (path: string) =>
    Array.from(table.cellsOf(path) ?? [], (cell) => (cell === MISSING ? null : table.values[cell]));
  return { result, table, valuesOf, batches };
}

const PIXELS = new Uint8Array(200_000);

function member(name: string, dataSet: DataSetDescription): ZipMember {
  return {
    name,
    content: writePart10([[0x00080018, 'UI', '2.25.1'], ...dataSet, [0x7fe00010, 'OW', PIXELS]]),
  };
}

describe('readAttributes', () => {
  it('reads all attributes before the pixels, of items and private ones too', async () => {
    const { valuesOf, table } = await read([
      member('a', [
        [0x00080005, 'CS', 'ISO_IR 192'],
        [0x00081140, 'SQ', [[[0x00081155, 'UI', '2.25.7']], [[0x00081155, 'UI', '2.25.8']]]],
        [0x00100010, 'PN', 'Müller^Jörg'],
        [0x00190010, 'LO', 'ACME'],
        [0x00191001, 'DS', '2.5'],
        [0x00280010, 'US', 512],
      ]),
      member('b', [[0x00280010, 'US', 256]]),
    ]);
    expect(valuesOf('00081140')).toEqual(['2 items', null]);
    expect(valuesOf('00081140[1].00081155')).toEqual(['2.25.8', null]);
    expect(valuesOf('00100010')).toEqual(['Müller^Jörg', null]);
    expect(valuesOf('00191001')).toEqual(['2.5', null]);
    expect(valuesOf('00280010')).toEqual(['512', '256']);
    expect(valuesOf('7FE00010')).toEqual([]);
    expect(table.attributes().find(({ path }) => path === '00100010')).toEqual({
      path: '00100010',
      tag: '(0010,0010)',
      keyword: 'PatientName',
      name: "Patient's Name",
      vr: 'PN',
    });
  });

  it('reads no more than what is wanted, in its character set', async () => {
    const { table, valuesOf } = await read(
      [
        member('a', [
          [0x00080005, 'CS', 'ISO_IR 192'],
          [0x00081140, 'SQ', [[[0x00081155, 'UI', '2.25.7']]]],
          [0x00100010, 'PN', 'Müller'],
        ]),
      ],
      { paths: ['00100010', '00081140[0].00081155'] },
    );
    expect(table.attributes().map(({ path }) => path)).toEqual(['00081140[0].00081155', '00100010']);
    expect(valuesOf('00100010')).toEqual(['Müller']);
    expect(valuesOf('00081140[0].00081155')).toEqual(['2.25.7']);
  });

  it.each([0, 9_000, 70_000, 300_000])(
    'reads past a value of %i bytes to what stands behind it',
    async (length) => {
      const noise = Uint8Array.from({ length }, (_, index) => (index * index * 7919) >>> 5);
      const { valuesOf } = await read([
        member('a', [
          [0x00190010, 'LO', 'ACME'],
          [0x00191001, 'OB', noise],
          [0x00280010, 'US', 512],
        ]),
      ]);
      expect(valuesOf('00280010')).toEqual(['512']);
    },
  );

  it('tells values apart that are too long to be shown', async () => {
    const long = new Uint8Array(5000);
    const other = long.with(4999, 1);
    const { valuesOf } = await read(
      [long, other].map((bytes, index) => member(`file ${String(index)}`, [[0x00420011, 'OB', bytes]])),
    );
    const checksums = [long, other].map((bytes) => crc32(bytes).toString(16).toUpperCase().padStart(8, '0'));
    const values = valuesOf('00420011');
    expect(values).toHaveLength(2);
    checksums.forEach((checksum, index) => {
      expect(values[index]).toContain(`5000 bytes, CRC-32 ${checksum}`);
    });
  });

  it('reads a deflated data set, and one without pixels', async () => {
    const meta = writePart10([], { transferSyntaxUid: '1.2.840.10008.1.2.1.99' });
    const encoding = { isExplicit: true, isLittleEndian: true, hasUndefinedLengths: false };
    const dataSet = writeDataSet([[0x00280010, 'US', 7]], encoding);
    const { valuesOf } = await read([
      { name: 'a', content: new Uint8Array([...meta, ...deflateRawSync(dataSet)]) },
      { name: 'b', content: writePart10([[0x0040a040, 'CS', 'TEXT']]) },
    ]);
    expect(valuesOf('00280010')).toEqual(['7', null]);
    expect(valuesOf('0040A040')).toEqual([null, 'TEXT']);
  });

  it('names a file that cannot be read, and goes on', async () => {
    const { result, table, valuesOf } = await read([
      { name: 'notes.txt', content: new TextEncoder().encode('no DICOM at all') },
      { ...member('b', [[0x00280010, 'US', 1]]), deflated: new Uint8Array(300).fill(0xff) },
      member('c', [[0x00280010, 'US', 1]]),
    ]);
    expect(result.ok).toBe(true);
    expect(table.failures).toMatchObject([
      { code: 'dicom-unreadable', where: 'notes.txt' },
      { code: 'entry-data-damaged', where: 'b' },
    ]);
    expect(valuesOf('00280010')).toEqual([null, null, '1']);
  });

  it('ends when it is cancelled', async () => {
    const { result } = await read([member('a', [])], { signal: AbortSignal.abort() });
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  it('gives the page no more at a time than it takes in at once', async () => {
    const dataSet = Array.from({ length: 500 }, (_, index) => [0x00091100 + index, 'LO', 'x'] as const);
    const { batches, table } = await read(
      Array.from({ length: 200 }, (_, index) => ({
        name: `file ${String(index)}`,
        content: writePart10(dataSet),
      })),
    );
    expect(table.done).toBe(200);
    // 200 entries of 501 elements and some of group 0002: more than 100,000 cells.
    expect(batches.length).toBeGreaterThan(1);
    for (const { cellValues } of batches) expect(cellValues.length).toBeLessThan(21_000);
  });
});
