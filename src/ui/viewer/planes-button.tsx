import { Layers2 } from 'lucide-react';
import { useSession } from '../../session/store';
import { shownFrame, togglePlanes } from '../../session/view-actions';
import { IconButton } from '../button';
import { useActiveViewport } from '../use-viewport';

/** Shows and hides what the file has drawn over its image; not there where it has drawn nothing. */
export function PlanesButton() {
  const arePlanesShown = useSession((session) => session.arePlanesShown);
  // The frame itself is no part of the store; `shown` changes with it.
  const frame = useActiveViewport(({ shown }) => shown) && shownFrame();
  if (frame === null || (frame.overlays.length === 0 && frame.shutter === null)) return null;
  return (
    <IconButton
      icon={Layers2}
      label="Overlay planes and shutter"
      aria-pressed={arePlanesShown}
      onClick={togglePlanes}
    />
  );
}
