import { Menu } from '@base-ui/react/menu';
import {
  Check,
  ChevronDown,
  Circle,
  Crosshair,
  Ruler,
  Square,
  TriangleRight,
  type LucideIcon,
} from 'lucide-react';
import { useState } from 'react';
import {
  deleteMeasurementsOfImage,
  redoMeasurement,
  undoMeasurement,
} from '../../session/measurement-actions';
import { useSession } from '../../session/store';
import { setTool } from '../../session/view-actions';
import { activeViewport } from '../../session/viewports';
import { isMeasurementKind, type MeasurementKind } from '../../viewer/measurements/measurement';
import { measurementsOf } from '../../viewer/measurements/measurement-history';
import button from '../button.module.css';
import { IconButton } from '../button';
import menu from '../menu.module.css';
import styles from './measure-menu.module.css';

interface MeasureTool {
  readonly name: string;
  readonly key: string;
  readonly icon: LucideIcon;
}

const TOOLS: Readonly<Record<MeasurementKind, MeasureTool>> = {
  length: { name: 'Length', key: 'l', icon: Ruler },
  angle: { name: 'Angle', key: 'a', icon: TriangleRight },
  oval: { name: 'Oval', key: 'e', icon: Circle },
  rectangle: { name: 'Rectangle', key: 'r', icon: Square },
  point: { name: 'Point', key: 'p', icon: Crosshair },
};

const KINDS = Object.keys(TOOLS).filter(isMeasurementKind);

/** The last measuring tool as a button, and beside it the others and what can be done with measurements. */
export function MeasureMenu() {
  const tool = useSession((session) => session.tool);
  const [last, setLast] = useState<MeasurementKind>('length');
  if (isMeasurementKind(tool) && tool !== last) setLast(tool);
  const { name, key, icon } = TOOLS[last];
  return (
    <span className={styles.pair}>
      <IconButton
        icon={icon}
        label={name}
        shortcut={key}
        aria-pressed={tool === last}
        onClick={() => setTool(last)}
      />
      <Menu.Root modal={false}>
        <Menu.Trigger className={`${button.button ?? ''} ${styles.more ?? ''}`} aria-label="Measure">
          <ChevronDown size={14} aria-hidden />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner sideOffset={4} align="start" className={menu.positioner}>
            <Menu.Popup className={menu.popup}>
              <MeasureTools />
              <Menu.Separator className={menu.separator} />
              <MeasurementItems />
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </span>
  );
}

function MeasureTools() {
  const tool = useSession((session) => session.tool);
  return (
    <Menu.RadioGroup value={tool} onValueChange={(value: MeasurementKind) => setTool(value)}>
      {KINDS.map((kind) => {
        const { name, key, icon: Icon } = TOOLS[kind];
        return (
          <Menu.RadioItem key={kind} value={kind} className={menu.item} closeOnClick>
            <span className={styles.tool}>
              <Icon size={15} strokeWidth={1.75} aria-hidden />
              {name}
            </span>
            <kbd className={menu.key}>{key}</kbd>
            <Menu.RadioItemIndicator>
              <Check size={14} aria-hidden />
            </Menu.RadioItemIndicator>
          </Menu.RadioItem>
        );
      })}
    </Menu.RadioGroup>
  );
}

function MeasurementItems() {
  const canUndo = useSession(({ measurements }) => measurements.past.length > 0);
  const canRedo = useSession(({ measurements }) => measurements.future.length > 0);
  const hasAny = useSession((session) => {
    const { shown } = activeViewport(session);
    return shown !== null && measurementsOf(session.measurements, shown).length > 0;
  });
  return (
    <>
      <Menu.Item className={menu.item} disabled={!canUndo} onClick={undoMeasurement}>
        <span>Undo</span>
        <kbd className={menu.key}>Ctrl Z</kbd>
      </Menu.Item>
      <Menu.Item className={menu.item} disabled={!canRedo} onClick={redoMeasurement}>
        <span>Redo</span>
        <kbd className={menu.key}>Ctrl Y</kbd>
      </Menu.Item>
      <Menu.Item className={menu.item} disabled={!hasAny} onClick={deleteMeasurementsOfImage}>
        Delete all on this image
      </Menu.Item>
    </>
  );
}
