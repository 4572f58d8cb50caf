import type { Stack } from '../catalog/stack';

/** How a file wants its frames to be played (Cine module, PS3.3 C.7.6.5). */
export interface CineFacts {
  /** How long each frame is shown in ms: of one value, all of them; none: the file does not say. */
  readonly frameTimesMs: readonly number[];
  /** The frames to play, from 0; null: to the last. */
  readonly firstFrame: number;
  readonly lastFrame: number | null;
  /** Back and forth, not from the last frame to the first. */
  readonly isSweeping: boolean;
}

/** What of it holds for a stack: of more than the frames of one file as they stand there, its rate alone. */
export function cineOf({ runs, isReversed }: Stack, cine: CineFacts): CineFacts {
  if (runs.length === 1 && runs[0]?.frames === null && !isReversed) return cine;
  const { frameTimesMs } = cine;
  const totalMs = frameTimesMs.reduce((sum, timeMs) => sum + timeMs, 0);
  return {
    frameTimesMs: frameTimesMs.length === 0 ? [] : [totalMs / frameTimesMs.length],
    firstFrame: 0,
    lastFrame: null,
    isSweeping: cine.isSweeping,
  };
}

/** 15 frames a second, where the file gives no rate. */
const DEFAULT_FRAME_TIME_MS = 1000 / 15;

export const CINE_SPEEDS = [0.25, 0.5, 1, 2, 4] as const;

/** The images of a loop in the order in which they are shown, and when each of them ends, in ms. */
export interface CineLoop {
  readonly indices: readonly number[];
  readonly endsMs: readonly number[];
}

/** Two hours of images: a file may claim any number of frames. */
const MAX_LOOP_IMAGES = 100_000;

/** The loop over `count` images as `cine` has it; null: as a file without a Cine module. */
export function cineLoop(count: number, cine: CineFacts | null): CineLoop {
  const last = Math.min(count - 1, cine?.lastFrame ?? count - 1, MAX_LOOP_IMAGES - 1);
  const first = Math.max(0, Math.min(last, cine?.firstFrame ?? 0));
  const there = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  // The ends are shown once, not twice.
  const indices = cine?.isSweeping === true ? [...there, ...there.slice(1, -1).reverse()] : there;
  let endMs = 0;
  return { indices, endsMs: indices.map((index) => (endMs += frameTimeOf(cine, index))) };
}

function frameTimeOf(cine: CineFacts | null, index: number): number {
  const times = cine?.frameTimesMs ?? [];
  return times[index] ?? times[0] ?? DEFAULT_FRAME_TIME_MS;
}

/** When the loop shows an image for the first time; 0 where it does not. */
export function startOf({ indices, endsMs }: CineLoop, imageIndex: number): number {
  return endsMs[indices.indexOf(imageIndex) - 1] ?? 0;
}

/** How many images the loop has gone on to since its beginning, `elapsedMs` after it. */
export function stepAt({ endsMs }: CineLoop, elapsedMs: number): number {
  const lengthMs = endsMs.at(-1) ?? 0;
  if (lengthMs <= 0 || elapsedMs < 0) return 0;
  const rounds = Math.floor(elapsedMs / lengthMs);
  const inRoundMs = elapsedMs - rounds * lengthMs;
  let low = 0;
  let high = endsMs.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((endsMs[middle] ?? 0) <= inRoundMs) low = middle + 1;
    else high = middle;
  }
  return rounds * endsMs.length + low;
}

/** The image that is shown after so many steps. */
export function imageOfStep({ indices }: CineLoop, step: number): number {
  return indices[step % indices.length] ?? 0;
}

/** Frames a second, at a speed of 1. */
export function rateOf({ endsMs }: CineLoop): number {
  const lengthMs = endsMs.at(-1) ?? 0;
  return lengthMs > 0 ? (endsMs.length * 1000) / lengthMs : 0;
}
