import { describe, expect, it } from 'vitest';
import { assert } from '../base/assert';
import { inWindows, rangesOf, type ByteRanges } from '../base/byte-ranges';
import { ok } from '../base/result';
import { parsePart10, type DicomFile } from '../dicom/part10';
import { readPart10Head } from '../dicom/part10-head';
import {
  EXPLICIT_BIG_ENDIAN,
  EXPLICIT_LITTLE_ENDIAN,
  writePart10,
  type ElementDescription,
  type ElementValue,
} from '../fixtures/dicom-writer';
import { createRandom, shuffle } from '../fixtures/random';
import { describeImage } from './image-description';
import { openFrameDecoder, type FrameDecoder } from './frame-decoder';

const ENCAPSULATED_UNCOMPRESSED = '1.2.840.10008.1.2.1.98';
const RLE = '1.2.840.10008.1.2.5';
const WHERE = 'a.dcm';

interface Shape {
  readonly rows: number;
  readonly columns: number;
  readonly frames: number;
  readonly bits: 1 | 8 | 16;
  readonly transferSyntaxUid?: string;
}

function writeImage(shape: Shape, pixels: ElementDescription, ...more: readonly ElementDescription[]) {
  const { rows, columns, frames, bits, transferSyntaxUid = EXPLICIT_LITTLE_ENDIAN } = shape;
  const elements: readonly ElementDescription[] = [
    [0x00280002, 'US', 1],
    [0x00280004, 'CS', 'MONOCHROME2'],
    [0x00280008, 'IS', String(frames)],
    [0x00280010, 'US', rows],
    [0x00280011, 'US', columns],
    [0x00280100, 'US', bits],
    [0x00280101, 'US', bits],
    [0x00280102, 'US', bits - 1],
    [0x00280103, 'US', 0],
    pixels,
    [0x7ff10010, 'LO', 'BEHIND'],
  ];
  const given = new Set(more.map(([tag]) => tag));
  return writePart10([...elements.filter(([tag]) => !given.has(tag)), ...more], { transferSyntaxUid });
}

async function decoderOf(dicom: DicomFile, content: ByteRanges): Promise<FrameDecoder> {
  const image = describeImage(dicom.dataSet, dicom.transferSyntaxUid, WHERE);
  assert(image.ok, 'the image is described');
  const decoder = await openFrameDecoder({ content, image: image.value, where: WHERE });
  assert(decoder.ok, 'the decoder opens');
  return decoder.value;
}

async function decoderInMemory(bytes: Uint8Array): Promise<FrameDecoder> {
  const dicom = parsePart10(bytes, { where: WHERE, inflateRaw: ok });
  assert(dicom.ok, 'the file is read');
  return decoderOf(dicom.value, rangesOf(bytes));
}

async function decoderByRanges(content: ByteRanges): Promise<FrameDecoder> {
  const dicom = await readPart10Head(content, WHERE, 64);
  assert(dicom.ok && dicom.value !== null, 'the head is read');
  return decoderOf(dicom.value, inWindows(content, 100));
}

/** Every frame, in no order, is the same by ranges as of a file in memory; returns how many are decoded. */
async function compareFrames(bytes: Uint8Array, frames: number): Promise<number> {
  const inMemory = await decoderInMemory(bytes);
  const byRanges = await decoderByRanges(rangesOf(bytes));
  let decoded = 0;
  for (const frameIndex of shuffle(
    Array.from({ length: frames }, (_, index) => index),
    createRandom(3),
  )) {
    const expected = await inMemory(frameIndex);
    expect(await byRanges(frameIndex)).toEqual(expected);
    if (expected.ok) decoded++;
  }
  return decoded;
}

function noise(length: number, seed = 1): Uint8Array<ArrayBuffer> {
  const random = createRandom(seed);
  return Uint8Array.from({ length }, () => Math.floor(random() * 256));
}

const EIGHT: Shape = { rows: 5, columns: 7, frames: 9, bits: 8 };
const COLOUR: readonly ElementDescription[] = [
  [0x00280002, 'US', 3],
  [0x00280004, 'CS', 'RGB'],
];

