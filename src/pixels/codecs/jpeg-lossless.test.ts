import { describe, expect, it } from 'vitest';
import { assert } from '../../base/assert';
import { bitsOf, EntropyWriter, writeJpeg, type JpegScanDescription } from '../../fixtures/jpeg-writer';
import { createRandom } from '../../fixtures/random';
import { decodeJpegLossless } from './jpeg-lossless';
import { inputOf } from './stream-input.fixture';

const SOF3 = 0xc3;
const ROWS = 6;
const COLUMNS = 7;

/** One component, row-major. */
type Plane = readonly number[];

interface Coding {
  readonly predictor: number;
  readonly precision: number;
  readonly pointTransform?: number;
  readonly rowsPerInterval?: number;
}

/** Anything from 0 to the maximum, so that differences wrap around. */
function drawPlane(precision: number, seed = 1): Plane {
  const random = createRandom(seed);
  return Array.from({ length: ROWS * COLUMNS }, () => Math.floor(random() * 2 ** precision));
}

/** The prediction of a sample (ITU-T T.81 table H.1, H.1.2.1). */
function predictionOf(plane: Plane, index: number, coding: Coding): number {
  const { predictor, precision, pointTransform = 0, rowsPerInterval = ROWS } = coding;
  const row = Math.floor(index / COLUMNS);
  const isFirstRow = row % rowsPerInterval === 0;
  const isFirstColumn = index % COLUMNS === 0;
  const at = (offset: number) => plane[index - offset] ?? NaN;
  if (isFirstRow && isFirstColumn) return 2 ** (precision - pointTransform - 1);
  if (isFirstRow) return at(1);
  if (isFirstColumn) return at(COLUMNS);
  const [a, b, c] = [at(1), at(COLUMNS), at(COLUMNS + 1)];
  const predictions = [
    ...[NaN, a, b, c, a + b - c],
    ...[a + Math.floor((b - c) / 2), b + Math.floor((a - c) / 2), Math.floor((a + b) / 2)],
  ];
  return predictions[predictor] ?? NaN;
}

/** Modulo 2 ** 16 (H.1.2.1), from -32767 to 32768. */
function wrapped(difference: number): number {
  const modulo = ((difference % 65536) + 65536) % 65536;
  return modulo > 32768 ? modulo - 65536 : modulo;
}

/** A scan of one plane, or of several whose samples are interleaved. */
function scanOf(
  componentIds: readonly number[],
  planes: readonly Plane[],
  coding: Coding,
): JpegScanDescription {
  const { predictor, pointTransform = 0, rowsPerInterval = ROWS } = coding;
  const shifted = planes.map((plane) => plane.map((sample) => sample >> pointTransform));
  const intervals: EntropyWriter[] = [];
  for (let row = 0; row < ROWS; row += rowsPerInterval) {
    const writer = new EntropyWriter();
    for (let index = row * COLUMNS; index < (row + rowsPerInterval) * COLUMNS; index++) {
      for (const plane of shifted) {
        const difference = wrapped((plane[index] ?? NaN) - predictionOf(plane, index, coding));
        writer.writeDcSymbol(bitsOf(difference));
        // Of 16 bits there is 32768 alone, without bits behind its code (H.1.2.2).
        if (difference !== 32768) writer.writeSigned(difference);
      }
    }
    intervals.push(writer);
  }
  const spectral = { spectralStart: predictor, spectralEnd: 0, approximationLow: pointTransform };
  return { componentIds, ...spectral, intervals };
}

function streamOf(ids: readonly number[], coding: Coding, scans: readonly JpegScanDescription[]): Uint8Array {
  const { precision, rowsPerInterval } = coding;
  return writeJpeg({
    ...{ process: SOF3, precision, rows: ROWS, columns: COLUMNS, scans },
    components: ids.map((id) => ({ id })),
    restartInterval: (rowsPerInterval ?? 0) * COLUMNS,
  });
}

async function decode(stream: Uint8Array, samplesPerPixel: 1 | 3 = 1) {
  const image = { rows: ROWS, columns: COLUMNS, samplesPerPixel, bitsAllocated: 16 };
  const decoded = await decodeJpegLossless(inputOf(stream, image));
  assert(decoded.ok, JSON.stringify(decoded));
  return { samples: [...decoded.value.samples], problems: decoded.value.problems };
}

