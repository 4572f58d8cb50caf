import { expect, type Locator, type Page } from '@playwright/test';
import type { Visit } from './glovebox-test';

export type WorkspacePhase = 'empty' | 'scanning' | 'ready' | 'failed';

/** Chooses files as a user does: paths, or files made in the test. */
export async function openArchive(page: Page, files: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
  await page.getByTestId('open-files').first().setInputFiles(files);
}

export async function waitForPhase(page: Page, phase: WorkspacePhase, timeoutMs = 30_000): Promise<void> {
  await expect(page.getByTestId('workspace')).toHaveAttribute('data-phase', phase, { timeout: timeoutMs });
}

/** The figure of a `count-...` handle, e.g. `count-series`. */
export function expectCount(page: Page, handle: string, count: number): Promise<void> {
  return expect(page.getByTestId(handle)).toHaveAttribute('data-value', String(count));
}

export function seriesRow(page: Page, seriesInstanceUid: string): Locator {
  return page.locator(`[data-testid=series-row][data-series-uid="${seriesInstanceUid}"]`);
}

/** Clicks the row of a series, and waits until it is the open one. */
export async function openSeries(page: Page, seriesInstanceUid: string): Promise<void> {
  const row = seriesRow(page, seriesInstanceUid);
  await row.click();
  await expect(row).toHaveAttribute('aria-selected', 'true');
}

/** Opens the page and waits until it needs its server no more: from then on no request at all is allowed. */
export async function visitPage(page: Page, visit: Visit): Promise<void> {
  await page.goto(visit.server.url);
  await visit.offlineReady;
}
