import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expectAccessible } from './axe';
import { expect, test } from './glovebox-test';
import {
  CDA,
  CDA_TEXT,
  DOSE,
  ECG,
  ECG_SHAPE,
  FILM,
  FILM_SHAPE,
  filmStream,
  LETTER,
  LETTER_PAGES,
  MASK,
  mediaMembers,
  MP4_FILM,
  OLD_FILM,
  OLD_STREAM,
  SLIDE,
  SPECTRUM,
} from './media-files';
import { IDENTIFYING, zipFile, type TestSeries } from './test-archive';
import { ViewportHandle } from './viewport';
import { openArchive, openSeries, visitPage, waitForPhase } from './workspace';

let viewport: ViewportHandle;

test.beforeEach(async ({ page, visit }) => {
  visit.identifying.push(...IDENTIFYING);
  viewport = new ViewportHandle(page);
  await visitPage(page, visit);
  await openArchive(page, zipFile('media.zip', mediaMembers()));
  await waitForPhase(page, 'ready');
});

async function openObject(page: Page, series: TestSeries, kind: string): Promise<Locator> {
  await openSeries(page, series.uid);
  const view = page.getByTestId('object-view');
  await expect(view).toHaveAttribute('data-kind', kind);
  return view;
}

async function savedBy(page: Page, view: Locator, button: string): Promise<{ name: string; bytes: Buffer }> {
  const waiting = page.waitForEvent('download');
  await view.getByRole('button', { name: button }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('an encapsulated PDF is read page by page, each drawn when it comes near', async ({ page }) => {
  const view = await openObject(page, LETTER, 'document');
  await expect(view.getByRole('heading', { level: 2 })).toHaveText('To whom it may concern');
  const pages = view.getByTestId('pdf-page');
  await expect(pages).toHaveCount(LETTER_PAGES);
  await expect(pages.first()).toHaveAttribute('data-phase', 'drawn');
  await expect(pages.last()).toHaveAttribute('data-phase', 'waiting');
  await pages.last().scrollIntoViewIfNeeded();
  await expect(pages.last()).toHaveAttribute('data-phase', 'drawn');
  await expect(pages.first()).toHaveAttribute('data-phase', 'waiting');
  await expectAccessible(page, '[data-testid=object-view]');
});

test('a CDA is shown as its characters, and saved as it was put in', async ({ page }) => {
  const view = await openObject(page, CDA, 'document');
  await expect(view.getByLabel('Text of the document')).toHaveText(CDA_TEXT);
  expect(await page.title()).toBe('Glovebox');
  const { name, bytes } = await savedBy(page, view, 'Save the document');
  expect([name, bytes.toString()]).toEqual(['summary.xml', CDA_TEXT]);
});

test('an ECG is drawn on its paper, and scrolls and scales', async ({ page }) => {
  const view = await openObject(page, ECG, 'waveform');
  const traces = view.getByTestId('waveform');
  await expect(traces).toHaveAttribute('data-channels', '12');
  await expect(traces).toHaveAttribute('data-samples', String(ECG_SHAPE.samples));
  await expect(view).toContainText('25 mm/s');
  await expect(view).toContainText('10 mm/mV');
  await expect(view).toContainText('Sinus rhythm');
  // Ten seconds at 25 mm/s of 96 / 25.4 pixels each: 945.
  const width = (): Promise<number> => traces.evaluate(({ scrollWidth }) => scrollWidth);
  const before = await width();
  expect(before).toBeGreaterThan(945);
  await view.getByRole('button', { name: 'More time apart' }).click();
  await expect(view).toContainText('50 mm/s');
  expect((await width()) - before).toBe(945);
  await traces.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => Number(await traces.getAttribute('data-left'))).toBeGreaterThan(0);
  await view.getByRole('button', { name: 'All of it' }).click();
  expect(await traces.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  await view.getByLabel('Multiplex group').selectOption('1');
  await expect(traces).toHaveAttribute('data-samples', '600');
  await expectAccessible(page, '[data-testid=object-view]');
});

test('the traces stand out from the paper', async ({ page }) => {
  const view = await openObject(page, ECG, 'waveform');
  // The spikes of 1 mV, 10 mm high at 10 mm/mV: columns of 37 light pixels.
  const tallest = await view
    .getByTestId('waveform')
    .locator('canvas')
    .evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return 0;
      const { width, height } = canvas;
      const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      const light = (x: number): number => {
        let count = 0;
        for (let y = 0; y < height; y++) if ((data[4 * (y * width + x)] ?? 0) > 160) count++;
        return count;
      };
      return Math.max(...Array.from({ length: width - 100 }, (_, x) => light(x + 90)));
    });
  expect(tallest).toBeGreaterThan(37);
});

