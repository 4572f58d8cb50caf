import { errors, type Page } from '@playwright/test';
import type { BenchArchive } from './archives';
import type { Opening } from './in-page/opening';
import { withDeadline, type Visit } from './visit';

export const DEADLINE_MS = 10 * 60_000;

type Outcome =
  | { readonly outcome: 'ready'; readonly opening: Opening }
  /** Not done after `DEADLINE_MS`. */
  | { readonly outcome: 'late' }
  | { readonly outcome: 'failed'; readonly why: string };

/** How a page opened an archive, or why it did not. */
export type OpeningResult = Outcome & { readonly peakBytes: number | null };

export async function openArchive({ page, memory }: Visit, { path }: BenchArchive): Promise<OpeningResult> {
  const outcome = await withDeadline(page, DEADLINE_MS, chooseAndWait(page, path)).catch(failed);
  return { ...outcome, peakBytes: memory.peakBytes };
}

async function chooseAndWait(page: Page, path: string): Promise<Outcome> {
  await page.getByTestId('open-files').first().setInputFiles(path);
  const opening = await page.evaluate(() => window.benchProbe.opening);
  if (opening !== null) return { outcome: 'ready', opening };
  return { outcome: 'failed', why: await page.getByTestId('problem').first().innerText() };
}

function failed(error: unknown): Outcome {
  if (error instanceof errors.TimeoutError) return { outcome: 'late' };
  return { outcome: 'failed', why: error instanceof Error ? error.message : String(error) };
}
