import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInflater } from '../archive/access.fixture';
import type { Inflater } from '../archive/inflater';
import { assert } from '../base/assert';
import { writeDataSet, writePart10, type DataSetDescription } from '../fixtures/dicom-writer';
import { createRandom } from '../fixtures/random';
import type { ZipMember } from '../fixtures/zip-writer';
import { textOf } from '../dicom/elements';
import { addressIn } from './address.fixture';
import { openInstance } from './open-instance';

let inflater: Inflater;

beforeAll(async () => {
  inflater = await createTestInflater();
});

const { signal } = new AbortController();
const MAX_WHOLE_BYTES = 10_000;
const DEFLATED_SYNTAX = '1.2.840.10008.1.2.1.99';

const random = createRandom(1);
const PIXELS = Uint8Array.from({ length: 5_000_000 }, () => Math.floor(random() * 16));
const DATA_SET: DataSetDescription = [
  [0x00080018, 'UI', '2.25.1'],
  [0x00100010, 'PN', 'Roe^Richard'],
  [0x7fe00010, 'OB', PIXELS],
];
const FILE = writePart10(DATA_SET);

async function open(member: Partial<ZipMember>, maxWholeBytes = MAX_WHOLE_BYTES) {
  const address = await addressIn({ name: 'a.dcm', ...member }, inflater);
  return openInstance(address, inflater, { signal, maxWholeBytes });
}

describe('openInstance', () => {
  it.each([
    ['stored', {}],
    ['deflated', { deflated: deflateRawSync(FILE) }],
  ])('%s: holds a small instance whole, of a large one the start', async (_, more) => {
    const whole = await open({ content: FILE, ...more }, FILE.length);
    const large = await open({ content: FILE, ...more }, FILE.length - 1);
    assert(whole.ok && large.ok, 'both open');
    expect(whole.value.dicom.byteArray.length).toBe(FILE.length);
    expect(large.value.dicom.byteArray.length).toBeLessThan(2_000_000);
    const at = large.value.dicom.pixelElement?.dataOffset ?? 0;
    expect(large.value.dicom.pixelElement).toMatchObject({ dataOffset: at, length: PIXELS.length });
    for (const { content, dicom } of [whole.value, large.value]) {
      expect(textOf(dicom.dataSet, 'x00100010')).toBe('Roe^Richard');
      const part = await content.read(at + 4_000_000, at + 4_000_100);
      expect(part).toEqual({ ok: true, value: PIXELS.subarray(4_000_000, 4_000_100) });
    }
  });

  it('checks the checksum of what it reads whole', async () => {
    const whole = await open({ content: FILE, crc32: 1 }, FILE.length);
    expect(whole.ok && whole.value.problems).toMatchObject([{ code: 'entry-crc-mismatch' }]);
  });

  it('reads a deflated data set whole, however long it is', async () => {
    const meta = writePart10([], { transferSyntaxUid: DEFLATED_SYNTAX });
    const encoding = { isExplicit: true, isLittleEndian: true, hasUndefinedLengths: false };
    const file = Buffer.concat([meta, deflateRawSync(writeDataSet(DATA_SET, encoding))]);
    const opened = await open({ content: new Uint8Array(file) });
    assert(opened.ok, 'it opens');
    expect(opened.value.content.bytes).toBeGreaterThan(PIXELS.length);
    expect(textOf(opened.value.dicom.dataSet, 'x00100010')).toBe('Roe^Richard');
  });

  it('gives of an entry that is damaged near its start what stands before', async () => {
    // Z_SYNC_FLUSH = 2, then a block of the reserved type 3 (RFC 1951, 3.2.3).
    const start = deflateRawSync(FILE.subarray(0, 50_000), { finishFlush: 2 });
    const deflated = new Uint8Array(Buffer.concat([start, Uint8Array.of(0x07, 0)]));
    const opened = await open({ content: FILE, deflated });
    assert(opened.ok, 'it opens');
    expect(textOf(opened.value.dicom.dataSet, 'x00100010')).toBe('Roe^Richard');
    expect(opened.value.problems).toMatchObject([{ code: 'entry-data-damaged' }]);
  });

  it('refuses what is no DICOM file, or cannot be read', async () => {
    const code = async (member: Partial<ZipMember>) => {
      const opened = await open(member);
      return opened.ok ? '' : opened.error.code;
    };
    expect(await code({ content: new Uint8Array(50_000).fill(65) })).toBe('dicom-unreadable');
    expect(await code({ content: FILE, isEncrypted: true })).toBe('entry-encrypted');
  });
});
