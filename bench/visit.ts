import { chromium, errors, type Browser, type Page } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from '../scripts/browser.mjs';
import { RendererMemory } from './renderer-memory';

const { executablePath, env } = await findBrowser();

const LAUNCH_OPTIONS = { executablePath, args: [...BROWSER_ARGS], env: { ...process.env, ...env } };

/** A page in a browser of its own, so that nothing of an earlier one is in its memory. */
export interface Visit {
  readonly browser: Browser;
  readonly page: Page;
  readonly memory: RendererMemory;
}

/** `Chromium 147.0.7727.24` */
export async function browserVersion(): Promise<string> {
  const browser = await chromium.launch(LAUNCH_OPTIONS);
  const version = browser.version();
  await browser.close();
  return `Chromium ${version}`;
}

/** Opens a page, lets `measure` work in it, and closes the browser however that ends. */
export async function visit<T>(
  { url, probe }: { readonly url: string; readonly probe: string },
  measure: (visit: Visit) => Promise<T>,
): Promise<T> {
  const browser = await chromium.launch(LAUNCH_OPTIONS);
  const memory = await RendererMemory.watch(browser);
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    // A page that is busy for minutes is what some of them are here to show: `withDeadline` ends what takes too long.
    page.setDefaultTimeout(0);
    await page.addInitScript({ path: probe });
    await page.goto(url);
    return await measure({ browser, page, memory });
  } finally {
    memory.stop();
    await browser.close();
  }
}

/** What `work` comes to; rejects when the page crashes or, with a TimeoutError, when the time is over, which alone would never end it. */
export async function withDeadline<T>(page: Page, deadlineMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new errors.TimeoutError(`not done after ${deadlineMs / 1000} s`)),
      deadlineMs,
    );
    page.once('crash', () => reject(new Error('the page crashed')));
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
