import { ChevronDown } from 'lucide-react';
import { setFullRangeWindow, setVoi, setWindow, shownFrame } from '../../session/view-actions';
import { windowPresets } from '../../viewer/window-level';
import { ActionMenu, MenuItem } from '../action-menu';

interface WindowMenuProps {
  readonly isDisabled: boolean;
  readonly modality: string;
}

/** What the image can be seen through: the windows and VOI LUTs of its file, all of its values, presets. */
export function WindowMenu({ isDisabled, modality }: WindowMenuProps) {
  return (
    <ActionMenu
      isDisabled={isDisabled}
      trigger={
        <>
          Window
          <ChevronDown size={14} aria-hidden />
        </>
      }
    >
      <FileItems />
      <MenuItem name="Full dynamic range" shortcut="0" onChoose={setFullRangeWindow} />
      {windowPresets(modality).map((preset) => (
        <MenuItem
          key={preset.key}
          name={preset.name}
          detail={windowFigures(preset)}
          shortcut={String(preset.key)}
          onChoose={() => setWindow(preset)}
        />
      ))}
    </ActionMenu>
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
    <MenuItem
      key={index}
      name={name}
      detail={detail}
      shortcut={index === 0 ? '~' : ''}
      onChoose={index === 0 ? () => setVoi(null) : choose}
    />
  ));
}

/** `VOI LUT`, `VOI LUT, 2` */
function numbered(name: string, index: number): string {
  return index === 0 ? name : `${name}, ${String(index + 1)}`;
}

function windowFigures({ width, center }: { readonly width: number; readonly center: number }): string {
  return `WW ${String(width)} WL ${String(center)}`;
}
