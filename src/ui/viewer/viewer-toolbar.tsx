import {
  ChevronsUpDown,
  Contrast,
  Grid3x3,
  Move,
  Pause,
  Play,
  RotateCw,
  Type,
  ZoomIn,
  type LucideIcon,
} from 'lucide-react';
import { imageCount } from '../../session/images';
import { useSession } from '../../session/store';
import { cycleOverlayLevel, setContactSheetOpen, setTool, toggleCine } from '../../session/view-actions';
import type { OverlayLevel } from '../../viewer/overlay-level';
import type { ToolName } from '../../viewer/tools';
import { IconButton } from '../button';
import pane from '../pane.module.css';
import { useActiveSeries, useActiveStack, useActiveViewport } from '../use-viewport';
import { LayoutMenu } from './layout-menu';
import { MeasureMenu } from './measure-menu';
import { PictureMenu } from './picture-menu';
import { ViewMenu } from './view-menu';
import styles from './viewer-toolbar.module.css';
import { WindowMenu } from './window-menu';

const TOOLS: readonly {
  readonly tool: ToolName;
  readonly icon: LucideIcon;
  readonly label: string;
  readonly key: string;
}[] = [
  { tool: 'window-level', icon: Contrast, label: 'Window/level', key: 'w' },
  { tool: 'scroll', icon: ChevronsUpDown, label: 'Scroll through the images', key: 's' },
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
  const modality = useActiveSeries((series) => series?.modality ?? '');
  const canPlay = useActiveStack((stack) => stack !== null && imageCount(stack) > 1);
  const tool = useSession((session) => session.tool);
  const isContactSheetOpen = useSession((session) => session.isContactSheetOpen);
  const overlayLevel = useSession((session) => session.overlayLevel);
  const isCineOn = useActiveViewport((viewport) => viewport.isCineOn);
  const hasImage = useActiveViewport((viewport) => viewport.shown !== null);
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
      <MeasureMenu />
      <span className={styles.gap} />
      <WindowMenu isDisabled={!hasImage} modality={modality} />
      <ViewMenu isDisabled={!hasImage} />
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
      <IconButton
        icon={Grid3x3}
        label="All images of the series"
        disabled={!canPlay}
        aria-pressed={isContactSheetOpen}
        onClick={() => setContactSheetOpen(!isContactSheetOpen)}
      />
      <PictureMenu />
      <LayoutMenu />
    </div>
  );
}
