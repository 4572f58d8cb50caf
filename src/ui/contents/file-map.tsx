import {
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import type { FileId } from '../../base/ids';
import { cellOfFile, fileOfCell, type FileMap as SessionFileMap } from '../../session/file-map';
import { describeFile, openFile } from '../../session/files';
import { showPreview } from '../../session/preview-actions';
import { matchCells, readFileMap } from '../../session/read-file-map';
import { useSession } from '../../session/store';
import { formatCounted } from '../format';
import pane from '../pane.module.css';
import { FileMapCells } from './file-map-cells';
import { cellAfterKey } from './file-map-layout';
import { FileMapLegend } from './file-map-legend';
import { cellWords, FileMapTooltip } from './file-map-tooltip';
import { cellInView, layoutInView, rectInView, rowsInView, scrollTopFor } from './file-map-view';
import styles from './file-map.module.css';
import { useScrollView } from './use-scroll-view';
import { useActiveViewport } from '../use-viewport';

interface FileMapProps {
  /** Files whose path holds it stand out. */
  readonly filter: string;
  /** Called when the user has opened a file to look at it. */
  readonly onOpen: () => void;
}

/** Every file of every archive as one cell: how much there is of what, and in which order, at a glance. */
export function FileMap({ filter, onOpen }: FileMapProps) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const view = useScrollView(scroller);
  const { width, height, ratio } = view;
  const map = useFileMap();
  const cellCount = map.entries.length;
  const matches = useMemo(() => matchCells(map, filter), [map, filter]);
  const layout = useMemo(() => {
    const cellCounts = map.sections.map((section) => section.cellCount);
    return layoutInView(cellCounts, { width, height, ratio });
  }, [map, width, height, ratio]);
  const openCells = useOpenCells(map);
  // What the keys start from.
  const [focusedFile, setFocusedFile] = useState<FileId | null>(null);
  const focusedCell = (focusedFile === null ? null : cellOfFile(map, focusedFile)) ?? openCells[0] ?? 0;
  // What is described: the file under the pointer, or where a key has led.
  const [toldFile, setToldFile] = useState<FileId | null>(null);
  const toldCell = toldFile === null ? null : cellOfFile(map, toldFile);

  function open(cell: number): void {
    const file = describeFile(fileOfCell(map, cell));
    setFocusedFile(file.file);
    if (file.isDicom) {
      openFile(file.file);
      onOpen();
    } else if (file.kind !== null) void showPreview(file.file);
  }

  function focusCell(cell: number): void {
    const file = fileOfCell(map, cell);
    setFocusedFile(file);
    setToldFile(file);
    scrollTo(cell);
  }

  function scrollTo(cell: number): void {
    scroller.current?.scrollTo({ top: scrollTopFor(layout, cell, view) });
  }

  function cellUnder({ currentTarget, clientX, clientY }: MouseEvent): number | null {
    const { left, top } = currentTarget.getBoundingClientRect();
    return cellInView(layout, clientX - left, clientY - top, view);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (cellCount === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = cellAfterKey(layout, focusedCell, event.key, rowsInView(layout, view));
    if (next !== null) focusCell(next);
    else if (event.key === 'Enter' || event.key === ' ') open(focusedCell);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const [openCell] = openCells;
  const isMeasured = height > 0;
  useLayoutEffect(() => {
    if (openCell !== undefined && isMeasured) scrollTo(openCell);
    // When another file is opened, here or elsewhere; not when the reader scrolls away from it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [openCell, isMeasured]);

  return (
    <>
      <div className={styles.map}>
        <div
          ref={scroller}
          className={styles.scroller}
          role="listbox"
          aria-label={`File map, ${formatCounted(cellCount, 'file')}`}
          aria-activedescendant={cellCount > 0 ? `${id}${String(focusedCell)}` : undefined}
          tabIndex={0}
          data-testid="file-map"
          data-cells={cellCount}
          onKeyDown={onKeyDown}
          onPointerMove={(event) => {
            const cell = cellUnder(event);
            setToldFile(cell === null ? null : fileOfCell(map, cell));
          }}
          onPointerLeave={() => setToldFile(null)}
          onClick={(event) => {
            const cell = cellUnder(event);
            if (cell !== null) open(cell);
          }}
          onFocus={({ currentTarget }) => {
            if (cellCount > 0 && currentTarget.matches(':focus-visible')) focusCell(focusedCell);
          }}
          onBlur={() => setToldFile(null)}
        >
          <FileMapCells {...{ map, layout, view, matches, openCells, toldCell }} />
          {cellCount === 0 ? null : (
            // One option for all of them: the one that the keys have led to.
            <div
              key={focusedCell}
              id={`${id}${String(focusedCell)}`}
              className="visually-hidden"
              role="option"
              aria-selected={openCells.includes(focusedCell)}
              aria-posinset={focusedCell + 1}
              aria-setsize={cellCount}
            >
              {cellWords(map, focusedCell)}
            </div>
          )}
        </div>
        {toldCell === null ? null : (
          <FileMapTooltip map={map} cell={toldCell} place={rectInView(layout, toldCell, view)} view={view} />
        )}
        {cellCount > 0 ? null : <p className={`${pane.empty ?? ''} ${pane.emptyOver ?? ''}`}>No files</p>}
      </div>
      <FileMapLegend />
    </>
  );
}

function useFileMap(): SessionFileMap {
  const version = useSession((session) => session.filesVersion);
  // The files themselves are no part of the store: the version says when to look again.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => readFileMap(), [version]);
}

/** Of the image that is shown, and of the header, which may be that of a file without a place in a series. */
function useOpenCells(map: SessionFileMap): readonly number[] {
  const shownFile = useActiveViewport((viewport) => viewport.shown?.file ?? null);
  const headerFile = useSession(({ header }) => (header.phase === 'empty' ? null : header.file));
  return useMemo(() => {
    const files = new Set([shownFile, headerFile].filter((file) => file !== null));
    return [...files].map((file) => cellOfFile(map, file)).filter((cell) => cell !== null);
  }, [map, shownFile, headerFile]);
}
