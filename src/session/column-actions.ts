import type { Series } from '../catalog/catalog-types';
import {
  collectColumnValues,
  type AttributeColumn,
  type ColumnValues,
  type SeriesValues,
} from './column-values';
import { seriesInOrder } from './images';
import { readAttributes } from './read-attributes';
import { useSession } from './store';

const PRIORITY = 0;
const PUBLISH_INTERVAL_MS = 250;

/** Series that rows have asked for, and that are read next. */
const wanted = new Map<string, Series>();
let isReading = false;
let reading = new AbortController();

export function addColumn(column: AttributeColumn): void {
  const { attributeColumns } = useSession.getState();
  if (attributeColumns.some(({ path }) => path === column.path)) return;
  useSession.setState({ attributeColumns: [...attributeColumns, column] });
}

export function removeColumn(path: string): void {
  useSession.setState(({ attributeColumns }) => ({
    attributeColumns: attributeColumns.filter((column) => column.path !== path),
  }));
  if (useSession.getState().attributeColumns.length === 0) reading.abort();
}

/** Asks for what the columns have of a series, unless it is known or on its way. */
export function requestColumnValues(series: Series): void {
  if (missingPaths(series).length === 0) return;
  wanted.set(series.key, series);
  if (!isReading) void readWanted();
}

/** For the order of a column, which takes all series. */
export function requestAllColumnValues(): void {
  for (const series of seriesInOrder(useSession.getState().catalog)) requestColumnValues(series);
}

/** What has been asked for meanwhile is read together: series by series each would have to wait for the one before. */
async function readWanted(): Promise<void> {
  isReading = true;
  // Rows that come into view together ask one after the other.
  await Promise.resolve();
  while (wanted.size > 0) {
    const series = [...wanted.values()];
    wanted.clear();
    await readSeries(series);
  }
  isReading = false;
}

async function readSeries(series: readonly Series[]): Promise<void> {
  const paths = [...new Set(series.flatMap(missingPaths))];
  if (paths.length === 0) return;
  reading = new AbortController();
  const { signal } = reading;
  let toldAt = -Infinity;
  const files = series.flatMap(({ instances }) => instances.map(({ file }) => file));
  const table = await readAttributes(files, {
    paths,
    signal,
    priority: PRIORITY,
    onProgress: (soFar) => {
      if (performance.now() - toldAt < PUBLISH_INTERVAL_MS) return;
      toldAt = performance.now();
      putValues(collectColumnValues(series, soFar, { paths, isComplete: false }));
    },
  });
  if (!signal.aborted) putValues(collectColumnValues(series, table, { paths, isComplete: true }));
}

/** After an archive has been closed: what is known of series that are no more, or are others now. */
export function forgetColumnValues(): void {
  putValues(new Map());
}

function missingPaths(series: Series): readonly string[] {
  const { attributeColumns, columnValues } = useSession.getState();
  const known = columnValues.get(series.key);
  return attributeColumns
    .map(({ path }) => path)
    .filter((path) => known?.of !== series || known.byPath.get(path)?.isComplete !== true);
}

/** Of series as they are now: what is known of one that has grown goes. */
function putValues(values: ColumnValues): void {
  useSession.setState(({ catalog, columnValues }) => {
    const next = new Map<string, SeriesValues>();
    for (const of of seriesInOrder(catalog)) {
      const known = [columnValues.get(of.key), values.get(of.key)].filter((each) => each?.of === of);
      const byPath = new Map(known.flatMap((each) => [...(each?.byPath ?? [])]));
      if (byPath.size > 0) next.set(of.key, { of, byPath });
    }
    return { columnValues: next };
  });
}
