import { describe, expect, it } from 'vitest';
import type { Shutter, ShutterShape } from '../pixels/shutter';
import { coverOutside, type ShutterContext } from './shutter-painter';

/** What is done to a context, as text. */
function drawing(shapes: readonly ShutterShape[], pixelAspect = 1): readonly string[] {
  const calls: string[] = [];
  const target: Record<string, unknown> = {};
  const context = new Proxy(target, {
    get:
      (_, name: string) =>
      (...args: readonly (number | string)[]) => {
        const style = name === 'fill' ? [target.fillStyle as string] : [];
        calls.push([name, ...args, ...style].join(' '));
      },
  });
  const shutter: Shutter = { shapes, overlayGroup: null, colour: [1, 2, 3] };
  coverOutside(context as unknown as ShutterContext, shutter, { columns: 100, rows: 80, pixelAspect });
  return calls;
}

const START = ['save', 'beginPath', 'rect 0 0 100 80', 'clip'];
const OUTSIDE = ['beginPath', 'rect 0 0 100 80'];
const FILL = 'fill evenodd rgb(1 2 3)';

describe('coverOutside', () => {
  it('fills the image but for the shape, in the colour of the shutter', () => {
    const shape = { kind: 'rectangle', left: 10, top: 4, right: 20, bottom: 8 } as const;
    expect(drawing([shape])).toEqual([...START, ...OUTSIDE, 'rect 10 4 10 4', FILL, 'restore']);
  });

  it('covers what is outside of any of several shapes', () => {
    const rectangle = { kind: 'rectangle', left: 0, top: 0, right: 50, bottom: 50 } as const;
    const points = [
      { x: 1, y: 2 },
      { x: 3, y: 4 },
      { x: 5, y: 0 },
    ];
    expect(drawing([rectangle, { kind: 'polygon', points }])).toEqual([
      ...START,
      ...[...OUTSIDE, 'rect 0 0 50 50', FILL],
      ...[...OUTSIDE, 'moveTo 1 2', 'lineTo 3 4', 'lineTo 5 0', 'closePath', FILL],
      'restore',
    ]);
  });

  it('draws a circle that is round where pixels are twice as high as wide', () => {
    const circle = { kind: 'circle', x: 40, y: 30, radiusColumns: 20 } as const;
    expect(drawing([circle], 2)).toContain(`ellipse 40 30 20 10 0 0 ${String(2 * Math.PI)}`);
  });
});