describe('JPEG lossless', () => {
  it.each([1, 2, 3, 4, 5, 6, 7])('undoes predictor %i', async (predictor) => {
    const plane = drawPlane(12);
    const coding = { predictor, precision: 12 };
    const decoded = await decode(streamOf([1], coding, [scanOf([1], [plane], coding)]));
    expect(decoded).toEqual({ samples: plane, problems: [] });
  });

  it.each([2, 7, 8, 10, 15, 16])('has %i bits', async (precision) => {
    const plane = drawPlane(precision);
    const coding = { predictor: 4, precision };
    const decoded = await decode(streamOf([1], coding, [scanOf([1], [plane], coding)]));
    expect(decoded).toEqual({ samples: plane, problems: [] });
  });

  it('has the difference of 16 bits', async () => {
    const plane = Array.from({ length: ROWS * COLUMNS }, (_, index) => (index % 2) * 32768);
    const coding = { predictor: 1, precision: 16 };
    expect((await decode(streamOf([1], coding, [scanOf([1], [plane], coding)]))).samples).toEqual(plane);
  });

  it.each([8, 16])('has colour of %i bits, in one scan or in three', async (precision) => {
    const planes = [1, 2, 3].map((seed) => drawPlane(precision, seed));
    const pixels = planes[0]?.flatMap((_, index) => planes.map((plane) => plane[index]));
    const coding = { predictor: 6, precision };
    const ids = [1, 2, 3];
    const interleaved = streamOf(ids, coding, [scanOf(ids, planes, coding)]);
    expect(await decode(interleaved, 3)).toEqual({ samples: pixels, problems: [] });
    const byPlane = planes.map((plane, index) => scanOf([index + 1], [plane], coding));
    expect(await decode(streamOf(ids, coding, byPlane), 3)).toEqual({ samples: pixels, problems: [] });
    const { problems } = await decode(streamOf(ids, coding, byPlane.slice(0, 2)), 3);
    expect(problems).toMatchObject([{ detail: { reason: '1 of 3 components have no scan' } }]);
  });

  it('begins anew at each restart marker', async () => {
    const plane = drawPlane(12);
    const coding = { predictor: 7, precision: 12, rowsPerInterval: 2 };
    const decoded = await decode(streamOf([1], coding, [scanOf([1], [plane], coding)]));
    expect(decoded).toEqual({ samples: plane, problems: [] });
  });

  it('leaves the bits of the point transform zero', async () => {
    const plane = drawPlane(12).map((sample) => sample & ~3);
    const coding = { predictor: 5, precision: 12, pointTransform: 2 };
    const decoded = await decode(streamOf([1], coding, [scanOf([1], [plane], coding)]));
    expect(decoded).toEqual({ samples: plane, problems: [] });
  });

  it('gives the rows before a cut, and says how many are missing', async () => {
    const plane = drawPlane(12);
    const coding = { predictor: 2, precision: 12 };
    const stream = streamOf([1], coding, [scanOf([1], [plane], coding)]);
    const cut = await decode(stream.subarray(0, stream.length - 20));
    expect(cut.samples.slice(0, 3 * COLUMNS)).toEqual(plane.slice(0, 3 * COLUMNS));
    expect(cut.problems).toMatchObject([{ code: 'decode-failed', where: 'a.dcm' }]);
  });

  it('fails where nothing is left, and names what it cannot do', async () => {
    const coding = { predictor: 1, precision: 12 };
    const scan = scanOf([1], [drawPlane(12)], coding);
    const image = { rows: ROWS, columns: COLUMNS, bitsAllocated: 16 };
    const failed = { ok: false, error: { code: 'decode-failed' } };
    const withoutScan = inputOf(streamOf([1], coding, []), image);
    expect(await decodeJpegLossless(withoutScan)).toMatchObject(failed);
    const hierarchical = inputOf(streamOf([1], coding, [{ ...scan, spectralStart: 0 }]), image);
    expect(await decodeJpegLossless(hierarchical)).toMatchObject(failed);
    const components = [{ id: 1, horizontalSampling: 2 }, { id: 2 }, { id: 3 }];
    const size = { rows: ROWS, columns: COLUMNS };
    const subsampled = writeJpeg({ process: SOF3, precision: 8, ...size, components, scans: [] });
    expect(await decodeJpegLossless(inputOf(subsampled, { ...size, samplesPerPixel: 3 }))).toMatchObject({
      ok: false,
      error: { code: 'codec-unsupported' },
    });
  });
});
