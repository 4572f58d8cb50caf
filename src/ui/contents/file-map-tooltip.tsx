import { fileOfCell, seriesOfCell, type FileMap } from '../../session/file-map';
import { describeFile, type FileDescription } from '../../session/files';
import { formatBytes } from '../format';
import { problemWords } from '../problem-words';
import { seriesTitle } from './contents-rows';
import type { CellRect } from './file-map-view';
import styles from './file-map.module.css';
import { FILE_KIND_WORDS } from '../../catalog/file-kind-words';
import { FILE_STATE_WORDS } from './file-words';

interface FileMapTooltipProps {
  readonly map: FileMap;
  readonly cell: number;
  /** In view. */
  readonly place: CellRect;
  readonly view: { readonly width: number; readonly height: number };
}

/** Beside a cell, on the side where there is more room. */
export function FileMapTooltip({ map, cell, place, view }: FileMapTooltipProps) {
  const file = describeFile(fileOfCell(map, cell));
  const inSeries = seriesOfCell(map, cell);
  const isLeft = place.x < view.width / 2;
  const isUpper = place.y < view.height / 2;
  return (
    <div
      className={styles.tooltip}
      role="presentation"
      data-testid="file-map-tooltip"
      style={{
        ...(isLeft ? { left: place.x } : { right: view.width - place.x - place.side }),
        ...(isUpper ? { top: place.y + place.side } : { bottom: view.height - place.y }),
      }}
    >
      <p className={styles.path}>{file.path}</p>
      {inSeries === null ? null : (
        <p className={styles.series}>
          <span
            className={styles.seriesColour}
            style={{ background: `var(--series-${String(inSeries.colour + 1)})` }}
          />
          {[inSeries.series.modality, seriesTitle(inSeries.series)].filter(Boolean).join(' · ')}
        </p>
      )}
      <p className={styles.facts}>{[stateWords(file), formatBytes(file.bytes)].join(' · ')}</p>
    </div>
  );
}

/** What is said of a cell where it cannot be seen. */
export function cellWords(map: FileMap, cell: number): string {
  const file = describeFile(fileOfCell(map, cell));
  const series = seriesOfCell(map, cell)?.series;
  return [file.path, stateWords(file), series && seriesTitle(series), formatBytes(file.bytes)]
    .filter(Boolean)
    .join(', ');
}

function stateWords({ state, kind, problems: [problem] }: FileDescription): string {
  const isLost = state === 'unreadable' || state === 'skipped';
  if (isLost && problem !== undefined) return problemWords(problem).what;
  const isNamedByKind = state === 'notDicom' || kind === 'dicomdir';
  return isNamedByKind && kind !== null ? FILE_KIND_WORDS[kind] : FILE_STATE_WORDS[state];
}
