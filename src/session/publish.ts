import { engine } from './engine';
import { seriesInOrder } from './images';
import { workspacePhase } from './state';
import { useSession } from './store';
import { activeViewport } from './viewports';
import { followCatalog, openSeries } from './viewport-actions';

/** The page is told of new results a few times each second; the first of them at once. */
const PUBLISH_INTERVAL_MS = 250;

let publishTimer: ReturnType<typeof setTimeout> | undefined;
let publishedAt = -Infinity;

export function schedulePublish(before: () => void): void {
  if (publishTimer !== undefined) return;
  const wait = Math.max(0, publishedAt + PUBLISH_INTERVAL_MS - performance.now());
  publishTimer = setTimeout(() => {
    before();
    publish();
  }, wait);
}

/** Brings the store up to what the catalog holds. */
export function publish(): void {
  clearTimeout(publishTimer);
  publishTimer = undefined;
  publishedAt = performance.now();
  const catalog = engine.catalog.snapshot();
  useSession.setState(({ filesVersion }) => ({
    catalog,
    ledger: engine.catalog.ledger(),
    fileProblemCount: engine.catalog.problemCount(),
    filesVersion: filesVersion + 1,
  }));
  followCatalog();
  // In a task of its own: the table shows the series first.
  if (activeViewport(useSession.getState()).seriesKey === null) setTimeout(openFirstSeries);
}

/** The first with pixels; where no more series will come, any. */
export function openFirstSeries(): void {
  const session = useSession.getState();
  const all = seriesInOrder(session.catalog);
  const isComplete = workspacePhase(session.archives) === 'ready';
  const first = all.find(({ hasPixels }) => hasPixels) ?? (isComplete ? all[0] : undefined);
  if (activeViewport(session).seriesKey === null && first !== undefined) openSeries(first.key);
}
