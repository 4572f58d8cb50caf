import { describe, expect, it } from 'vitest';
import { assert } from '../../base/assert';
import type { Result } from '../../base/result';
import { createRandom } from '../../fixtures/random';
import type { RawFrame } from './codec';
import { encodeJpeg2000, encodeJpegLs, encodeJpegXl, type EncodedPicture } from './encoders.fixture';
import { decodeJpeg2000 } from './jpeg-2000';
import { decodeJpegLs } from './jpeg-ls';
import { decodeJpegXl } from './jpeg-xl';
import { inputOf } from './stream-input.fixture';

const WIDTH = 19;
const HEIGHT = 11;

/** Waves with some noise, over all of the range. */
function draw(bitsPerSample: number, componentCount: 1 | 3, isSigned = false): EncodedPicture {
  const random = createRandom(bitsPerSample);
  const middle = isSigned ? 0 : 2 ** (bitsPerSample - 1);
  const amplitude = 2 ** (bitsPerSample - 1);
  const values = Array.from({ length: WIDTH * HEIGHT * componentCount }, (_, index) => {
    const value = Math.floor(middle + amplitude * (0.9 * Math.sin(index / 9) + 0.2 * (random() - 0.5)));
    return Math.max(middle - amplitude, Math.min(middle + amplitude - 1, value));
  });
  const Samples =
    bitsPerSample <= 8 ? (isSigned ? Int8Array : Uint8Array) : isSigned ? Int16Array : Uint16Array;
  const size = { width: WIDTH, height: HEIGHT, bitsPerSample, componentCount, isSigned };
  return { ...size, samples: Samples.from(values) };
}

function inputFor({ componentCount }: EncodedPicture, stream: Uint8Array) {
  return inputOf(stream, { rows: HEIGHT, columns: WIDTH, samplesPerPixel: componentCount });
}

function samplesOf(decoded: Result<RawFrame>): readonly number[] {
  assert(decoded.ok, JSON.stringify(decoded));
  expect(decoded.value.problems).toEqual([]);
  return [...decoded.value.samples];
}

describe('JPEG 2000', () => {
  it.each([
    [1, false],
    [8, false],
    [12, true],
    [16, true],
    [16, false],
  ])('has %i bits, signed: %s', async (bits, isSigned) => {
    const picture = draw(bits, 1, isSigned);
    const stream = await encodeJpeg2000(picture);
    expect(samplesOf(await decodeJpeg2000(inputFor(picture, stream)))).toEqual([...picture.samples]);
  });

  it.each([2, 5, 8])('has %i bits, signed', async (bits) => {
    // Unsigned samples are coded less half of their range (ITU-T T.800 G.1): declared as signed, they are just that.
    const picture = draw(bits, 1);
    const stream = await encodeJpeg2000(picture);
    const depth = 42; // Ssiz of the first component, behind SOC and the fixed part of SIZ
    expect(stream[depth]).toBe(bits - 1);
    stream[depth] = bits - 1 + 0x80;
    const expected = [...picture.samples].map((sample) => sample - 2 ** (bits - 1));
    expect(samplesOf(await decodeJpeg2000(inputFor(picture, stream)))).toEqual(expected);
  });

  it('says what of Part 2 it cannot do', async () => {
    const picture = draw(8, 3);
    const stream = await encodeJpeg2000(picture);
    const cod = stream.findIndex((byte, index) => byte === 0xff && stream[index + 1] === 0x52);
    stream[cod + 8] = 2; // an array-based transformation
    const input = inputFor(picture, stream);
    expect(await decodeJpeg2000(input)).toMatchObject({
      ok: false,
      error: {
        code: 'codec-unsupported',
        detail: { transferSyntaxName: 'JPEG 2000 Part 2 with a transformation of components' },
      },
    });
  });

  it('says that frames are components, as Part 2 may have them', async () => {
    const stream = await encodeJpeg2000(draw(8, 3));
    const image = { rows: HEIGHT, columns: WIDTH, transferSyntaxUid: '1.2.840.10008.1.2.4.92' };
    expect(await decodeJpeg2000(inputOf(stream, image))).toMatchObject({
      ok: false,
      error: { detail: { transferSyntaxName: 'JPEG 2000 Part 2 with frames as components' } },
    });
  });
});

