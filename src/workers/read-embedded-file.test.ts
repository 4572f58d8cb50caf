import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInflater } from '../archive/access.fixture';
import type { Inflater } from '../archive/inflater';
import { assert } from '../base/assert';
import { concatenate } from '../base/concatenate';
import { h264Picture } from '../fixtures/h264-picture';
import { writePart10, type DataSetDescription, type Part10Options } from '../fixtures/dicom-writer';
import { writeTransportStream } from '../fixtures/transport-stream';
import { addressIn } from './address.fixture';
import { openInstance } from './open-instance';
import { readEmbeddedFile, readVideoAsMp4 } from './read-embedded-file';

let inflater: Inflater;

beforeAll(async () => {
  inflater = await createTestInflater();
});

interface Reading {
  readonly options?: Part10Options;
  readonly maxWholeBytes?: number;
  readonly maxBytes?: number;
  readonly read?: typeof readEmbeddedFile;
  readonly signal?: AbortSignal;
}

async function embeddedIn(
  dataSet: DataSetDescription,
  { options = {}, maxWholeBytes = 1e9, maxBytes, read = readEmbeddedFile, signal }: Reading = {},
) {
  const member = { name: 'a.dcm', content: writePart10(dataSet, options) };
  const address = await addressIn(member, inflater);
  const instance = await openInstance(address, inflater, {
    signal: new AbortController().signal,
    maxWholeBytes,
  });
  assert(instance.ok, 'the file is readable');
  const pieces: Uint8Array[] = [];
  const result = await read(instance.value, {
    where: 'a.dcm',
    signal: signal ?? new AbortController().signal,
    onPiece: (piece) => pieces.push(piece),
    ...(maxBytes !== undefined && { maxBytes }),
  });
  return { result, pieces, bytes: concatenate(pieces) };
}

const VIDEO_SYNTAX: Part10Options = { transferSyntaxUid: '1.2.840.10008.1.2.4.102' };

const videoOf = (...fragments: readonly Uint8Array[]): DataSetDescription => [
  [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.77.1.1.1'],
  [0x00280010, 'US', 48],
  [0x00280011, 'US', 64],
  [0x7fe00010, 'OB', { fragments }],
];

describe('the file in an instance', () => {
  it('comes in pieces, each in memory of its own', async () => {
    const document = Uint8Array.from({ length: 9_000_001 }, (_, index) => index % 251);
    const dataSet: DataSetDescription = [
      [0x00420011, 'OB', document],
      [0x00420015, 'UL', document.length],
    ];
    const { pieces, bytes } = await embeddedIn(dataSet);
    // Of 4 MiB each.
    expect(pieces.map(({ length }) => length)).toEqual([4_194_304, 4_194_304, 611_393]);
    expect(Buffer.from(bytes).equals(Buffer.from(document))).toBe(true);
    expect(pieces[0]?.buffer.byteLength).toBe(4_194_304);
  });

  it.each([1e9, 100])(
    'is all fragments of a video, of a whole instance or of a large one (%i)',
    async (maxWholeBytes) => {
      const dataSet = videoOf(Uint8Array.of(1, 2, 3, 4), Uint8Array.of(5, 6));
      const { bytes } = await embeddedIn(dataSet, { options: VIDEO_SYNTAX, maxWholeBytes });
      expect([...bytes]).toEqual([1, 2, 3, 4, 5, 6]);
    },
  );

  it('is not read where it is too long, or no longer wanted', async () => {
    const dataSet = videoOf(new Uint8Array(2000));
    const long = await embeddedIn(dataSet, { options: VIDEO_SYNTAX, maxBytes: 1999 });
    expect(long.result).toMatchObject({
      error: { code: 'entry-too-large', detail: { bytes: 2000, limitBytes: 1999 } },
    });
    const given = await embeddedIn(dataSet, { options: VIDEO_SYNTAX, signal: AbortSignal.abort() });
    expect(given.result).toMatchObject({ error: { code: 'cancelled' } });
    expect(given.pieces).toEqual([]);
  });
});

describe('a video in a transport stream', () => {
  const reading: Reading = { options: VIDEO_SYNTAX, read: readVideoAsMp4 };

  it('is given as an MP4 file', async () => {
    const picture = h264Picture({ columns: 4, rows: 3, luma: 100, index: 0 });
    const stream = writeTransportStream([{ decodedAt: 0, shownAt: 0, bytes: picture }]);
    const { result, bytes } = await embeddedIn(videoOf(stream), reading);
    expect(result.ok).toBe(true);
    expect(new TextDecoder().decode(bytes.subarray(4, 8))).toBe('ftyp');
  });

  it('without pictures is said to have none', async () => {
    const { result } = await embeddedIn(videoOf(new Uint8Array(188).fill(0x47)), reading);
    expect(result).toMatchObject({ error: { code: 'decode-failed' } });
  });
});
