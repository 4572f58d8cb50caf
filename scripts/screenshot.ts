// Makes docs/screenshot.png: the built app with the sample archive open.
import { chromium } from '@playwright/test';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BROWSER_ARGS, findBrowser } from './browser.mjs';
import { ROOT, runTool } from './run.mjs';
import { startStaticServer } from './static-server.mjs';

const FOLDER = join(ROOT, 'docs');
const PATH = join(FOLDER, 'screenshot.png');

if (!(await runTool('vite/bin/vite.js', ['build']))) process.exit(1);
const server = await startStaticServer({ root: join(ROOT, 'dist') });
const { executablePath, env } = await findBrowser();
const browser = await chromium.launch({
  executablePath,
  args: [...BROWSER_ARGS],
  env: { ...process.env, ...env },
});
const page = await browser.newPage({
  viewport: { width: 1440, height: 900 },
  colorScheme: 'dark',
  locale: 'en-GB',
  reducedMotion: 'reduce',
});
// Ages and whatever else depends on the day.
await page.clock.setFixedTime('2025-01-15T12:00:00');
await page.goto(server.url);
await page.getByTestId('open-sample').click();
await page.locator('[data-testid=workspace][data-phase=ready]').waitFor();
await page.getByTestId('series-row').first().click();
await page.locator('[data-testid=viewport][data-phase=ready]').waitFor();
await page.getByTestId('header-row').first().waitFor();
await page.waitForFunction(() => {
  const rows = [...document.querySelectorAll('[data-testid=series-row]')];
  return rows.length > 0 && rows.every((row) => row.querySelector('[data-phase=ready]') !== null);
});
mkdirSync(FOLDER, { recursive: true });
await page.screenshot({ path: PATH, animations: 'disabled' });
await browser.close();
await server.stop();
console.log(`docs/screenshot.png: ${(statSync(PATH).size / 1000).toFixed(0)} kB`);
