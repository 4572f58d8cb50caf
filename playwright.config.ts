import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from './scripts/browser.mjs';

const { executablePath, env } = await findBrowser();

/** Every test has the built app on a server of its own: see e2e/glovebox-test.ts. */
export default defineConfig({
  // For machines that have other things to do: no test asserts a time.
  expect: { timeout: 15_000 },
  testDir: 'e2e',
  snapshotPathTemplate: '{testDir}/goldens/{arg}{ext}',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  workers: 2,
  timeout: 60_000,
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'allow',
    trace: 'retain-on-failure',
    launchOptions: { executablePath, args: [...BROWSER_ARGS], env: { ...process.env, ...env } },
  },
});
