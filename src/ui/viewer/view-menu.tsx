import { Menu } from '@base-ui/react/menu';
import { Check, ChevronDown } from 'lucide-react';
import { flip, resetView, setInterpolation, toggleInverted } from '../../session/view-actions';
import { INTERPOLATIONS, type Interpolation } from '../../viewer/resample-weights';
import button from '../button.module.css';
import menu from '../menu.module.css';
import { useActiveViewport } from '../use-viewport';

const INTERPOLATION_WORDS: Readonly<
  Record<Interpolation, { readonly name: string; readonly detail: string }>
> = {
  nearest: { name: 'Pixels as they are', detail: 'nearest' },
  bilinear: { name: 'Smooth', detail: 'bilinear' },
  bicubic: { name: 'Smooth and sharper', detail: 'bicubic' },
};

/** How the image lies and how its pixels are drawn. */
export function ViewMenu({ isDisabled }: { readonly isDisabled: boolean }) {
  const isInverted = useActiveViewport((viewport) => viewport.isInverted);
  const interpolation = useActiveViewport((viewport) => viewport.interpolation);
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={button.button} disabled={isDisabled}>
        View
        <ChevronDown size={14} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="start" className={menu.positioner}>
          <Menu.Popup className={menu.popup}>
            <Menu.CheckboxItem className={menu.item} checked={isInverted} onCheckedChange={toggleInverted}>
              <span>Invert</span>
              <Menu.CheckboxItemIndicator>
                <Check size={14} aria-hidden />
              </Menu.CheckboxItemIndicator>
              <kbd className={menu.key}>x</kbd>
            </Menu.CheckboxItem>
            <ViewItem name="Flip horizontally" shortcut="h" onChoose={() => flip('horizontal')} />
            <ViewItem name="Flip vertically" shortcut="v" onChoose={() => flip('vertical')} />
            <ViewItem name="Reset the view" onChoose={resetView} />
            <Menu.Separator className={menu.separator} />
            <Menu.RadioGroup
              value={interpolation}
              onValueChange={(value: Interpolation) => setInterpolation(value)}
            >
              {INTERPOLATIONS.map((each) => (
                <Menu.RadioItem key={each} value={each} className={menu.item} closeOnClick>
                  <span>{INTERPOLATION_WORDS[each].name}</span>
                  <span className={menu.detail}>{INTERPOLATION_WORDS[each].detail}</span>
                  <Menu.RadioItemIndicator>
                    <Check size={14} aria-hidden />
                  </Menu.RadioItemIndicator>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

interface ViewItemProps {
  readonly name: string;
  readonly shortcut?: string;
  readonly onChoose: () => void;
}

function ViewItem({ name, shortcut = '', onChoose }: ViewItemProps) {
  return (
    <Menu.Item className={menu.item} onClick={onChoose}>
      <span>{name}</span>
      <span />
      <kbd className={menu.key}>{shortcut}</kbd>
    </Menu.Item>
  );
}
