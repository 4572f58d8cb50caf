import { describeTable } from './variation-table';
import { readAttributes } from './read-attributes';
import { seriesInScope, type SeriesScope } from '../catalog/series-scope';
import type { VariationStatus } from './state';
import { useSession } from './store';
import { activeViewport } from './viewports';

/** Before what the contents table asks for: somebody looks at it and waits. */
const PRIORITY = 1;
const PUBLISH_INTERVAL_MS = 100;

/** Of what is open; null where nothing is. */
let current: AbortController | null = null;

/** Reads all attributes of the open series, or of those around it, and shows what varies. */
export async function openVariation(scope: SeriesScope): Promise<void> {
  closeVariation();
  const controller = new AbortController();
  current = controller;
  const isCurrent = (): boolean => current === controller;
  const session = useSession.getState();
  const series = seriesInScope(session.catalog, activeViewport(session).seriesKey, scope);
  const files = series.flatMap(({ instances }) => instances.map(({ file }) => file));
  let toldAt = performance.now();
  setVariation({ phase: 'reading', scope, instancesDone: 0, instances: files.length });
  const read = await readAttributes(files, {
    paths: null,
    signal: controller.signal,
    priority: PRIORITY,
    onProgress: ({ done }) => {
      if (!isCurrent() || performance.now() - toldAt < PUBLISH_INTERVAL_MS) return;
      toldAt = performance.now();
      setVariation({ phase: 'reading', scope, instancesDone: done, instances: files.length });
    },
  });
  if (!isCurrent()) return;
  const table = await describeTable(files, read);
  if (isCurrent()) setVariation({ phase: 'ready', scope, table });
}

/** Shows what has been read so far. */
export function stopReadingVariation(): void {
  current?.abort();
}

export function closeVariation(): void {
  current?.abort();
  current = null;
  setVariation({ phase: 'closed' });
}

function setVariation(variation: VariationStatus): void {
  useSession.setState({ variation });
}
