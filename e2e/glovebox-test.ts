import { test as base, expect } from '@playwright/test';
import { resolve } from 'node:path';
import { startStaticServer, type StaticServer } from '../scripts/static-server.mjs';
import { expectNoRequestButOwnFiles, expectNothingKept, expectQuiet, Watch } from './watch';

export { expect };

export const DIST = resolve(process.env['GLOVEBOX_DIST'] ?? 'dist');

export interface Visit {
  /** The built app on a server of this test alone, under a path: `server.url`. */
  readonly server: StaticServer;
  /** Values of the files that the test opens which name a person: they may not be kept, nor shown in the URL or the console. */
  readonly identifying: string[];
  /** What the test provokes: console errors and exceptions that match are not held against it. */
  readonly expectedErrors: RegExp[];
  /** Resolves when the offline cache is full and the page is under it. */
  readonly offlineReady: Promise<void>;
}

/**
 * Playwright's `test`, with a server that has the built app. Every test fails if a request but for the app's own
 * files reached the server, or any at all once the offline cache was ready; if the console showed an error; if an
 * exception or a rejection went uncaught, in the page or in a worker; or if anything but preferences was kept.
 */
export const test = base.extend<{ visit: Visit }>({
  visit: [
    async ({ context, page }, use) => {
      const server = await startApp();
      const watch = await Watch.start(context, server);
      const visit: Visit = {
        server,
        identifying: [],
        expectedErrors: [],
        offlineReady: watch.offlineReady,
      };
      await use(visit);
      expectNoRequestButOwnFiles(watch, server);
      expectQuiet(watch, visit);
      await expectNothingKept(page, watch, visit);
      await server.stop();
    },
    { auto: true },
  ],
});

/** The built app on a free port, under a path, as a user's own host may have it. */
export function startApp(root = DIST): Promise<StaticServer> {
  return startStaticServer({ root, mount: '/some/sub/path/' });
}
