import type { Locator, Page } from '@playwright/test';
import { encodeIndexedPng } from '../scripts/indexed-png';
import { expect, test } from './glovebox-test';
import { CID_FONT, pdfFile } from './pdf-file';
import { ctMembers, zipFile } from './test-archive';
import { openArchive, visitPage, waitForPhase } from './workspace';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const OLE = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0);

const SCRIPT =
  '<!doctype html><html><script>document.title = "taken over"</script><img src=x onerror=alert(1)>';
/** 5 by 3 red pixels. */
const PICTURE = encodeIndexedPng(
  5,
  Array.from({ length: 15 }, () => 0xff0000),
);
/** A GIF of 43 bytes that says it is 20,000 pixels (0x4e20) wide and high: 1.6 GB when it is drawn. */
const HUGE_PICTURE = Buffer.from(
  '474946383961' + '204e204e' + '800000' + '000000ffffff' + '2c00000000010001000002024401003b',
  'hex',
);
/** A tick in ZapfDingbats, a Greek alpha in Symbol, and Japanese in Shift-JIS: hiragana a, katakana a. */
const DOCUMENT = pdfFile([
  [
    { text: 'Consent form', font: 'Helvetica', y: 760 },
    { text: '4', font: 'ZapfDingbats', y: 560 },
    { text: 'a', font: 'Symbol', y: 360 },
    { text: '\\202\\240\\203A', font: CID_FONT, y: 160 },
  ],
  [],
  ...Array.from({ length: 20 }, () => [{ text: 'Annex', font: 'Times-Roman', y: 760 }]),
]);
/** The start of a program for Windows: `MZ`, and at byte 60 where the rest of its header is. */
const PROGRAM = Uint8Array.from({ length: 600 }, (_, at) => ({ 0: 0x4d, 1: 0x5a, 60: 0x80 })[at] ?? 0);

const archive = zipFile('cd.zip', [
  ...ctMembers().slice(0, 2),
  {
    name: 'texts/letter.txt',
    content: Uint8Array.from(utf8('Frau M?ller\n'), (byte) => (byte === 0x3f ? 0xfc : byte)),
  },
  { name: 'texts/long.txt', content: utf8('0123456789abcde\n'.repeat(2 ** 17)) },
  { name: 'texts/page.htm', content: utf8(SCRIPT) },
  { name: 'pictures/red.png', content: PICTURE },
  { name: 'pictures/cut.jpg', content: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46) },
  { name: 'pictures/huge.gif', content: HUGE_PICTURE },
  { name: 'consent.pdf', content: DOCUMENT },
  { name: 'cut.pdf', content: DOCUMENT.subarray(0, 300) },
  { name: 'viewer.exe', content: PROGRAM },
  { name: 'pictures/Thumbs.db', content: OLE },
  { name: '__MACOSX/pictures/._red.png', content: Uint8Array.of(0, 5, 0x16, 7, 0, 2, 0, 0) },
]);

// A trace looks into blobs by ways that the page's policy forbids, which the console would tell.
test.use({ trace: 'off' });

test.beforeEach(async ({ page, visit }) => {
  await visitPage(page, visit);
  await openArchive(page, archive);
  await waitForPhase(page, 'ready');
  await page.getByRole('tab', { name: /^Files/ }).click();
});

