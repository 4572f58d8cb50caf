import { expect, type BrowserContext, type Page } from '@playwright/test';
import type { LoggedRequest, StaticServer } from '../scripts/static-server.mjs';
import type { Visit } from './glovebox-test';

const PREFERENCES_KEY = 'glovebox-preferences';

/** What a browser context shows while a test runs. */
export class Watch {
  /** Console errors and warnings of pages and workers, exceptions and rejections that nobody caught. */
  readonly complaints: string[] = [];
  /** All that was written to the console. */
  readonly consoleTexts: string[] = [];
  readonly offlineReady: Promise<void>;
  /** How many requests the server had seen when the offline cache was ready; null: it has not been yet. */
  requestsUntilReady: number | null = null;
  #onReady: () => void = () => undefined;

  private constructor() {
    this.offlineReady = new Promise((done) => {
      this.#onReady = done;
    });
  }

  static async start(context: BrowserContext, server: StaticServer): Promise<Watch> {
    const watch = new Watch();
    context.on('console', (message) => {
      watch.consoleTexts.push(message.text());
      if (['error', 'warning'].includes(message.type())) watch.complaints.push(message.text());
    });
    context.on('weberror', (webError) => {
      watch.complaints.push(`uncaught: ${webError.error().message}`);
    });
    context.on('page', (page) => {
      watchWorkers(page);
    });
    for (const page of context.pages()) watchWorkers(page);
    await context.exposeFunction('gloveboxOfflineReady', () => {
      watch.requestsUntilReady ??= server.log.length;
      watch.#onReady();
    });
    await context.addInitScript(tellWhenOfflineReady);
    return watch;
  }
}

/** Uncaught errors of a worker reach the page only if the app lets them; here they come through the console. */
function watchWorkers(page: Page): void {
  page.on('worker', (worker) => {
    const listen = worker.evaluate(() => {
      for (const type of ['error', 'unhandledrejection']) {
        addEventListener(type, (event) => {
          const { reason, message } = event as Event & { reason?: unknown; message?: string };
          console.error(`uncaught in a worker: ${message ?? String(reason)}`);
        });
      }
    });
    // A worker may be gone before it could be listened to.
    listen.catch(() => undefined);
  });
}

/** In the page: it is under the offline worker, whose cache is full by then, as soon as it has a controller. */
function tellWhenOfflineReady(): void {
  if (!('serviceWorker' in navigator) || window !== window.top) return;
  const { serviceWorker } = navigator;
  const tell = (): void => {
    if (serviceWorker.controller !== null) (Reflect.get(window, 'gloveboxOfflineReady') as () => void)();
  };
  serviceWorker.addEventListener('controllerchange', tell);
  tell();
}

export function expectNoRequestButOwnFiles(watch: Watch, { log }: StaticServer): void {
  const readyAt = watch.requestsUntilReady ?? log.length;
  const foreign = log.slice(0, readyAt).filter((request) => !isOwnFile(request));
  expect(foreign.map(nameOf), 'requests for other than own files').toEqual([]);
  const late = log.slice(readyAt).filter((request) => !isUpdateCheck(request));
  expect(late.map(nameOf), 'requests after the offline cache was ready').toEqual([]);
}

function nameOf({ method, path, status }: LoggedRequest): string {
  return `${method} ${path}: ${String(status)}`;
}

function isOwnFile({ method, path, status }: LoggedRequest): boolean {
  return method === 'GET' && status === 200 && !path.includes('?');
}

/** The browser itself looks whether the offline worker has a new version when a page is opened; it sends nothing. */
function isUpdateCheck(request: LoggedRequest): boolean {
  return (
    isOwnFile(request) &&
    request.path.endsWith('/offline.js') &&
    request.headers['service-worker'] === 'script'
  );
}

export function expectQuiet({ complaints }: Watch, { expectedErrors }: Visit): void {
  const unexpected = complaints.filter((text) => !expectedErrors.some((expected) => expected.test(text)));
  expect(unexpected, 'console errors and uncaught exceptions').toEqual([]);
}

/** Preferences apart, the browser keeps the app's own files only; and nothing of an archive is in the page's address. */
export async function expectNothingKept(page: Page, watch: Watch, visit: Visit): Promise<void> {
  if (page.isClosed() || !page.url().startsWith(visit.server.url)) return;
  const kept = await page.evaluate(async () => {
    const cacheNames = await caches.keys();
    const cached = await Promise.all(cacheNames.map(async (name) => (await caches.open(name)).keys()));
    return {
      title: document.title,
      url: location.href.replace(/index\.html$/, ''),
      localStorage: Object.entries(localStorage),
      sessionStorage: Object.entries(sessionStorage),
      databases: (await indexedDB.databases()).map(({ name }) => name),
      cached: cached.flat().map(({ url }) => url),
      cookie: document.cookie,
    };
  });
  expect(kept).toMatchObject({
    title: 'Glovebox',
    url: visit.server.url,
    sessionStorage: [],
    databases: [],
    cookie: '',
  });
  expect(kept.localStorage.filter(([key]) => key !== PREFERENCES_KEY)).toEqual([]);
  const account = JSON.stringify([kept, watch.consoleTexts]);
  for (const value of visit.identifying)
    expect(account, 'identifying values kept or logged').not.toContain(value);
}
