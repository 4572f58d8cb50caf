import { expect, type Locator, type Page } from '@playwright/test';

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
