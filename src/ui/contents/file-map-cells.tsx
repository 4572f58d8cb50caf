import type { FileMap } from '../../session/file-map';
import { FileMapCanvas } from './file-map-canvas';
import type { FileMapLayout } from './file-map-layout';
import { drawnPart, LABEL_HEIGHT, rectOfCell } from './file-map-view';
import styles from './file-map.module.css';
import type { ScrollView } from './use-scroll-view';

interface FileMapCellsProps {
  readonly map: FileMap;
  readonly layout: FileMapLayout;
  readonly view: ScrollView;
  /** 1 for each cell that stands out from the others; null: none does. */
  readonly matches: Uint8Array | null;
  /** Of the files on the screen. */
  readonly openCells: readonly number[];
  /** The one that is described. */
  readonly toldCell: number | null;
}

/** The cells themselves, the names of the archives, and the marks around single cells. */
export function FileMapCells({ map, layout, view, matches, openCells, toldCell }: FileMapCellsProps) {
  const { ratio } = view;
  return (
    <div
      className={styles.content}
      style={{ width: (layout.columns * layout.pitch) / ratio, height: layout.height / ratio }}
    >
      <FileMapCanvas map={map} layout={layout} matches={matches} ratio={ratio} {...drawnPart(layout, view)} />
      {map.sections.length < 2
        ? null
        : map.sections.map(({ archive, name }, index) => (
            <p
              key={archive}
              className={styles.label}
              style={{ top: (layout.sections[index]?.top ?? 0) / ratio - LABEL_HEIGHT, height: LABEL_HEIGHT }}
            >
              {name}
            </p>
          ))}
      {openCells.map((cell) => (
        <Mark key={cell} kind="open" layout={layout} cell={cell} ratio={ratio} />
      ))}
      {toldCell === null ? null : <Mark kind="told" layout={layout} cell={toldCell} ratio={ratio} />}
    </div>
  );
}

interface MarkProps {
  readonly kind: 'open' | 'told';
  readonly layout: FileMapLayout;
  readonly cell: number;
  readonly ratio: number;
}

function Mark({ kind, layout, cell, ratio }: MarkProps) {
  const { x, y, side } = rectOfCell(layout, cell, ratio);
  return (
    <div
      className={styles.mark}
      data-kind={kind}
      style={{ left: x, top: y, width: side, height: side }}
      aria-hidden
    />
  );
}