test('a text is shown as its characters, in the encoding that it is in', async ({ page }) => {
  const dialog = await openPreview(page, 'texts/letter.txt');
  await expect(dialog.locator('pre')).toHaveText('Frau Müller\n');
  await expect(facts(dialog)).toHaveText('Text · 12 B · read as Windows-1252');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('of a long text the first megabyte is shown, and that it is not all', async ({ page }) => {
  const dialog = await openPreview(page, 'texts/long.txt');
  await expect(facts(dialog)).toHaveText('Text · 2.1 MB · UTF-8 · only its first 1.0 MB');
  expect((await dialog.locator('pre').textContent())?.length).toBe(2 ** 20);
});

test('HTML is shown as its source and nothing of it runs', async ({ page }) => {
  const dialog = await openPreview(page, 'texts/page.htm');
  await expect(dialog.locator('pre')).toHaveText(SCRIPT);
  await expect(facts(dialog)).toContainText('HTML page');
  await expect(page).toHaveTitle('Glovebox');
  await expect(dialog.locator('img')).toHaveCount(0);
});

test('a picture is shown with its size in pixels', async ({ page, visit }) => {
  const dialog = await openPreview(page, 'pictures/red.png');
  await expect(facts(dialog)).toHaveText(/^PNG picture · \d+ B · 5 × 3 pixels$/);
  const picture = dialog.getByRole('img');
  await expect(picture).toBeVisible();
  const url = await picture.getAttribute('src');
  expect(url).toMatch(/^blob:/);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
  // Its address is worth nothing any more.
  visit.expectedErrors.push(/ERR_FILE_NOT_FOUND/);
  expect(await page.evaluate(canLoad, url ?? '')).toBe(false);
});

test('a picture that is damaged is said to be', async ({ page }) => {
  const dialog = await openPreview(page, 'pictures/cut.jpg');
  await expect(dialog.getByTestId('problem')).toHaveAttribute('data-code', 'preview-failed');
  await expect(dialog.getByTestId('problem')).toContainText('damaged');
});

test('a picture of more pixels than should be in memory is not drawn', async ({ page }) => {
  const dialog = await openPreview(page, 'pictures/huge.gif');
  await expect(facts(dialog)).toHaveText('GIF picture · 35 B · 20,000 × 20,000 pixels');
  await expect(dialog.getByTestId('problem')).toContainText('more than 100 million pixels');
  await expect(dialog.getByRole('img')).toHaveCount(0);
});

test('the pages of a PDF are drawn as they come into view', async ({ page, context }) => {
  const dialog = await openPreview(page, 'consent.pdf');
  await expect(facts(dialog)).toContainText('PDF document');
  await expect(facts(dialog)).toContainText('22 pages');
  const pages = dialog.getByTestId('pdf-page');
  await expect(pages).toHaveCount(22);
  await expect(pages.first()).toHaveAttribute('data-phase', 'drawn');
  // Each of its four lines: an ordinary font, the two special ones, and a character map.
  for (const y of [760, 560, 360, 160]) {
    expect(
      await inkAround(pages.first(), y),
      `the line ${String(y)} points above the bottom`,
    ).toBeGreaterThan(20);
  }
  expect(await inkAround(pages.first(), 660), 'between the lines').toBe(0);
  await expect(pages.nth(1)).toHaveAttribute('data-phase', 'drawn');
  expect(await inkAround(pages.nth(1), 760), 'an empty page').toBe(0);

  await expect(pages.last()).toHaveAttribute('data-phase', 'waiting');
  await expect(pages.last().locator('canvas')).toHaveCount(0);
  await dialog.getByRole('region', { name: 'Pages' }).press('End');
  await expect(pages.last()).toHaveAttribute('data-phase', 'drawn');
  expect(await inkAround(pages.last(), 760)).toBeGreaterThan(20);
  await expect(pages.first().locator('canvas')).toHaveCount(0);

  // The link over the page is a picture of one.
  await pages.last().click();
  expect(context.pages()).toHaveLength(1);
  await expect(page.getByTestId('sealed')).toHaveAttribute('data-requests', '0');
});

test('a PDF that cannot be read is said to be', async ({ page }) => {
  const dialog = await openPreview(page, 'cut.pdf');
  await expect(dialog.getByTestId('problem')).toContainText('cannot be shown');
});

test('of a program its first bytes are shown', async ({ page }) => {
  const dialog = await openPreview(page, 'viewer.exe');
  await expect(facts(dialog)).toHaveText('Program · 600 B');
  const lines = ((await dialog.locator('pre').textContent()) ?? '').split('\n');
  expect(lines).toHaveLength(256 / 16);
  expect(lines[0]).toBe('00000000  4d 5a 00 00 00 00 00 00 00 00 00 00 00 00 00 00  MZ..............');
});

test('system files are one row at the end until it is opened or they are looked for', async ({ page }) => {
  const list = page.getByRole('list', { name: 'Files' });
  const row = list.getByRole('button', { name: /2 system files/ });
  await expect(list.getByRole('listitem').last()).toContainText('2 system files');
  await expect(list.getByTitle('pictures/Thumbs.db')).toHaveCount(0);
  await row.click();
  await expect(row).toHaveAttribute('aria-expanded', 'true');
  await expect(list.getByTitle('pictures/Thumbs.db')).toContainText('System file');
  await row.click();
  await expect(list.getByTitle('pictures/Thumbs.db')).toHaveCount(0);

  await page.getByRole('searchbox', { name: 'Filter contents' }).fill('thumbs');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(list.getByTitle('pictures/Thumbs.db')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Filter contents' }).fill('');
  await page.getByRole('button', { name: /^Not DICOM/ }).click();
  await expect(row).toHaveCount(0);
  await expect(list.getByTitle('__MACOSX/pictures/._red.png')).toBeVisible();
});

async function openPreview(page: Page, path: string): Promise<Locator> {
  await page.getByRole('list', { name: 'Files' }).getByTitle(path).click();
  const dialog = page.getByRole('dialog', { name: path });
  await expect(dialog).toBeVisible();
  return dialog;
}

function facts(dialog: Locator): Locator {
  return dialog.getByTestId('preview-facts');
}

/** How many dark pixels there are in the line of 36 points at so many points above the bottom of an A4 page. */
function inkAround(pdfPage: Locator, y: number): Promise<number> {
  return pdfPage.locator('canvas').evaluate((canvas: HTMLCanvasElement, baseline) => {
    const scale = canvas.height / 842;
    const top = Math.round((842 - baseline - 36) * scale);
    const { data } =
      canvas.getContext('2d')?.getImageData(0, top, canvas.width, Math.round(46 * scale)) ?? {};
    return (data ?? []).filter((value, at) => at % 4 === 0 && value < 128).length;
  }, y);
}

function canLoad(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const picture = new Image();
    picture.onload = () => resolve(true);
    picture.onerror = () => resolve(false);
    picture.src = url;
  });
}