describe('JPEG-LS', () => {
  it.each([2, 7, 8, 10, 15, 16])('has %i bits', async (bits) => {
    const picture = draw(bits, 1);
    const stream = await encodeJpegLs(picture);
    expect(samplesOf(await decodeJpegLs(inputFor(picture, stream)))).toEqual([...picture.samples]);
  });

  it.each([0, 1, 2])('has colour, interleave mode %i', async (interleaveMode) => {
    const picture = draw(8, 3);
    const pixels = WIDTH * HEIGHT;
    const planes = Uint8Array.from(picture.samples, (_, index) => {
      return picture.samples[(index % pixels) * 3 + Math.floor(index / pixels)] ?? 0;
    });
    const samples = interleaveMode === 0 ? planes : picture.samples;
    const stream = await encodeJpegLs({ ...picture, samples }, { interleaveMode });
    expect(samplesOf(await decodeJpegLs(inputFor(picture, stream)))).toEqual([...picture.samples]);
  });

  it('is as near as it says', async () => {
    const picture = draw(12, 1);
    const stream = await encodeJpegLs(picture, { near: 3 });
    const decoded = samplesOf(await decodeJpegLs(inputFor(picture, stream)));
    const differences = decoded.map((sample, index) => Math.abs(sample - (picture.samples[index] ?? NaN)));
    expect(Math.max(...differences)).toBe(3);
  });

  it('undoes the colour transformation of an mrfx segment', async () => {
    const picture = draw(8, 3);
    const stream = await encodeJpegLs(picture, { interleaveMode: 2 });
    // APP8: HP1 is R - G, G, B - G, each about 128, modulo 256 (HPL-96-24, as in the HP reference codec).
    const mrfx = [0xff, 0xe8, 0, 7, ...new TextEncoder().encode('mrfx'), 1];
    const marked = Uint8Array.of(...stream.subarray(0, 2), ...mrfx, ...stream.subarray(2));
    const expected = [...picture.samples].map((sample, index, all) => {
      const green = all[index - (index % 3) + 1] ?? 0;
      return index % 3 === 1 ? sample : (sample + green - 128) & 255;
    });
    expect(samplesOf(await decodeJpegLs(inputFor(picture, marked)))).toEqual(expected);
  });
});

describe('JPEG XL', () => {
  it.each([
    [8, 1],
    [12, 1],
    [16, 1],
    [8, 3],
    [16, 3],
  ] as const)('has %i bits and %i components', async (bits, componentCount) => {
    const picture = draw(bits, componentCount);
    const decoded = await decodeJpegXl(inputFor(picture, await encodeJpegXl(picture)));
    expect(samplesOf(decoded)).toEqual([...picture.samples]);
    expect(decoded).toMatchObject({ value: { isRgb: componentCount === 3 } });
  });

  it('compares size and components with the data set', async () => {
    const picture = draw(8, 1);
    const stream = await encodeJpegXl(picture);
    const wrongSize = await decodeJpegXl(inputOf(stream, { rows: HEIGHT, columns: WIDTH + 1 }));
    expect(wrongSize).toMatchObject({
      ok: false,
      error: { detail: { reason: 'the compressed stream is 19 x 11 pixels, the data set says 20 x 11' } },
    });
    const wrongComponents = inputOf(stream, { rows: HEIGHT, columns: WIDTH, samplesPerPixel: 3 });
    expect(await decodeJpegXl(wrongComponents)).toMatchObject({
      ok: false,
      error: { code: 'decode-failed' },
    });
  });

  it('shows nothing of a cut stream, of which the codec leaves whatever was in memory', async () => {
    const picture = draw(8, 1);
    const stream = await encodeJpegXl(picture);
    const cut = await decodeJpegXl(inputFor(picture, stream.subarray(0, stream.length / 2)));
    expect(cut).toMatchObject({ ok: false, error: { code: 'decode-failed' } });
  });
});
