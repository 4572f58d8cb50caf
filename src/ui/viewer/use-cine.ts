import { useEffect } from 'react';
import type { Stack } from '../../catalog/stack';
import { useSession } from '../../session/store';
import { shownFrame } from '../../session/view-actions';
import { showImage } from '../../session/viewport-actions';
import { setViewport, viewportAt, type ViewportPlace } from '../../session/viewports';
import { cineLoop, cineOf, imageOfStep, startOf, stepAt, type CineLoop } from '../../viewer/cine';
import { useViewport, useViewportStack } from '../use-viewport';

/** A browser draws a page that nobody sees more seldom, or not at all: those images were not dropped. */
const UNSEEN_MS = 500;

/** Plays the images of a viewport while cine is on, in real time: those that come too late are left out and counted. */
export function useCine(at: ViewportPlace): void {
  const isCineOn = useViewport(at, (viewport) => viewport.isCineOn);
  const speed = useViewport(at, (viewport) => viewport.cineSpeed);
  const stack = useViewportStack(at, (each) => each);

  useEffect(() => {
    return isCineOn && stack !== null ? play(stack, speed, at) : undefined;
  }, [isCineOn, stack, speed, at]);
}

interface Playing {
  readonly loop: CineLoop;
  /** In the time of the loop. */
  elapsedMs: number;
  drawnAtMs: number;
  step: number;
}

/** Until the function that is returned is called. */
function play(stack: Stack, speed: number, at: ViewportPlace): () => void {
  let playing: Playing | null = null;
  setViewport({ droppedImages: 0 }, at);
  let request = requestAnimationFrame(function draw(nowMs) {
    request = requestAnimationFrame(draw);
    playing ??= begin(stack, nowMs, at);
    if (playing === null) return;
    const passedMs = nowMs - playing.drawnAtMs;
    if (passedMs < UNSEEN_MS) playing.elapsedMs += passedMs * speed;
    playing.drawnAtMs = nowMs;
    if (viewportAt(useSession.getState(), at).status.phase !== 'loading') showStep(playing, at);
  });
  return () => {
    cancelAnimationFrame(request);
  };
}

/** Null before there is an image, which knows the rate. */
function begin(stack: Stack, nowMs: number, at: ViewportPlace): Playing | null {
  const frame = shownFrame(at);
  if (frame === null) return null;
  const loop = cineLoop(stack.ends.at(-1) ?? 0, cineOf(stack, frame.facts.cine));
  const elapsedMs = startOf(loop, viewportAt(useSession.getState(), at).imageIndex);
  return { loop, elapsedMs, drawnAtMs: nowMs, step: stepAt(loop, elapsedMs) };
}

function showStep(playing: Playing, at: ViewportPlace): void {
  const step = stepAt(playing.loop, playing.elapsedMs);
  const passed = step - playing.step;
  if (passed === 0) return;
  playing.step = step;
  const { droppedImages } = viewportAt(useSession.getState(), at);
  if (passed > 1) setViewport({ droppedImages: droppedImages + passed - 1 }, at);
  showImage(imageOfStep(playing.loop, step), at);
}
