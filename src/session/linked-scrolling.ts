import { slicePositionsOf } from '../catalog/stack';
import { nearestSlice } from '../viewer/linked-slices';
import { imageCount } from './images';
import { stackAt } from './stacks';
import { useSession } from './store';
import { shownFrame } from './view-actions';
import { viewportAt, type ViewportPlace } from './viewports';

/** The images that the other viewports are to show beside that of the active one: of the slices at its place. */
export function linkedImages(): readonly { readonly at: ViewportPlace; readonly index: number }[] {
  const { links, viewports, active } = useSession.getState();
  if (!links.position) return [];
  return [...viewports.keys()].flatMap((at) => {
    const index = at === active ? null : linkedIndex(active, at);
    return index === null ? [] : [{ at, index }];
  });
}

function linkedIndex(active: ViewportPlace, at: ViewportPlace): number | null {
  const session = useSession.getState();
  const { imageIndex } = viewportAt(session, at);
  const stack = stackAt(session, at);
  const from = shownFrame(active)?.facts;
  const to = shownFrame(at)?.facts;
  if (stack === null || from === undefined || to === undefined) return null;
  const positionsMm = slicePositionsOf(stack);
  if (positionsMm.length !== imageCount(stack)) return null;
  const index = nearestSlice({ from, to, index: imageIndex, positionsMm });
  return index === imageIndex ? null : index;
}