test('a spectrum is drawn of the signal of a voxel', async ({ page }) => {
  const view = await openObject(page, SPECTRUM, 'spectroscopy');
  const canvas = view.getByTestId('spectrum');
  await expect(canvas).toHaveAttribute('aria-label', 'Magnitude of the spectrum');
  // 16 turns in 256 points: a sixteenth of the width right of the middle.
  const peak = await canvas.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) return 0;
    const { width, height } = element;
    const row = element.getContext('2d')?.getImageData(0, Math.round(height / 3), width, 1).data ?? [];
    const lit = Array.from({ length: width }, (_, x) => x).filter((x) => (row[4 * x] ?? 0) > 100);
    return lit.reduce((sum, x) => sum + x, 0) / lit.length / width;
  });
  expect(peak).toBeCloseTo(0.5 + 1 / 16, 1);
  await view.getByLabel('Fourier transform').uncheck();
  await expect(canvas).toHaveAttribute('aria-label', 'Magnitude of the signal');
});

for (const series of [FILM, MP4_FILM]) {
  test(`${series.description}: played where the browser can, else said why not`, async ({ page }) => {
    const view = await openObject(page, series, 'video');
    const video = view.getByTestId('video');
    const isPlayed = await page.evaluate(
      () => document.createElement('video').canPlayType('video/mp4; codecs="avc1.64002A"') !== '',
    );
    if (!isPlayed) {
      await expect(view.getByTestId('video-not-played')).toContainText('no decoder for H.264');
      return;
    }
    const played = await video.evaluate(async (element) => {
      if (!(element instanceof HTMLVideoElement)) return null;
      element.muted = true;
      const ended = new Promise((resolve) => element.addEventListener('ended', resolve));
      await element.play();
      await ended;
      return { width: element.videoWidth, height: element.videoHeight, seconds: element.duration };
    });
    expect(played).toEqual({
      width: FILM_SHAPE.width,
      height: FILM_SHAPE.height,
      seconds: FILM_SHAPE.pictures / 10,
    });
  });
}

test('a stream that no browser plays is named and can be saved', async ({ page }) => {
  const view = await openObject(page, OLD_FILM, 'video');
  await expect(view.getByTestId('video-not-played')).toContainText('no decoder for MPEG-2');
  await expect(view).toContainText('64 × 48 pixels, 10 frames, 10 a second, 8 B of MPEG-2');
  const { name, bytes } = await savedBy(page, view, 'Save the stream');
  expect([name, [...bytes]]).toEqual(['film-old.mpg', [...OLD_STREAM]]);
});

test('a stream in a transport stream is saved as it is', async ({ page }) => {
  const view = await openObject(page, FILM, 'video');
  const { name, bytes } = await savedBy(page, view, 'Save the stream');
  expect(name).toBe('film.ts');
  expect(bytes.equals(Buffer.from(filmStream()))).toBe(true);
});

test('masks, tiles and dose grids say what they are over the image', async ({ page }) => {
  await openSeries(page, MASK.uid);
  await viewport.expectImage(`${MASK.uid}.1`);
  await expect(viewport.overlay('top-right')).toContainText('Segment: 3 Liver (automatic)');
  // From nothing to all of the segment (PS3.3 C.11.2.1.2.1): a mask of ones is white.
  await viewport.expectWindow({ center: 1, width: 2 });
  await openSeries(page, SLIDE.uid);
  await expect(viewport.overlay('top-right')).toContainText('Slide: 16 x 16 (volume)');
  await expect(viewport.overlay('top-right')).toContainText(/Tile: column \d, row \d/);
  await openSeries(page, DOSE.uid);
  await expect(viewport.overlay('top-right')).toContainText('Dose: plan, physical, Gy');
});
