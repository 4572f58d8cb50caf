import type { Page } from '@playwright/test';
import type { BenchArchive } from './archives';
import type { Opening } from './in-page/opening';
import { withDeadline, type Visit } from './visit';

const DEADLINE_MS = 15 * 60_000;

/** How a page opened an archive, or why it did not. */
export type OpeningResult =
  | { readonly outcome: 'ready'; readonly opening: Opening; readonly peakBytes: number | null }
  | { readonly outcome: 'failed'; readonly why: string; readonly peakBytes: number | null };

export async function openArchive({ page, memory }: Visit, { path }: BenchArchive): Promise<OpeningResult> {
  const result = await withDeadline(page, DEADLINE_MS, chooseAndWait(page, path)).catch((error: unknown) =>
    error instanceof Error ? error.message : String(error),
  );
  const { peakBytes } = memory;
  return typeof result === 'string'
    ? { outcome: 'failed', why: result, peakBytes }
    : { outcome: 'ready', opening: result, peakBytes };
}

/** The opening, or what the page says is wrong. */
async function chooseAndWait(page: Page, path: string): Promise<Opening | string> {
  await page.getByTestId('open-files').first().setInputFiles(path);
  const opening = await page.evaluate(() => window.benchProbe.opening);
  return opening ?? (await page.getByTestId('problem').first().innerText());
}
