import { readFileSync } from 'node:fs';
import type { Browser, CDPSession, Page } from '@playwright/test';

const SAMPLE_INTERVAL_MS = 50;
/** Renderers come and go seldom. */
const SAMPLES_PER_LISTING = 10;

/** The resident memory of all renderer processes of a browser, where there is a /proc to read it from. */
export class RendererMemory {
  readonly #session: CDPSession;
  #timer: NodeJS.Timeout | undefined;
  #processes: readonly number[] = [];
  #samples = 0;
  #peakBytes = 0;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async watch(browser: Browser): Promise<RendererMemory> {
    const memory = new RendererMemory(await browser.newBrowserCDPSession());
    if (process.platform !== 'linux') return memory;
    await memory.#listRenderers();
    memory.#timer = setInterval(() => memory.#sample(), SAMPLE_INTERVAL_MS);
    return memory;
  }

  /** The most so far; null: not measured on this system. */
  get peakBytes(): number | null {
    return this.#peakBytes === 0 ? null : this.#peakBytes;
  }

  /** What they have at this moment; null: not measured on this system. */
  async residentBytes(): Promise<number | null> {
    if (process.platform !== 'linux') return null;
    await this.#listRenderers();
    return this.#sum();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #sample(): void {
    this.#samples += 1;
    // A browser that has just crashed lists nothing.
    if (this.#samples % SAMPLES_PER_LISTING === 0) this.#listRenderers().catch(() => undefined);
    this.#peakBytes = Math.max(this.#peakBytes, this.#sum());
  }

  #sum(): number {
    return this.#processes.reduce((sum, id) => sum + residentBytes(id), 0);
  }

  async #listRenderers(): Promise<void> {
    const { processInfo } = await this.#session.send('SystemInfo.getProcessInfo');
    this.#processes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  }
}

/** proc(5): `VmRSS` of `/proc/<pid>/status`, in kB; 0 for a process that has ended. */
function residentBytes(id: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${id}/status`, 'latin1'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** What is measured is what cannot be freed, not what has not been yet. */
export async function collectGarbage(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  // The former is for the page alone; this the workers heed too.
  await session.send('Memory.simulatePressureNotification', { level: 'critical' });
  await session.detach();
}
