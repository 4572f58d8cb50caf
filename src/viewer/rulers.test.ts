import { describe, expect, it } from 'vitest';
import { fitCamera } from './camera';
import { computeRulers, drawRulers, type RulerContext } from './rulers';

const view = { width: 1000, height: 600 };
const camera = { ...fitCamera({ columns: 100, rows: 100, pixelAspect: 1 }, view), zoom: 2 };
const spacing = { rowMm: 0.5, columnMm: 0.5, plane: 'patient' } as const;

describe('computeRulers', () => {
  it('is 100 mm long, 24 px from the bottom and 32 px in from the left', () => {
    // 2 px for 0.5 mm: 100 mm are 400 px, in the middle of 1000 and of 600 px.
    const { bottom, left, isDetectorPlane } = computeRulers(spacing, camera, view);
    expect(bottom?.line).toEqual({ from: { x: 300, y: 576 }, to: { x: 700, y: 576 } });
    expect(left?.line).toEqual({ from: { x: 32, y: 100 }, to: { x: 32, y: 500 } });
    expect([bottom?.lengthMm, left?.lengthMm, isDetectorPlane]).toEqual([100, 100, false]);
  });

  it('has a tick each 10 mm, a longer one each 50 mm', () => {
    const { bottom } = computeRulers(spacing, camera, view);
    // 10 mm are 40 px.
    expect(bottom?.ticks.map(({ from }) => from.x)).toEqual([
      300, 340, 380, 420, 460, 500, 540, 580, 620, 660, 700,
    ]);
    const lengths = bottom?.ticks.map(({ from, to }) => from.y - to.y) ?? [];
    const long = lengths[0] ?? 0;
    const short = lengths[1] ?? 0;
    expect(long).toBeGreaterThan(short);
    expect(lengths).toEqual(
      [0, 50, 100].flatMap((mm) => (mm === 0 ? [long] : [short, short, short, short, long])),
    );
  });

  it('takes smaller steps where 100 mm does not fit', () => {
    // 20 px for each mm: 100 mm are 2000 px; 20 mm are 400 px; the 552 px of the height take no 50 mm either.
    const near = computeRulers(spacing, { ...camera, zoom: 10 }, view);
    expect([near.bottom?.lengthMm, near.left?.lengthMm]).toEqual([20, 20]);
    // 200 px for each mm: 5 mm are 1000 px, which the 1000 - 2 x 150 px between the corners do not take; 2 mm are 400 px.
    expect(computeRulers(spacing, { ...camera, zoom: 100 }, view).bottom?.lengthMm).toBe(2);
  });

  it('measures by the column spacing, since rows are stretched to the true shape', () => {
    const { left } = computeRulers({ ...spacing, rowMm: 3 }, camera, view);
    expect(left?.line).toEqual({ from: { x: 32, y: 100 }, to: { x: 32, y: 500 } });
  });

  it('is not there without a spacing', () => {
    expect(computeRulers(null, camera, view)).toEqual({ bottom: null, left: null, isDetectorPlane: false });
    expect(computeRulers({ ...spacing, columnMm: 0 }, camera, view).bottom).toBeNull();
  });
});

describe('drawRulers', () => {
  it('is green; on the detector dashed, and says so', () => {
    const onPatient = recordingContext();
    drawRulers(onPatient.context, computeRulers(spacing, camera, view));
    expect(onPatient.strokes).toContainEqual({ style: '#00e000', dash: [] });
    expect(onPatient.strokes.every(({ dash }) => dash.length === 0)).toBe(true);
    expect(onPatient.words).toEqual([]);

    const onDetector = recordingContext();
    drawRulers(onDetector.context, computeRulers({ ...spacing, plane: 'detector' }, camera, view));
    expect(onDetector.strokes).toContainEqual({ style: '#00e000', dash: [6, 4] });
    expect(onDetector.words).toEqual(['detector plane']);
  });
});

function recordingContext() {
  const strokes: { style: unknown; dash: readonly number[] }[] = [];
  const words: string[] = [];
  let dash: readonly number[] = [];
  const context: RulerContext = {
    save: () => undefined,
    restore: () => undefined,
    beginPath: () => undefined,
    moveTo: () => undefined,
    lineTo: () => undefined,
    stroke: () => void strokes.push({ style: context.strokeStyle, dash }),
    setLineDash: (segments: Iterable<number>) => {
      dash = [...segments];
    },
    strokeText: () => undefined,
    fillText: (text) => void words.push(text),
    strokeStyle: '',
    fillStyle: '',
    lineWidth: 1,
    font: '',
    textBaseline: 'alphabetic',
  };
  return { context, strokes, words };
}
