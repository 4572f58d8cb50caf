import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { BenchArchive } from './archives';
import type { Drag } from './in-page/viewing';
import { openArchive, type OpeningResult } from './opening';
import { measureReading } from './reading';
import { measureDrag, measureViewing, type Viewing } from './viewing';
import { visit } from './visit';

export interface Places {
  /** Addresses of the two pages. */
  readonly app: string;
  readonly plain: string;
  /** Path of the script that measures within them. */
  readonly probe: string;
}

/** Everything once. */
export interface Round {
  readonly emptyPageBytes: number | null;
  /** Only reading the archive, without a page of any use. */
  readonly readingMs: number;
  readonly app: OpeningResult;
  readonly plain: OpeningResult;
  /** null: the app did not open the archive. */
  readonly viewing: Viewing | null;
  /** Window/level on an image of 3328x4096; null: the app did not open it. */
  readonly mammogramDrag: Drag | null;
}

const SETTLE_MS = 1500;
const OFFLINE_DEADLINE_MS = 60_000;

export async function measureRound(
  places: Places,
  archives: { readonly main: BenchArchive; readonly mammogram: BenchArchive },
): Promise<Round> {
  const { probe } = places;
  const emptyPageBytes = await visit({ url: 'about:blank', probe }, async ({ memory }) => {
    await sleep(SETTLE_MS);
    return memory.peakBytes;
  });
  const readingMs = await measureReading(probe, archives.main);
  const { app, viewing } = await visit({ url: places.app, probe }, async (each) => {
    await offlineCacheFilled(each.page);
    const opened = await openArchive(each, archives.main);
    return { app: opened, viewing: opened.outcome === 'ready' ? await measureViewing(each.page) : null };
  });
  const mammogramDrag = await visit({ url: places.app, probe }, async (each) => {
    await offlineCacheFilled(each.page);
    const opened = await openArchive(each, archives.mammogram);
    return opened.outcome === 'ready' ? measureDrag(each.page) : null;
  });
  const plain = await visit({ url: places.plain, probe }, (each) => openArchive(each, archives.main));
  return { emptyPageBytes, readingMs, app, plain, viewing, mammogramDrag };
}

/** The first seconds of a first visit, in which the app is stored for use without a network, are no part of this. */
export function offlineCacheFilled(page: Page): Promise<void> {
  return page.locator('[data-offline=ready]').waitFor({ timeout: OFFLINE_DEADLINE_MS });
}
