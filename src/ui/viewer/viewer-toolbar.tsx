import { Menu } from '@base-ui/react/menu';
import {
  ChevronDown,
  Contrast,
  FlipHorizontal2,
  FlipVertical2,
  Grid2x2,
  Move,
  Pause,
  Play,
  RotateCcwSquare,
  RotateCw,
  SunMoon,
  Type,
  ZoomIn,
  type LucideIcon,
} from 'lucide-react';
import { imageCount } from '../../session/images';
import { useSession } from '../../session/store';
import {
  cycleOverlayLevel,
  flip,
  resetView,
  setFullRangeWindow,
  setTool,
  setWindow,
  shownFrame,
  toggleCine,
  toggleInverted,
  toggleSmooth,
} from '../../session/view-actions';
import type { OverlayLevel } from '../../viewer/overlay-level';
import type { ToolName } from '../../viewer/tools';
import { windowPresets } from '../../viewer/window-level';
import button from '../button.module.css';
import { IconButton } from '../button';
import menu from '../menu.module.css';
import pane from '../pane.module.css';
import { useOpenSeries } from '../use-open-series';
import styles from './viewer-toolbar.module.css';

const TOOLS: readonly {
  readonly tool: ToolName;
  readonly icon: LucideIcon;
  readonly label: string;
  readonly key: string;
}[] = [
  { tool: 'window-level', icon: Contrast, label: 'Window/level', key: 'w' },
  { tool: 'move', icon: Move, label: 'Move', key: 'm' },
  { tool: 'zoom', icon: ZoomIn, label: 'Zoom', key: 'z' },
  { tool: 'rotate', icon: RotateCw, label: 'Rotate', key: 'i' },
];

const OVERLAY_WORDS: Readonly<Record<OverlayLevel, string>> = {
  none: 'none',
  graphics: 'graphics only',
  'no-name': 'without name',
  all: 'all',
};

export function ViewerToolbar() {
  const modality = useOpenSeries((series) => series?.modality ?? '');
  const canPlay = useOpenSeries((series) => series !== null && imageCount(series) > 1);
  const tool = useSession((session) => session.tool);
  const overlayLevel = useSession((session) => session.overlayLevel);
  const isInverted = useSession(({ viewport }) => viewport.isInverted);
  const isSmooth = useSession(({ viewport }) => viewport.isSmooth);
  const isCineOn = useSession(({ viewport }) => viewport.isCineOn);
  const hasImage = useSession(({ viewport }) => viewport.shown !== null);
  return (
    <div className={`${pane.bar ?? ''} ${styles.bar ?? ''}`} role="toolbar" aria-label="Viewer">
      {TOOLS.map(({ tool: each, icon, label, key }) => (
        <IconButton
          key={each}
          icon={icon}
          label={label}
          shortcut={key}
          aria-pressed={tool === each}
          onClick={() => setTool(each)}
        />
      ))}
      <span className={styles.gap} />
      <WindowMenu isDisabled={!hasImage} modality={modality} />
      <IconButton
        icon={SunMoon}
        label="Invert"
        shortcut="x"
        aria-pressed={isInverted}
        onClick={toggleInverted}
      />
      <IconButton
        icon={FlipHorizontal2}
        label="Flip horizontally"
        shortcut="h"
        onClick={() => flip('horizontal')}
      />
      <IconButton
        icon={FlipVertical2}
        label="Flip vertically"
        shortcut="v"
        onClick={() => flip('vertical')}
      />
      <IconButton
        icon={Grid2x2}
        label="Show pixels unsmoothed"
        aria-pressed={!isSmooth}
        onClick={toggleSmooth}
      />
      <IconButton icon={RotateCcwSquare} label="Reset the view" onClick={resetView} />
      <span className={styles.gap} />
      <IconButton
        icon={isCineOn ? Pause : Play}
        label={isCineOn ? 'Stop cine' : 'Play cine'}
        shortcut="Space"
        disabled={!canPlay}
        aria-pressed={isCineOn}
        onClick={toggleCine}
      />
      <IconButton
        icon={Type}
        label={`Overlay: ${OVERLAY_WORDS[overlayLevel]}`}
        shortcut="o"
        onClick={cycleOverlayLevel}
      />
    </div>
  );
}

function WindowMenu({ isDisabled, modality }: { readonly isDisabled: boolean; readonly modality: string }) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={button.button} disabled={isDisabled}>
        Window
        <ChevronDown size={14} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="start" className={menu.positioner}>
          <Menu.Popup className={menu.popup}>
            {(shownFrame()?.grey.windows ?? []).map((window, index) => (
              <WindowItem
                key={`${String(index)}:${window.explanation}`}
                name={
                  window.explanation ||
                  (index === 0 ? 'As in the file' : `As in the file, ${String(index + 1)}`)
                }
                detail={windowFigures(window)}
                shortcut={index === 0 ? '~' : ''}
                onClick={() => setWindow(index === 0 ? null : window)}
              />
            ))}
            <WindowItem name="Full dynamic range" detail="" shortcut="0" onClick={setFullRangeWindow} />
            {windowPresets(modality).map((preset) => (
              <WindowItem
                key={preset.key}
                name={preset.name}
                detail={windowFigures(preset)}
                shortcut={String(preset.key)}
                onClick={() => setWindow({ center: preset.center, width: preset.width })}
              />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
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
