import type { LoadedFrame } from './loaded-frame';

/** More names than that would cover the image. */
const MAX_NAMES = 3;

/**
 * What the file has drawn over a frame and covered of it, as lines of the overlay: `Overlay: DISC, 1 more`, or
 * `Overlay: 2 planes` where none has a name.
 */
export function planeLines({
  overlays,
  shutter,
}: Pick<LoadedFrame, 'overlays' | 'shutter'>): readonly string[] {
  const drawn = overlays.filter(({ group }) => group !== shutter?.overlayGroup);
  const named = drawn.flatMap(({ label, description }) => label || description || []).slice(0, MAX_NAMES);
  const unnamed = drawn.length - named.length;
  const rest =
    named.length > 0 ? `${String(unnamed)} more` : unnamed === 1 ? '1 plane' : `${String(unnamed)} planes`;
  return [
    ...(drawn.length === 0 ? [] : [`Overlay: ${[...named, ...(unnamed === 0 ? [] : [rest])].join(', ')}`]),
    ...(shutter === null ? [] : ['Shutter Applied']),
  ];
}
