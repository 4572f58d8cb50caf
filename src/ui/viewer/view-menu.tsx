import { ChevronDown } from 'lucide-react';
import { useSession } from '../../session/store';
import {
  flip,
  resetView,
  setInterpolation,
  shownFrame,
  toggleInverted,
  togglePlanes,
} from '../../session/view-actions';
import type { Interpolation } from '../../viewer/resample-weights';
import { ActionMenu, MenuChoice, MenuItem, MenuSeparator, MenuSwitch } from '../action-menu';
import { useActiveViewport } from '../use-viewport';

const INTERPOLATIONS = [
  { value: 'nearest', name: 'Pixels as they are', detail: 'nearest' },
  { value: 'bilinear', name: 'Smooth', detail: 'bilinear' },
  { value: 'bicubic', name: 'Smooth and sharper', detail: 'bicubic' },
] as const satisfies readonly { readonly value: Interpolation; readonly [words: string]: string }[];

/** How the image lies, how its pixels are drawn, and whether what the file has drawn over them is. */
export function ViewMenu({ isDisabled }: { readonly isDisabled: boolean }) {
  const isInverted = useActiveViewport((viewport) => viewport.isInverted);
  const interpolation = useActiveViewport((viewport) => viewport.interpolation);
  const arePlanesShown = useSession((session) => session.arePlanesShown);
  // The frame itself is no part of the store; `shown` changes with it.
  const frame = useActiveViewport(({ shown }) => shown) && shownFrame();
  const hasPlanes = frame !== null && (frame.overlays.length > 0 || frame.shutter !== null);
  return (
    <ActionMenu
      isDisabled={isDisabled}
      trigger={
        <>
          View
          <ChevronDown size={14} aria-hidden />
        </>
      }
    >
      <MenuSwitch name="Invert" shortcut="x" isOn={isInverted} onChange={toggleInverted} />
      <MenuItem name="Flip horizontally" shortcut="h" onChoose={() => flip('horizontal')} />
      <MenuItem name="Flip vertically" shortcut="v" onChoose={() => flip('vertical')} />
      <MenuItem name="Reset the view" onChoose={resetView} />
      <MenuSwitch
        name="Overlay planes and shutter"
        isOn={arePlanesShown}
        isDisabled={!hasPlanes}
        onChange={togglePlanes}
      />
      <MenuSeparator />
      <MenuChoice value={interpolation} choices={INTERPOLATIONS} onChoose={setInterpolation} />
    </ActionMenu>
  );
}