describe('native frames by ranges', () => {
  it.each<[string, Shape, string, number, ...ElementDescription[]]>([
    ['16 bit', { ...EIGHT, bits: 16 }, 'OW', 5 * 7 * 2],
    ['16 bit big endian', { ...EIGHT, bits: 16, transferSyntaxUid: EXPLICIT_BIG_ENDIAN }, 'OW', 5 * 7 * 2],
    ['8 bit', EIGHT, 'OB', 5 * 7],
    ['8 bit in words of big endian', { ...EIGHT, transferSyntaxUid: EXPLICIT_BIG_ENDIAN }, 'OW', 5 * 7],
    ['1 bit', { ...EIGHT, bits: 1, frames: 20 }, 'OB', (5 * 7) / 8],
    ['colour by plane', EIGHT, 'OB', 5 * 7 * 3, ...COLOUR, [0x00280006, 'US', 1]],
    ['subsampled colour', EIGHT, 'OB', 5 * 8 * 2, [0x00280004, 'CS', 'YBR_FULL_422'], [0x00280002, 'US', 3]],
  ])('%s', async (_, shape, vr, frameBytes, ...more) => {
    const pixels = noise(Math.ceil(frameBytes * shape.frames));
    const bytes = writeImage(shape, [0x7fe00010, vr, pixels], ...more);
    expect(await compareFrames(bytes, shape.frames)).toBe(shape.frames);
  });

  it('floating point', async () => {
    const value = Float32Array.from({ length: 5 * 7 * 9 }, (_, index) => index / 3);
    expect(await compareFrames(writeImage(EIGHT, [0x7fe00008, 'OF', value]), 9)).toBe(9);
  });

  it('says what is missing of a file that is cut', async () => {
    const bytes = writeImage({ ...EIGHT, rows: 50 }, [0x7fe00010, 'OB', noise(50 * 7 * 9)]);
    expect(await compareFrames(bytes.subarray(0, -1000), 9)).toBe(7);
  });

  it('reads a frame and hardly more', async () => {
    const shape = { rows: 100, columns: 100, frames: 50, bits: 16 } as const;
    const { content, count } = counted(writeImage(shape, [0x7fe00010, 'OW', noise(20_000 * 50)]));
    const decode = await decoderByRanges(content);
    const before = count();
    expect(before).toBeLessThan(2000);
    expect((await decode(49)).ok).toBe(true);
    expect((await decode(0)).ok).toBe(true);
    expect(count() - before).toBe(40_000);
  });
});

function counted(bytes: Uint8Array): { readonly content: ByteRanges; readonly count: () => number } {
  let count = 0;
  const whole = rangesOf(bytes);
  const read: ByteRanges['read'] = (start, end) => {
    count += end - start;
    return whole.read(start, end);
  };
  return { content: { ...whole, read }, count: () => count };
}

/** Frames of 36 bytes of 6x6 pixels, of which each begins as a JPEG stream does, if only that. */
const FRAMES = Array.from({ length: 12 }, (_, index) =>
  Uint8Array.of(0xff, 0xd8, 0xff, ...noise(33, index + 1).map((byte) => byte & 0x7f)),
);
const SIX: Shape = { rows: 6, columns: 6, frames: 12, bits: 8, transferSyntaxUid: ENCAPSULATED_UNCOMPRESSED };
const CUTS: Readonly<Record<string, (frame: Uint8Array, index: number) => readonly Uint8Array[]>> = {
  one: (frame) => [frame],
  two: (frame) => [frame.subarray(0, 10), frame.subarray(10)],
  'a few': (frame, index) => [
    ...Array.from({ length: index % 3 }, (_, part) => frame.subarray(part * 4, part * 4 + 4)),
    frame.subarray((index % 3) * 4),
  ],
};

/** Of each frame's first item, from the first item behind the table. */
function offsetsOf(frames: readonly (readonly Uint8Array[])[]): readonly number[] {
  let offset = 0;
  return frames.map((fragments) => {
    const start = offset;
    for (const { length } of fragments) offset += 8 + length;
    return start;
  });
}

function uint64s(values: readonly number[]): Uint8Array {
  return new Uint8Array(BigUint64Array.from(values, BigInt).buffer);
}

