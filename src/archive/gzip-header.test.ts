import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sourceOf } from './access.fixture';
import { readGzipHeader } from './gzip-header';

const text = (value: string) => new TextEncoder().encode(value);

/** RFC 1952 2.3.1. */
const FLAGS = { text: 1, headerCrc: 2, extra: 4, name: 8, comment: 16 };
/** What stands for the stream and is as good as one here. */
const STREAM = [0xaa, 0xbb, 0xcc];
const TRAILER = [0x26, 0x39, 0xf4, 0xcb, 9, 0, 0, 0]; // CRC-32 0xCBF43926, 9 bytes

function gzip(flags: number, ...fields: readonly ArrayLike<number>[]): Uint8Array<ArrayBuffer> {
  const fixed = [0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 3];
  return Uint8Array.from([
    ...fixed,
    ...fields.flatMap((field) => [...Array.from(field)]),
    ...STREAM,
    ...TRAILER,
  ]);
}

function read(bytes: Uint8Array<ArrayBuffer>) {
  return readGzipHeader(sourceOf(bytes, 'test.gz'));
}

describe('readGzipHeader', () => {
  it('says where the stream is and what the trailer says', async () => {
    const bytes = new Uint8Array(gzipSync('123456789'));
    // The CRC-32 of these digits is the check value of the algorithm.
    expect(await read(bytes)).toEqual({
      ok: true,
      value: { dataStart: 10, dataEnd: bytes.length - 8, name: '', crc32: 0xcbf43926, isize: 9 },
    });
  });

  it.each([
    ['a name', gzip(FLAGS.name, text('image.dcm\0')), 'image.dcm', 10 + 10],
    ['a name in Latin-1', gzip(FLAGS.name, [0x4d, 0xfc, 0x6c, 0]), 'Mül', 10 + 4],
    ['a name in UTF-8', gzip(FLAGS.name, text('Mül\0')), 'Mül', 10 + 5],
    ['an empty name', gzip(FLAGS.name, [0]), '', 10 + 1],
    ['a comment', gzip(FLAGS.comment, text('no name\0')), '', 10 + 8],
    [
      'all fields',
      gzip(31, [3, 0, 1, 2, 3], text('n\0'), text('comment\0'), [0x12, 0x34]),
      'n',
      10 + 2 + 3 + 2 + 8 + 2,
    ],
  ])('steps over %s', async (_, bytes, name, dataStart) => {
    const expected = { name, dataStart, dataEnd: dataStart + 3, crc32: 0xcbf43926, isize: 9 };
    expect(await read(bytes)).toEqual({ ok: true, value: expected });
  });

  it('says of what is no gzip that it is none', async () => {
    for (const bytes of [
      text(''),
      text('PK\x03\x04'),
      Uint8Array.of(0x1f, 0x8b),
      Uint8Array.of(0x1f, 0x8b, 7, 0),
    ]) {
      expect(await read(bytes)).toEqual({ ok: true, value: null });
    }
  });

  it('refuses one that is cut before its trailer, or within its header', async () => {
    const whole = gzip(31, [3, 0, 1, 2, 3], text('n\0'), text('comment\0'), [0x12, 0x34]);
    // There is room for a trailer behind the header of 27 bytes from 35 bytes on.
    for (let length = 3; length < whole.length; length++) {
      const result = await read(whole.slice(0, length));
      if (length >= 35) expect(result).toMatchObject({ ok: true, value: { dataStart: 27 } });
      else expect(result).toMatchObject({ ok: false, error: { code: 'truncated-archive' } });
    }
  });

  it('refuses lengths that lead out of the file, and a name without an end', async () => {
    expect(await read(gzip(FLAGS.extra, [0xff, 0xff]))).toMatchObject({ ok: false });
    const endless = gzip(FLAGS.name, new Uint8Array(300_000).fill(0x41));
    expect(await read(endless)).toMatchObject({ ok: false, error: { code: 'bad-directory' } });
  });
});
