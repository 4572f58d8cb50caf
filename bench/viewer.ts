import type { Page } from '@playwright/test';
import type { BenchArchive } from './archives';
import type { Drag, Pass } from './in-page/viewing';
import { offlineCacheFilled, type Places } from './round';
import { collectGarbage } from './renderer-memory';
import { median } from './statistics';
import { columns, figure, megabytes, milliseconds } from './table';
import { SHORT_SERIES } from './viewer-archive';
import { measureDrag } from './viewing';
import { visit, withDeadline, type Visit } from './visit';

const DEADLINE_MS = 5 * 60_000;
/** From here on the cache of decoded frames is full. */
const HALF_WAY = SHORT_SERIES / 2;
/** The rows of the table that come into view after this one have the mammogram's among them. */
const NEAR_END = SHORT_SERIES - 20;

/** How the app shows images: a long series, 500 short ones, and a large JPEG 2000 image. */
export interface Viewer {
  readonly pass: Pass;
  readonly drag: Drag;
  /** From the key to the first image of each of the short series. */
  readonly nextSeriesMs: readonly number[];
  /** Resident memory of the renderer processes after half of the short series, and near the end of them. */
  readonly halfWayBytes: number | null;
  readonly endBytes: number | null;
  /** From the key to the image of 3328x4096, JPEG 2000 lossless. */
  readonly mammogramMs: number;
  readonly mammogramDrag: Drag;
}

export function measureViewer({ app, probe }: Places, { path }: BenchArchive): Promise<Viewer> {
  return visit({ url: app, probe }, async (each) => {
    await offlineCacheFilled(each.page);
    return withDeadline(each.page, DEADLINE_MS, view(each, path));
  });
}

async function view({ page, memory }: Visit, path: string): Promise<Viewer> {
  await page.getByTestId('open-files').first().setInputFiles(path);
  await page.locator('[data-testid=workspace][data-phase=ready]').waitFor();
  await page.evaluate(() => window.benchProbe.imageShown());
  const pass = await page.evaluate(() => window.benchProbe.passThroughSeries());
  const drag = await measureDrag(page);
  const firstHalf = await openNextSeries(page, HALF_WAY);
  await collectGarbage(page);
  const halfWayBytes = await memory.residentBytes();
  const secondHalf = await openNextSeries(page, NEAR_END - HALF_WAY);
  await collectGarbage(page);
  const endBytes = await memory.residentBytes();
  const last = await openNextSeries(page, SHORT_SERIES - NEAR_END);
  const [mammogramMs = NaN] = await openNextSeries(page, 1);
  const mammogramDrag = await measureDrag(page);
  const nextSeriesMs = [...firstHalf, ...secondHalf, ...last];
  return { pass, drag, nextSeriesMs, halfWayBytes, endBytes, mammogramMs, mammogramDrag };
}

async function openNextSeries(page: Page, count: number): Promise<readonly number[]> {
  const ms: number[] = [];
  while (ms.length < count) ms.push(await page.evaluate(() => window.benchProbe.pressForNextSeries()));
  return ms;
}

/** In words. */
export function formatViewer(viewer: Viewer): string {
  const { pass, drag, nextSeriesMs, halfWayBytes, endBytes, mammogramMs, mammogramDrag } = viewer;
  const perSecond = ((pass.images - 1) / pass.ms) * 1000;
  return [
    columns('Scrolling, a key for each frame', [`${perSecond.toFixed(0)} a second`]),
    columns('Images shown of the series', [`${String(pass.shown)} of ${String(pass.images)}`]),
    columns('Frames late after the first second', [String(pass.late)]),
    columns('Next series, median', [figure(median(nextSeriesMs), milliseconds)]),
    columns('Next series, most', [milliseconds(Math.max(...nextSeriesMs))]),
    columns(`Memory after ${String(HALF_WAY)} series`, [figure(halfWayBytes, megabytes)]),
    columns(`Memory after ${String(NEAR_END)} series`, [figure(endBytes, megabytes)]),
    columns('JPEG 2000, 3328x4096', [milliseconds(mammogramMs)]),
    ...dragLines('512x512', drag),
    ...dragLines('3328x4096', mammogramDrag),
  ].join('\n');
}

function dragLines(size: string, { stepsMs, restMs }: Drag): readonly string[] {
  return [
    columns(`Window/level step at ${size}, median`, [figure(median(stepsMs), milliseconds)]),
    columns(`Window/level step at ${size}, most`, [milliseconds(Math.max(...stepsMs))]),
    columns(`In full after letting go, ${size}`, [milliseconds(restMs)]),
  ];
}