describe('compressed frames by ranges', () => {
  for (const [name, cut] of Object.entries(CUTS)) {
    const frames = FRAMES.map(cut);
    const fragments = frames.flat();
    const offsets = offsetsOf(frames);
    const shifted = offsets.map((offset, index) => (index === 5 ? offset + 4 : offset));
    it.each<[string, { readonly offsets?: readonly number[] }, ...ElementDescription[]]>([
      ['no table', {}],
      ['a basic table', { offsets }],
      ['an extended table', {}, [0x7fe00001, 'OV', uint64s(offsets)]],
      ['a table with an error', { offsets: shifted }],
      ['a table beyond the end', { offsets: offsets.map((offset) => offset + 1e6) }],
      ['a table of another length', { offsets: offsets.slice(1) }],
    ])(`${name} in a frame, %s`, async (_, table, ...more) => {
      const value: ElementValue = { fragments, ...table };
      const bytes = writeImage(SIX, [0x7fe00010, 'OB', value], ...more);
      const decode = await decoderByRanges(rangesOf(bytes));
      for (const frameIndex of [11, 0, 5, 6, 4, 10, 1]) {
        const decoded = await decode(frameIndex);
        expect(decoded.ok && decoded.value.frame.samples).toEqual(FRAMES[frameIndex]);
      }
      expect(await compareFrames(bytes, 12)).toBe(12);
    });
  }

  it('one in a frame, where none begins as streams do', async () => {
    // One segment of 36 literal bytes behind the header of 16 numbers (PS3.5 Annex G).
    const header = new Uint8Array(Uint32Array.from({ length: 16 }, (_, index) => [1, 64][index] ?? 0).buffer);
    const fragments = FRAMES.map((frame) => Uint8Array.of(...header, 35, ...frame, 128));
    const bytes = writeImage({ ...SIX, transferSyntaxUid: RLE }, [0x7fe00010, 'OB', { fragments }]);
    const decode = await decoderByRanges(rangesOf(bytes));
    for (const frameIndex of [7, 0, 11]) {
      const decoded = await decode(frameIndex);
      expect(decoded.ok && decoded.value.frame.samples).toEqual(FRAMES[frameIndex]);
    }
    expect(await compareFrames(bytes, 12)).toBe(12);
  });

  it('all fragments in the only frame', async () => {
    const [frame = new Uint8Array()] = FRAMES;
    const fragments = [frame.subarray(0, 4), frame.subarray(4, 20), frame.subarray(20)];
    const bytes = writeImage({ ...SIX, frames: 1 }, [0x7fe00010, 'OB', { fragments, offsets: [0] }]);
    expect(await compareFrames(bytes, 1)).toBe(1);
  });

  it('has no frames behind the last, nor in a file that is cut before them', async () => {
    const fragments = FRAMES.flatMap((frame) => [frame.subarray(0, 10), frame.subarray(10)]);
    const bytes = writeImage(SIX, [0x7fe00010, 'OB', { fragments }]);
    expect(await compareFrames(bytes, 12)).toBe(12);
    const cut = await decoderByRanges(rangesOf(bytes.subarray(0, -300)));
    expect(await cut(3)).toMatchObject({ ok: true, value: { problems: [] } });
    expect(await cut(11)).toMatchObject({ ok: false, error: { code: 'pixels-truncated' } });
    expect(await cut(12)).toMatchObject({ ok: false, error: { code: 'pixels-truncated' } });
  });

  it('goes straight to a frame by a table, and remembers the way where there is none', async () => {
    const shape = { ...SIX, rows: 60, columns: 60, frames: 100 };
    const fragments = Array.from({ length: 100 }, (_, index) =>
      Uint8Array.of(0xff, 0xd8, 0xff, ...noise(3597, index + 1)),
    );
    const offsets = offsetsOf(fragments.map((fragment) => [fragment]));
    const byTable = counted(writeImage(shape, [0x7fe00010, 'OB', { fragments, offsets }]));
    const jumping = await decoderByRanges(byTable.content);
    const before = byTable.count();
    expect((await jumping(98)).ok).toBe(true);
    expect(byTable.count() - before).toBeLessThan(4000);

    const walking = counted(writeImage(shape, [0x7fe00010, 'OB', { fragments }]));
    const decode = await decoderByRanges(walking.content);
    expect((await decode(90)).ok).toBe(true);
    const there = walking.count();
    // A window for each of the 92 items, and the frame.
    expect(there).toBeLessThan(92 * 100 + 3600 + 2000);
    expect((await decode(40)).ok).toBe(true);
    expect(walking.count() - there).toBe(3600);
  });
});
