/** 15 frames a second, where the file gives no rate. */
export const DEFAULT_FRAME_TIME_MS = 1000 / 15;

/** The frame to show at `nowMs` of a loop that showed `startIndex` at `startedAtMs`; times of one clock. */
export function frameAt(loop: {
  readonly startedAtMs: number;
  readonly nowMs: number;
  readonly frameTimeMs: number;
  readonly count: number;
  readonly startIndex: number;
}): number {
  const elapsedFrames = Math.floor(Math.max(0, loop.nowMs - loop.startedAtMs) / loop.frameTimeMs);
  return (loop.startIndex + elapsedFrames) % loop.count;
}
