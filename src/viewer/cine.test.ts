import { describe, expect, it } from 'vitest';
import { orderStack, type StackRun } from '../catalog/stack';
import { cineLoop, cineOf, imageOfStep, rateOf, startOf, stepAt, type CineFacts } from './cine';

function cine(given: Partial<CineFacts>): CineFacts {
  return { frameTimesMs: [], firstFrame: 0, lastFrame: null, isSweeping: false, ...given };
}

function imagesAt(facts: CineFacts, count: number, timesMs: readonly number[]): readonly number[] {
  const loop = cineLoop(count, facts);
  return timesMs.map((timeMs) => imageOfStep(loop, stepAt(loop, timeMs)));
}

describe('a cine loop', () => {
  it('shows each frame for the same time, and begins again', () => {
    const facts = cine({ frameTimesMs: [40] });
    expect(imagesAt(facts, 10, [0, 39, 40, 120, 399, 400, 1000])).toEqual([0, 0, 1, 3, 9, 0, 5]);
  });

  it('counts the steps over its rounds, so that images left out can be counted', () => {
    const loop = cineLoop(10, cine({ frameTimesMs: [40] }));
    expect([0, 399, 400, 1000].map((timeMs) => stepAt(loop, timeMs))).toEqual([0, 9, 10, 25]);
  });

  it('shows each frame for its own time', () => {
    // From 0 to 10 ms, to 110, to 130; then again.
    const facts = cine({ frameTimesMs: [10, 100, 20] });
    expect(imagesAt(facts, 3, [0, 9, 10, 109, 110, 129, 130, 140])).toEqual([0, 0, 1, 1, 2, 2, 0, 1]);
    expect(rateOf(cineLoop(3, facts))).toBeCloseTo(3000 / 130, 10);
  });

  it('goes on from the image that is shown', () => {
    const loop = cineLoop(3, cine({ frameTimesMs: [10, 100, 20] }));
    expect([0, 1, 2].map((index) => startOf(loop, index))).toEqual([0, 10, 110]);
    const trimmed = cineLoop(3, cine({ frameTimesMs: [10], firstFrame: 1 }));
    expect(startOf(trimmed, 0)).toBe(0);
  });

  it('sweeps back and forth, the ends once each', () => {
    const facts = cine({ frameTimesMs: [10], isSweeping: true });
    expect(imagesAt(facts, 4, [0, 10, 20, 30, 40, 50, 60, 70])).toEqual([0, 1, 2, 3, 2, 1, 0, 1]);
    expect(imagesAt(facts, 2, [0, 10, 20])).toEqual([0, 1, 0]);
    expect(imagesAt(facts, 1, [0, 10])).toEqual([0, 0]);
  });

  it('plays what the file trims it to, as far as there is that', () => {
    const facts = cine({ frameTimesMs: [10], firstFrame: 2, lastFrame: 4 });
    expect(imagesAt(facts, 10, [0, 10, 20, 30])).toEqual([2, 3, 4, 2]);
    expect(imagesAt(facts, 4, [0, 10, 20])).toEqual([2, 3, 2]);
    expect(imagesAt(facts, 1, [0, 10])).toEqual([0, 0]);
  });

  it('is made of a file that claims to have thousands of millions of frames', () => {
    expect(cineLoop(2 ** 31 - 1, null).indices.length).toBeLessThan(1e6);
  });

  it('shows 15 frames a second by default', () => {
    const loop = cineLoop(100, null);
    expect([stepAt(loop, 999), stepAt(loop, 1001)]).toEqual([14, 15]);
    expect(rateOf(loop)).toBeCloseTo(15, 10);
  });

  it('does not run before its start, where the clock of the frame is older', () => {
    expect(stepAt(cineLoop(10, null), -10)).toBe(0);
  });
});

describe('the cine of a stack', () => {
  const run = { instance: { frames: 3, hasPixels: true }, frames: null } as unknown as StackRun;
  const facts = cine({ frameTimesMs: [10, 100, 40], firstFrame: 1, lastFrame: 1, isSweeping: true });

  it('is that of the file, frame by frame, where the stack is the file', () => {
    const stack = orderStack({ name: '', rule: 'frame', runs: [run] }, 'sorted');
    expect(cineOf(stack, facts)).toEqual(facts);
  });

  it('is the rate of the file where its frames are in another order, or among others', () => {
    // (10 + 100 + 40) / 3
    const rate = cine({ frameTimesMs: [50], isSweeping: true });
    expect(cineOf(orderStack({ name: '', rule: 'frame', runs: [run] }, 'reversed'), facts)).toEqual(rate);
    expect(cineOf(orderStack({ name: '', rule: 'path', runs: [run, run] }, 'sorted'), facts)).toEqual(rate);
  });
});
