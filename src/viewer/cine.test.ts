import { describe, expect, it } from 'vitest';
import { DEFAULT_FRAME_TIME_MS, frameAt } from './cine';

describe('frameAt', () => {
  const loop = { startedAtMs: 1000, frameTimeMs: 40, count: 10, startIndex: 7 };

  it('goes on from where it was, and loops', () => {
    expect(frameAt({ ...loop, nowMs: 1000 })).toBe(7);
    expect(frameAt({ ...loop, nowMs: 1039 })).toBe(7);
    expect(frameAt({ ...loop, nowMs: 1040 })).toBe(8);
    // 3 frames to the end of the loop.
    expect(frameAt({ ...loop, nowMs: 1120 })).toBe(0);
    expect(frameAt({ ...loop, nowMs: 1000 + 40 * 25 })).toBe(2);
  });

  it('does not run before its start, where the clock of the frame is older', () => {
    expect(frameAt({ ...loop, nowMs: 990 })).toBe(7);
  });

  it('shows 15 frames a second by default', () => {
    const at = (nowMs: number) =>
      frameAt({ startedAtMs: 0, nowMs, frameTimeMs: DEFAULT_FRAME_TIME_MS, count: 100, startIndex: 0 });
    expect([at(999), at(1001)]).toEqual([14, 15]);
  });
});
