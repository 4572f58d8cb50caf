import { assert } from '../base/assert';

/** How much is written over an image; `no-name` is everything but the patient's name and ID. */
export type OverlayLevel = 'none' | 'graphics' | 'no-name' | 'all';

export const OVERLAY_LEVELS: readonly OverlayLevel[] = ['none', 'graphics', 'no-name', 'all'];

/** What a colleague over one's shoulder should not read is not shown until it is asked for. */
export const DEFAULT_OVERLAY_LEVEL: OverlayLevel = 'no-name';

export function nextOverlayLevel(level: OverlayLevel): OverlayLevel {
  const next = OVERLAY_LEVELS[(OVERLAY_LEVELS.indexOf(level) + 1) % OVERLAY_LEVELS.length];
  assert(next, 'the levels go round');
  return next;
}
