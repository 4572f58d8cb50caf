import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { ZipMember } from '../src/fixtures/zip-writer';
import { expect, test } from './glovebox-test';
import {
  CT,
  CT_SHAPE,
  ctFile,
  IDENTIFYING,
  JANE,
  sopUidOfCt,
  storedValueOfCt,
  zipFile,
} from './test-archive';
import { openArchive, openSeries, seriesRow, visitPage, waitForPhase } from './workspace';

interface Attribute {
  readonly vr: string;
  readonly Value?: readonly unknown[];
  readonly InlineBinary?: string;
}

type JsonObject = Readonly<Record<string, Attribute>>;

/** One slice is cut in its pixels. */
const CUT_SLICE = 4;
const pathOf = (slice: number): string => `DICOM/CT/IM${String(slice)}`;

const members: readonly ZipMember[] = Array.from({ length: CT_SHAPE.slices }, (_, slice) => ({
  name: pathOf(slice),
  content: slice === CUT_SLICE ? ctFile(slice).subarray(0, -100) : ctFile(slice),
}));

// A trace looks into blobs by ways that the page's policy forbids, which the console would tell.
test.use({ trace: 'off' });

test.beforeEach(async ({ page, visit }) => {
  visit.identifying.push(...IDENTIFYING);
  await visitPage(page, visit);
  await openArchive(page, zipFile('cd.zip', members));
  await waitForPhase(page, 'ready');
  await openSeries(page, CT.uid);
  await expect(headerRow(page, '00100010')).toBeVisible();
});

test('the header that is shown is saved as JSON with what is in the file', async ({ page }) => {
  const { name, text } = await save(page, 'This header', 'Save as JSON');
  expect(name).toBe('header.json');
  const [header, ...others] = JSON.parse(text) as readonly JsonObject[];
  expect(others).toEqual([]);
  expect(header).toMatchObject({
    '00080060': { vr: 'CS', Value: ['CT'] },
    '00100010': { vr: 'PN', Value: [{ Alphabetic: JANE.name }] },
    '00100020': { vr: 'LO', Value: [JANE.id] },
    '0020000E': { vr: 'UI', Value: [CT.uid] },
    '00200011': { vr: 'IS', Value: [CT.number] },
    '00280010': { vr: 'US', Value: [CT_SHAPE.rows] },
    '00280030': { vr: 'DS', Value: [CT_SHAPE.spacingMm, CT_SHAPE.spacingMm] },
  });
  expect(header?.['7FE00010']).toEqual({ vr: 'OW' });
});

test('with binary values its pixels are in it', async ({ page }) => {
  const { text } = await save(page, 'This header', 'Save as JSON with binary values');
  const [header] = JSON.parse(text) as readonly JsonObject[];
  const pixels = Buffer.from(header?.['7FE00010']?.InlineBinary ?? '', 'base64');
  expect(pixels.length).toBe(CT_SHAPE.columns * CT_SHAPE.rows * 2);
  expect(pixels.readUInt16LE((7 * CT_SHAPE.columns + 3) * 2)).toBe(storedValueOfCt(3, 7));
});

test('the header that is shown is saved as text', async ({ page }) => {
  const { name, text } = await save(page, 'This header', 'Save as text');
  expect(name).toBe('header.txt');
  const lines = text.split('\n');
  expect(lines).toContain('# Used TransferSyntax: Little Endian Explicit');
  expect(lines).toContain('(0010,0010) PN [Roe^Jane]                               #   8, 1 PatientName');
  expect(lines).toContain('(0028,0010) US 48                                       #   2, 1 Rows');
  expect(lines).toContain('(0008,0016) UI =CTImageStorage                          #  26, 1 SOPClassUID');
});

test('the whole series is saved, in its order, and a damaged file of it is named', async ({ page }) => {
  const series = `This series, ${String(CT_SHAPE.slices)} headers`;
  const json = await save(page, series, 'Save as JSON');
  expect(json.name).toBe('series-3-headers.json');
  const headers = JSON.parse(json.text) as readonly JsonObject[];
  expect(headers.map((header) => header['00080018']?.Value?.[0])).toEqual(
    Array.from({ length: CT_SHAPE.slices }, (_, slice) => sopUidOfCt(slice)),
  );

  const dump = await save(page, series, 'Save as text');
  expect(dump.name).toBe('series-3-headers.txt');
  const lines = dump.text.split('\n');
  for (let slice = 0; slice < CT_SHAPE.slices; slice++) {
    const at = lines.indexOf(`# ${pathOf(slice)}`);
    expect(at, pathOf(slice)).toBeGreaterThanOrEqual(0);
    const remark = lines[at + 1] ?? '';
    if (slice === CUT_SLICE) expect(remark).toMatch(/^# dicom-truncated: offset \d+, tag \(7FE0,0010\)/);
    else expect(remark).toBe('');
  }
});

test('a header is copied as text', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await choose(page, 'This header', 'Copy as text');
  await expect(page.getByTestId('export-status')).toHaveText('Copied: header');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('(0010,0020) LO [P-17]                                   #   4, 1 PatientID');
});

test('by keyboard alone', async ({ page }) => {
  await page.getByTestId('export-header').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Copy as text' }).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toBe('header.txt');
});

test('without a series there is nothing to save', async ({ page }) => {
  await page.getByRole('button', { name: /^Close cd\.zip/ }).click();
  await expect(seriesRow(page, CT.uid)).toHaveCount(0);
  await expect(page.getByTestId('export-header').and(page.locator(':enabled'))).toHaveCount(0);
});

function headerRow(page: Page, path: string): Locator {
  return page.locator(`[data-testid=header-row][data-path="${path}"]`);
}

async function choose(page: Page, group: string, item: string): Promise<void> {
  await page.getByTestId('export-header').click();
  await page.getByRole('group', { name: group }).getByRole('menuitem', { name: item }).first().click();
}

/** Chooses from the menu, and waits for the file. `item` is the first that has the words. */
async function save(
  page: Page,
  group: string,
  item: string,
): Promise<{ readonly name: string; readonly text: string }> {
  const download = page.waitForEvent('download');
  await choose(page, group, item);
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}
