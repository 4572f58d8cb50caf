import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { BenchArchive } from './archives';
import { offlineCacheFilled, type Places } from './round';
import { quantile } from './statistics';
import { columns, figure, milliseconds } from './table';
import { visit, withDeadline } from './visit';

const DEADLINE_MS = 2 * 60_000;
const TIMES = 5;
/** Between two clicks of a person. */
const REST_MS = 500;
const WORDS = ['spacing', 'position', '0018,', 'frame', 'directional', '0028', 'window'];

/** Ms, each time it was done. */
export interface Headers {
  /** From a click on a series to the header of its image. */
  readonly shortMs: readonly number[];
  readonly longMs: readonly number[];
  /** From a word in the search of the long header to the rows that have it. */
  readonly searchMs: readonly number[];
}

/** How soon the headers of two series are shown, of which the second has some 40,000 elements. */
export function measureHeaders({ app, probe }: Places, { path }: BenchArchive): Promise<Headers> {
  return visit({ url: app, probe }, async ({ page }) => {
    await offlineCacheFilled(page);
    return withDeadline(page, DEADLINE_MS, openHeaders(page, path));
  });
}

async function openHeaders(page: Page, path: string): Promise<Headers> {
  await page.getByTestId('open-files').first().setInputFiles(path);
  await page.locator('[data-testid=workspace][data-phase=ready]').waitFor();
  await page.getByTestId('series-row').nth(1).waitFor();
  const shortMs: number[] = [];
  const longMs: number[] = [];
  while (longMs.length < TIMES) {
    await sleep(REST_MS);
    longMs.push(await page.evaluate(() => window.benchProbe.openHeader(1)));
    await sleep(REST_MS);
    shortMs.push(await page.evaluate(() => window.benchProbe.openHeader(0)));
  }
  await sleep(REST_MS);
  await page.evaluate(() => window.benchProbe.openHeader(1));
  const searchMs: number[] = [];
  for (const word of WORDS) {
    searchMs.push(await page.evaluate((text) => window.benchProbe.searchHeader(text), word));
  }
  return { shortMs, longMs, searchMs };
}

/** In words. */
export function formatHeaders({ shortMs, longMs, searchMs }: Headers): string {
  const line = (words: string, values: readonly number[]) =>
    columns(
      words,
      [0.5, 1].map((share) => figure(quantile(values, share), milliseconds)),
    );
  return [
    columns('', ['median', 'most']),
    line('Click to the header', shortMs),
    line('The same, 40,000 elements', longMs),
    line('A word in the search of those', searchMs),
  ].join('\n');
}
