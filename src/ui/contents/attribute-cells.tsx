import { useEffect } from 'react';
import type { Series } from '../../catalog/catalog-types';
import { requestColumnValues } from '../../session/column-actions';
import type { AttributeColumn, SeriesValues } from '../../session/column-values';
import { workspacePhase } from '../../session/state';
import { useSession } from '../../session/store';
import { columnText } from './contents-columns';
import styles from './contents-table.module.css';

interface AttributeCellsProps {
  readonly series: Series;
  readonly columns: readonly AttributeColumn[];
  readonly values: SeriesValues | undefined;
}

/** What a series has of the attributes that were added; read when the row comes into view. */
export function AttributeCells({ series, columns, values }: AttributeCellsProps) {
  const isComplete = useSession(({ archives }) => workspacePhase(archives) !== 'scanning');

  useEffect(() => {
    if (isComplete) requestColumnValues(series);
  }, [series, columns, isComplete]);

  return columns.map(({ path, label }) => {
    const value = values?.byPath.get(path);
    const text = columnText(value);
    return (
      <div
        key={path}
        role="gridcell"
        className={styles.attribute}
        title={text === '' ? label : `${label}: ${text}`}
        aria-busy={value?.isComplete !== true}
        data-column={path}
      >
        {text}
      </div>
    );
  });
}
