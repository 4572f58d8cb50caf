import { Menu } from '@base-ui/react/menu';
import { ChevronDown } from 'lucide-react';
import { setFullRangeWindow, setVoi, setWindow, shownFrame } from '../../session/view-actions';
import { windowPresets } from '../../viewer/window-level';
import button from '../button.module.css';
import menu from '../menu.module.css';

interface WindowMenuProps {
  readonly isDisabled: boolean;
  readonly modality: string;
}

/** What the image can be seen through: the windows and VOI LUTs of its file, all of its values, presets. */
export function WindowMenu({ isDisabled, modality }: WindowMenuProps) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={button.button} disabled={isDisabled}>
        Window
        <ChevronDown size={14} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="start" className={menu.positioner}>
          <Menu.Popup className={menu.popup}>
            <FileItems />
            <WindowItem name="Full dynamic range" detail="" shortcut="0" onClick={setFullRangeWindow} />
            {windowPresets(modality).map((preset) => (
              <WindowItem
                key={preset.key}
                name={preset.name}
                detail={windowFigures(preset)}
                shortcut={String(preset.key)}
                onClick={() => setWindow(preset)}
              />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** The first of them is what the file is shown through when nothing is chosen. */
function FileItems() {
  const { windows = [], voiLuts = [] } = shownFrame()?.grey ?? {};
  const items = [
    ...windows.map((window, index) => ({
      name: window.explanation || numbered('As in the file', index),
      detail: windowFigures(window),
      choose: () => setWindow(window),
    })),
    ...voiLuts.map(({ explanation }, index) => ({
      name: explanation || numbered('VOI LUT', index),
      detail: 'VOI LUT',
      choose: () => setVoi({ kind: 'lut', index }),
    })),
  ];
  return items.map(({ name, detail, choose }, index) => (
    <WindowItem
      key={index}
      name={name}
      detail={detail}
      shortcut={index === 0 ? '~' : ''}
      onClick={index === 0 ? () => setVoi(null) : choose}
    />
  ));
}

/** `VOI LUT`, `VOI LUT, 2` */
function numbered(name: string, index: number): string {
  return index === 0 ? name : `${name}, ${String(index + 1)}`;
}

interface WindowItemProps {
  readonly name: string;
  readonly detail: string;
  readonly shortcut: string;
  readonly onClick: () => void;
}

function WindowItem({ name, detail, shortcut, onClick }: WindowItemProps) {
  return (
    <Menu.Item className={menu.item} onClick={onClick}>
      <span>{name}</span>
      <span className={menu.detail}>{detail}</span>
      <kbd className={menu.key}>{shortcut}</kbd>
    </Menu.Item>
  );
}

function windowFigures({ width, center }: { readonly width: number; readonly center: number }): string {
  return `WW ${String(width)} WL ${String(center)}`;
}
