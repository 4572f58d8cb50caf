import { describe, expect, it } from 'vitest';
import { packetsOf, timeStamp, writeTransportStream } from '../../fixtures/transport-stream';
import { writeH264Mp4 } from './h264-mp4';
import { splitNalUnits } from './nal-units';
import { readTransportStream } from './transport-stream';

const SEQUENCE_PARAMETERS = [0x67, 0x64, 0x00, 0x29, 0xac];
const PICTURE_PARAMETERS = [0x68, 0xee, 0x3c, 0x80, 0x01];
const IDR_SLICE = [0x65, 0x88, 0x84];
const SLICE = [0x41, 0x9a];
const DELIMITER = [0x09, 0xf0];

const START_CODE = [0, 0, 0, 1];

const annexB = (...units: readonly (readonly number[])[]): number[] =>
  units.flatMap((unit) => [...START_CODE, ...unit]);

const SOUND = [0, 0, 1, 0xc0, 0, 0, 0x80, 0x80, 5, ...timeStamp(2, 9), 1, 2, 3];
const LONG_SLICE = [...IDR_SLICE, ...Array<number>(300).fill(0x77)];

const STREAM = Uint8Array.from([
  ...packetsOf(0, [0, 0xb0, 0x0d]).flat(),
  ...packetsOf(257, SOUND).flat(),
  ...writeTransportStream([
    {
      decodedAt: 3600,
      shownAt: 7200,
      bytes: annexB(DELIMITER, SEQUENCE_PARAMETERS, PICTURE_PARAMETERS, LONG_SLICE),
    },
    { decodedAt: 7200, shownAt: 18000, bytes: annexB(DELIMITER, SLICE) },
    { decodedAt: 10800, shownAt: 10800, bytes: annexB(DELIMITER, SLICE) },
  ]),
]);

describe('a transport stream', () => {
  it('has the pictures of its first video, over as many packets as they take', () => {
    const pictures = readTransportStream(STREAM);
    expect(pictures.map(({ decodedAt, shownAt }) => [decodedAt, shownAt])).toEqual([
      [3600, 7200],
      [7200, 18000],
      [10800, 10800],
    ]);
    expect([...(pictures[0]?.bytes ?? [])]).toEqual(
      annexB(DELIMITER, SEQUENCE_PARAMETERS, PICTURE_PARAMETERS, LONG_SLICE),
    );
  });

  it('may have time stamps before its packets', () => {
    const stamped: number[] = [];
    for (let at = 0; at < STREAM.length; at += 188)
      stamped.push(0, 0, 0, 0, ...STREAM.subarray(at, at + 188));
    expect(readTransportStream(Uint8Array.from(stamped))).toEqual(readTransportStream(STREAM));
  });

  it('may be a day long', () => {
    const late = writeTransportStream([{ decodedAt: 7_776_000_000, shownAt: 7_776_003_600, bytes: [1] }]);
    expect(readTransportStream(late)).toMatchObject([{ decodedAt: 7_776_000_000, shownAt: 7_776_003_600 }]);
  });

  it('that is none has no pictures', () => {
    expect(readTransportStream(Uint8Array.of(1, 2, 3))).toEqual([]);
    expect(readTransportStream(new Uint8Array())).toEqual([]);
  });

  it('ends where it is cut', () => {
    expect(readTransportStream(STREAM.subarray(0, STREAM.length - 100))).toHaveLength(2);
  });
});

it('splits a byte stream into NAL units', () => {
  const units = splitNalUnits(Uint8Array.from([0, 0, 1, 0x67, 1, 0, 0, 0, 1, 0x68, 2, 0, 0, 0, 0, 1, 0x65]));
  expect(units.map((unit) => [...unit])).toEqual([[0x67, 1], [0x68, 2], [0x65]]);
  expect(splitNalUnits(Uint8Array.of(5, 6, 7))).toEqual([]);
});

describe('an MP4 file', () => {
  const file = writeH264Mp4(readTransportStream(STREAM), { columns: 1920, rows: 1080 }) ?? new Uint8Array();
  const view = new DataView(file.buffer);

  /** The content of a box; `path` from the outside inwards. */
  function boxAt(...path: readonly string[]): { readonly start: number; readonly end: number } {
    let [start, end] = [0, file.length];
    for (const type of path) {
      while (String.fromCharCode(...file.subarray(start + 4, start + 8)) !== type) {
        if (start >= end) throw new Error(`there is a box ${type}`);
        start += view.getUint32(start);
      }
      end = start + view.getUint32(start);
      start += 8;
    }
    return { start, end };
  }

  /** After version and flags. */
  function tableAt(type: string): number[] {
    const { start, end } = boxAt('moov', 'trak', 'mdia', 'minf', 'stbl', type);
    return Array.from({ length: (end - start - 4) / 4 }, (_, index) => view.getUint32(start + 4 + 4 * index));
  }

  it('has its boxes one after the other', () => {
    expect(boxAt('ftyp').start).toBe(8);
    expect(boxAt('mdat').end).toBe(file.length);
  });

  it('has the times of the pictures', () => {
    expect(tableAt('stts')).toEqual([3, 1, 3600, 1, 3600, 1, 3600]);
    // Shown 3600, 10800 and 0 after they are decoded.
    expect(tableAt('ctts')).toEqual([3, 1, 3600, 1, 10800, 1, 0]);
    expect(tableAt('stss')).toEqual([1, 1]);
  });

  it('has each picture with the lengths of its units in place of start codes', () => {
    const [, count, ...sizes] = tableAt('stsz');
    // 4 bytes of length each; delimiters and parameters are left out.
    expect([count, sizes]).toEqual([3, [4 + 303, 4 + 2, 4 + 2]]);
    const [, offset = 0] = tableAt('stco');
    expect(offset).toBe(boxAt('mdat').start);
    expect([...file.subarray(offset, offset + 7)]).toEqual([0, 0, 1, 0x2f, ...IDR_SLICE]);
    expect([...file.subarray(offset + 307, offset + 313)]).toEqual([0, 0, 0, 2, ...SLICE]);
  });

  it('says how the pictures are coded', () => {
    const text = String.fromCharCode(...file);
    const at = text.indexOf('avcC') + 4;
    expect([...file.subarray(at, at + 5)]).toEqual([1, 0x64, 0x00, 0x29, 0xff]);
    expect([...file.subarray(at + 8, at + 8 + 5)]).toEqual(SEQUENCE_PARAMETERS);
    expect([...file.subarray(at + 16, at + 16 + 5)]).toEqual(PICTURE_PARAMETERS);
  });

  it('is none where nothing says how the pictures are coded', () => {
    const pictures = [{ decodedAt: 0, shownAt: 0, bytes: Uint8Array.from(annexB(IDR_SLICE)) }];
    expect(writeH264Mp4(pictures, { columns: 2, rows: 2 })).toBeNull();
    expect(writeH264Mp4([], { columns: 2, rows: 2 })).toBeNull();
  });
});
