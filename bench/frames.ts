import type { Page } from '@playwright/test';
import type { BenchArchive } from './archives';
import { offlineCacheFilled, type Places } from './round';
import { median } from './statistics';
import { columns, figure, megabytes, milliseconds } from './table';
import { visit, withDeadline } from './visit';

const DEADLINE_MS = 5 * 60_000;
const JUMPS = 12;

/** How the frames of one large object are shown. */
export interface Frames {
  /** From the choice of the archive. */
  readonly firstMs: number;
  readonly lastMs: number;
  /** Ten frames back at a time from the last, each inside of what has been passed. */
  readonly backMs: readonly number[];
  /** Resident memory of the renderer processes at most, beyond those of an empty page; null: not measured. */
  readonly memoryBytes: number | null;
}

export async function measureFrames({ app, probe }: Places, { path }: BenchArchive): Promise<Frames> {
  const emptyBytes = await visit({ url: 'about:blank', probe }, ({ memory }) => memory.residentBytes());
  return visit({ url: app, probe }, async ({ page, memory }) => {
    await offlineCacheFilled(page);
    const shown = await withDeadline(page, DEADLINE_MS, showFrames(page, path));
    const { peakBytes } = memory;
    const memoryBytes = peakBytes === null || emptyBytes === null ? null : peakBytes - emptyBytes;
    return { ...shown, memoryBytes };
  });
}

async function showFrames(page: Page, path: string): Promise<Omit<Frames, 'memoryBytes'>> {
  const startMs = performance.now();
  await page.getByTestId('open-files').first().setInputFiles(path);
  await page.getByTestId('viewport').waitFor();
  await page.evaluate(() => window.benchProbe.imageShown());
  const firstMs = performance.now() - startMs;
  const lastMs = await page.evaluate(() => window.benchProbe.pressForFrame('End'));
  const backMs: number[] = [];
  while (backMs.length < JUMPS) {
    backMs.push(await page.evaluate(() => window.benchProbe.pressForFrame('PageUp')));
  }
  return { firstMs, lastMs, backMs };
}

/** In words. */
export function formatFrames({ firstMs, lastMs, backMs, memoryBytes }: Frames): string {
  return [
    columns('First frame', [milliseconds(firstMs)]),
    columns('From there to the last', [milliseconds(lastMs)]),
    columns('Ten frames back, median', [figure(median(backMs), milliseconds)]),
    columns('Ten frames back, most', [milliseconds(Math.max(...backMs))]),
    columns('Peak memory above an empty page', [figure(memoryBytes, megabytes)]),
  ].join('\n');
}
