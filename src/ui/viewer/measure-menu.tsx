import { ChevronDown, Circle, Crosshair, Ruler, Square, TriangleRight, type LucideIcon } from 'lucide-react';
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
import { ActionMenu, MenuChoice, MenuItem, MenuSeparator } from '../action-menu';
import { IconButton } from '../button';
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

const CHOICES = Object.keys(TOOLS)
  .filter(isMeasurementKind)
  .map((value) => {
    const { name, key, icon: Icon } = TOOLS[value];
    const words = (
      <span className={styles.tool}>
        <Icon size={15} strokeWidth={1.75} aria-hidden />
        {name}
      </span>
    );
    return { value, name: words, shortcut: key };
  });

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
      <ActionMenu className={styles.more} label="Measure" trigger={<ChevronDown size={14} aria-hidden />}>
        <MenuChoice value={tool} choices={CHOICES} onChoose={setTool} />
        <MenuSeparator />
        <MeasurementItems />
      </ActionMenu>
    </span>
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
      <MenuItem name="Undo" detail="Ctrl Z" isDisabled={!canUndo} onChoose={undoMeasurement} />
      <MenuItem name="Redo" detail="Ctrl Y" isDisabled={!canRedo} onChoose={redoMeasurement} />
      <MenuItem name="Delete all on this image" isDisabled={!hasAny} onChoose={deleteMeasurementsOfImage} />
    </>
  );
}
