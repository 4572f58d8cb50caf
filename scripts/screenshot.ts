// Makes docs/screenshot.png: the built app with the sample archive open.
import { chromium, type Page } from '@playwright/test';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BROWSER_ARGS, findBrowser } from './browser.mjs';
import { encodeIndexedPng } from './indexed-png';
import { ROOT, runTool } from './run.mjs';
import { startStaticServer } from './static-server.mjs';

const SIZE = { width: 1440, height: 900 };
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
  viewport: SIZE,
  colorScheme: 'dark',
  locale: 'en-GB',
  reducedMotion: 'reduce',
});
// Ages and whatever else depends on the day.
await page.clock.setFixedTime('2025-01-15T12:00:00');
await page.goto(server.url);
await page.getByTestId('open-sample').click();
await page.locator('[data-testid=workspace][data-phase=ready]').waitFor();
await page.getByTestId('series-row').filter({ hasText: 'Axial' }).click();
await page.locator('[data-testid=viewport][data-phase=ready]').waitFor();
const shown = await page.getByTestId('viewport').getAttribute('data-sop-uid');
await page
  .getByTestId('header-row')
  .filter({ hasText: shown ?? '' })
  .first()
  .waitFor();
await page.waitForFunction(() => {
  const rows = [...document.querySelectorAll('[data-testid=series-row]')];
  return rows.length > 0 && rows.every((row) => row.querySelector('[data-phase=ready]') !== null);
});
mkdirSync(FOLDER, { recursive: true });
const png = await page.screenshot({ animations: 'disabled' });
const pixels = await decodePng(await browser.newPage(), png);
writeFileSync(PATH, encodeIndexedPng(SIZE.width, pixels));
await browser.close();
await server.stop();
console.log(`docs/screenshot.png: ${(statSync(PATH).size / 1000).toFixed(0)} kB`);

/** Its pixels as `0xrrggbb`, by the browser's own decoder. */
function decodePng(blank: Page, png: Buffer): Promise<readonly number[]> {
  return blank.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    if (context === null) throw new Error('the browser has no 2D canvas');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const view = new DataView(data.buffer);
    return Array.from({ length: data.length / 4 }, (_, index) => view.getUint32(index * 4) >>> 8);
  }, png.toString('base64'));
}
