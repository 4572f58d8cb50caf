import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { BenchArchive } from './archives';
import { DEADLINE_MS } from './opening';
import { offlineCacheFilled, type Places } from './round';
import { collectGarbage } from './renderer-memory';
import { columns, figure, megabytes } from './table';
import { visit, withDeadline } from './visit';

const TIMES = 10;
/** For what a page does when it has just lost its archive: workers end, the system takes back their memory. */
const SETTLE_MS = 3000;

/** Resident memory of the renderer processes while the archive was open, and after it was closed; bytes. */
export interface Reopening {
  readonly openBytes: number | null;
  readonly closedBytes: number | null;
}

/** Opens and closes an archive again and again in one page of the app, which shows an image of it each time. */
export function measureReopening(
  { app, probe }: Places,
  { path }: BenchArchive,
): Promise<readonly Reopening[]> {
  return visit({ url: app, probe }, async ({ page, memory }) => {
    await offlineCacheFilled(page);
    const reopenings: Reopening[] = [];
    while (reopenings.length < TIMES) {
      await withDeadline(page, DEADLINE_MS, open(page, path));
      const openBytes = await memory.residentBytes();
      await page.getByRole('button', { name: `Close ${basename(path)}` }).click();
      await workspaceIn(page, 'empty');
      await collectGarbage(page);
      await sleep(SETTLE_MS);
      reopenings.push({ openBytes, closedBytes: await memory.residentBytes() });
    }
    return reopenings;
  });
}

/** In words: each closing, and how much the worst after the second is above the second. */
export function formatReopenings(reopenings: readonly Reopening[]): string {
  const lines = reopenings.map(({ openBytes, closedBytes }, index) =>
    columns(String(index + 1), [figure(openBytes, megabytes), figure(closedBytes, megabytes)]),
  );
  return [columns('Renderer memory', ['open', 'closed']), ...lines, growthLine(reopenings)].join('\n');
}

function growthLine(reopenings: readonly Reopening[]): string {
  const [second = 0, ...later] = reopenings.slice(1).map(({ closedBytes }) => closedBytes ?? 0);
  const growth = Math.max(...later) / second - 1;
  const percent = figure(second === 0 ? null : growth, (share) => `${(share * 100).toFixed(1)} %`);
  return columns('Growth after the second closing', ['', percent]);
}

async function open(page: Page, path: string): Promise<void> {
  await page.getByTestId('open-files').first().setInputFiles(path);
  await workspaceIn(page, 'ready');
  await page.evaluate(() => window.benchProbe.imageShown());
}

function workspaceIn(page: Page, phase: 'empty' | 'ready'): Promise<void> {
  return page.locator(`[data-testid=workspace][data-phase=${phase}]`).waitFor();
}
