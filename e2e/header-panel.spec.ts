import type { Locator, Page } from '@playwright/test';
import { writePart10 } from '../src/fixtures/dicom-writer';
import { commonModules } from '../src/fixtures/modules';
import { expectAccessible } from './axe';
import { expect, test } from './glovebox-test';
import { CT, ctImage, IDENTIFYING, sopUidOfCt, zipFile } from './test-archive';
import { ViewportHandle } from './viewport';
import { openArchive, openSeries, visitPage, waitForPhase } from './workspace';

const SLICES = 3;
/** Longer than what a row holds, and than what is drawn of a text at once. */
const LONG_TEXT = Array.from({ length: 8000 }, (_, line) => `Line ${String(line)} of the comments.`).join(
  '\n',
);
/** 100,000 bytes, more than are fetched at once: byte i is i modulo 256. */
const BINARY = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);
const EXPOSURES = Array.from({ length: 40 }, (_, index) => index + 0.5);

/** A slice of the test CT with what a header may hold beside: private and nested elements, long and empty values. */
function sliceFile(slice: number): Uint8Array {
  const facts = {
    patient: CT.patient,
    study: CT.study,
    series: { ...CT, frameOfReferenceUid: '2.25.4001' },
    instanceUid: sopUidOfCt(slice),
    instanceNumber: slice + 1,
  };
  return writePart10([
    ...commonModules(facts),
    ...ctImage(slice),
    [
      0x00082112,
      'SQ',
      [
        [[0x00081155, 'UI', '2.25.77.1']],
        [[0x00081155, 'UI', '2.25.77.2']],
        [[0x00081155, 'UI', '2.25.77.3']],
      ],
    ],
    [0x00102160, 'SH', ''],
    [0x00189074, 'DT', ''],
    [0x00189328, 'FD', EXPOSURES],
    [0x00204000, 'LT', 'short'],
    [0x00290010, 'LO', 'GLOVEBOX TEST'],
    [0x00291010, 'OB', BINARY],
    [0x00291011, 'UT', LONG_TEXT],
  ]);
}

test.beforeEach(async ({ page, visit }) => {
  visit.identifying.push(...IDENTIFYING);
  await visitPage(page, visit);
  const members = Array.from({ length: SLICES }, (_, slice) => ({
    name: `IM${String(slice)}`,
    content: sliceFile(slice),
  }));
  await openArchive(page, zipFile('header.zip', members));
  await waitForPhase(page, 'ready');
  await openSeries(page, CT.uid);
  await new ViewportHandle(page).expectReady();
  await expect(rowOf(page, '00080018')).toContainText(sopUidOfCt(1));
});

function rows(page: Page): Locator {
  return page.getByTestId('header-row');
}

function rowOf(page: Page, path: string): Locator {
  return page.locator(`[data-testid=header-row][data-path="${path}"]`);
}

function search(page: Page): Locator {
  return page.getByRole('searchbox', { name: 'Search the header' });
}

function filter(page: Page, name: string): Locator {
  return page.getByTestId('header-filter').getByRole('button', { name });
}

async function openElement(page: Page, path: string): Promise<Locator> {
  await search(page).fill(path.slice(-8));
  await rowOf(page, path).dblclick();
  const dialog = page.getByTestId('element-value');
  await expect(dialog).toBeVisible();
  return dialog;
}

test('search marks what it finds, by tag, keyword, name, value and creator', async ({ page }) => {
  const searches = [
    ['(0010,0020)', '00100020', '0010,0020'],
    ['00100020', '00100020', '0010,0020'],
    ['PatientID', '00100020', 'PatientID'],
    ['patient id', '00100020', 'Patient ID'],
    ['p-17', '00100020', 'P-17'],
    ['2.25.77.2', '00082112[1].00081155', '2.25.77.2'],
    ['private:glovebox', '00291010', 'GLOVEBOX'],
  ] as const;
  for (const [text, path, marked] of searches) {
    await search(page).fill(text);
    await expect(rowOf(page, path).locator('mark').first()).toHaveText(marked);
    await expect(rowOf(page, '00080060')).toHaveCount(0);
    await expect(search(page)).toBeFocused();
  }
  // What a match stands in comes along; what stands beside it does not.
  await search(page).fill('2.25.77.2');
  await expect(rows(page)).toHaveCount(3);
  await expect(page.getByText(/^1 of \d+ elements$/)).toBeVisible();
  await search(page).fill('private:');
  await expect(rows(page)).toHaveCount(3);

  await page.keyboard.press('Escape');
  await expect(search(page)).toHaveValue('');
  await expect(search(page)).toBeFocused();
  await expect(rowOf(page, '00080060')).toBeVisible();
});

test('filters leave private and empty elements, together what is both; one way out of them all', async ({
  page,
}) => {
  await filter(page, 'Private').click();
  await expect(rows(page)).toHaveCount(3);
  await expect(rowOf(page, '00290010')).toContainText('GLOVEBOX TEST');
  await filter(page, 'Empty').click();
  await expect(rows(page)).toHaveCount(0);
  await expect(page.getByText('No element of this header passes the filters')).toBeVisible();
  await filter(page, 'Private').click();
  await expect(filter(page, 'Empty')).toHaveAttribute('aria-pressed', 'true');
  await expect(rowOf(page, '00102160')).toBeVisible();
  await expect(rowOf(page, '00080060')).toHaveCount(0);
  await search(page).fill('no such thing');
  await page.getByRole('button', { name: 'Show all elements' }).click();
  await expect(rowOf(page, '00080060')).toBeVisible();
  await expect(filter(page, 'Empty')).toHaveAttribute('aria-pressed', 'false');
});

test('what changes from slice to slice is shown with what it was', async ({ page }) => {
  await expect(filter(page, 'Changed')).toHaveText('Changed 0');
  await filter(page, 'Changed').click();
  await new ViewportHandle(page).locator.focus();
  await page.keyboard.press('End');
  // Positions are 10 mm and 3 mm for each slice.
  await expect(rowOf(page, '00201041')).toContainText('16 was 13');
  await expect(rowOf(page, '00080018')).toContainText(`${sopUidOfCt(2)} was ${sopUidOfCt(1)}`);
  await expect(rowOf(page, '00100010')).toHaveCount(0);
  await page.keyboard.press('Home');
  await expect(rowOf(page, '00201041')).toContainText('10 was 16');
});

test('a long text is there to its last line', async ({ page }) => {
  const dialog = await openElement(page, '00291011');
  await expect(dialog).toContainText('(0029,1011)');
  await expect(dialog).toContainText('Line 0 of the comments.');
  await dialog.getByRole('region', { name: 'Value' }).focus();
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(dialog.getByText('Line 7999 of the comments.')).toBeInViewport({ timeout: 500 });
  }).toPass();
});

test('several values stand one below the other with their numbers', async ({ page }) => {
  const dialog = await openElement(page, '00189328');
  const values = dialog.getByRole('listitem');
  await expect(values.first()).toHaveText('10.5');
  await dialog.getByRole('region', { name: '40 values' }).focus();
  await page.keyboard.press('End');
  await expect(values.filter({ hasText: '39.5' })).toHaveText('4039.5');
});

test('a binary value is shown as hex, read as it is scrolled through', async ({ page }) => {
  const dialog = await openElement(page, '00291010');
  await expect(dialog).toContainText('100,000 bytes');
  const first = dialog.locator('[data-testid=hex-row][data-offset="0"]');
  await expect(first).toContainText('00000000');
  await expect(first).toContainText('00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f');
  const letters = dialog.locator('[data-testid=hex-row][data-offset="64"]');
  await expect(letters).toContainText('@ABCDEFGHIJKLMNO');
  await dialog.getByRole('region', { name: 'Bytes' }).focus();
  await page.keyboard.press('End');
  // 99,984 is 16 modulo 32 and 144 modulo 256.
  const last = dialog.locator('[data-testid=hex-row][data-offset="99984"]');
  await expect(last).toContainText('00018690');
  await expect(last).toContainText('90 91 92 93 94 95 96 97 98 99 9a 9b 9c 9d 9e 9f');
});

test('text can be looked at as its bytes, a nested element by where it stands', async ({ page }) => {
  const dialog = await openElement(page, '00082112[2].00081155');
  const trail = dialog.getByRole('list', { name: 'Stands in' }).getByRole('listitem');
  await expect(trail).toHaveText(['Source Image Sequence', 'Item 3', 'Referenced SOP Instance UID']);
  await expect(dialog).toContainText('00082112[2].00081155');
  await expect(dialog).toContainText('ReferencedSOPInstanceUID');
  await dialog.getByRole('tab', { name: 'Hex' }).click();
  await expect(dialog.getByTestId('hex-row')).toContainText('32 2e 32 35 2e 37 37 2e 33 00');
});

test('elements are copied: one, all that are shown, a whole value', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const row = rowOf(page, '00080060');
  await row.click();
  await page.keyboard.press('Control+c');
  await expect(page.getByRole('status').filter({ hasText: 'Copied: Modality' })).toBeVisible();
  expect(await clipboard()).toBe('(0008,0060)\tModality\tCT');

  await search(page).fill('2.25.77.2');
  await expect(rows(page)).toHaveCount(3);
  await page.getByRole('button', { name: 'Copy the rows shown' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied: 3 rows' })).toBeVisible();
  expect((await clipboard()).split('\n')).toEqual([
    'Tag\tName\tVR\tValue',
    '(0008,2112)\tSource Image Sequence\tSQ\t',
    '>\tItem 2\t\t',
    '>(0008,1155)\tReferenced SOP Instance UID\tUI\t2.25.77.2',
  ]);

  const long = await openElement(page, '00291011');
  await long.getByRole('button', { name: 'Copy value' }).click();
  await expect(long.getByRole('status')).toContainText('Copied');
  expect(await clipboard()).toBe(LONG_TEXT);
  await long.getByRole('tab', { name: 'Hex' }).click();
  await long.getByRole('button', { name: 'Copy hex' }).click();
  await expect(long.getByRole('status')).toContainText('as hex');
  expect((await clipboard()).split('\n')[0]).toBe(
    '00000000  4c 69 6e 65 20 30 20 6f 66 20 74 68 65 20 63 6f  Line 0 of the co',
  );
});

test('the tree is walked, opened and closed by keys alone', async ({ page }) => {
  await search(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(rowOf(page, '7FE00010')).toBeFocused();
  await page.keyboard.press('PageUp');
  await expect(rowOf(page, '7FE00010')).not.toBeFocused();
  await page.keyboard.press('Home');
  await expect(rows(page).first()).toBeFocused();

  await search(page).fill('2.25.77');
  await expect(rows(page)).toHaveCount(7);
  const sequence = rowOf(page, '00082112');
  await expect(sequence).toHaveAttribute('aria-expanded', 'true');
  await search(page).press('ArrowDown');
  await expect(sequence).toBeFocused();
  await expect(sequence).toHaveAttribute('aria-level', '1');
  await page.keyboard.press('ArrowRight');
  await expect(rowOf(page, '00082112[0]')).toBeFocused();
  await expect(rowOf(page, '00082112[0]')).toHaveAttribute('aria-setsize', '3');
  await page.keyboard.press('ArrowDown');
  const nested = rowOf(page, '00082112[0].00081155');
  await expect(nested).toBeFocused();
  await expect(nested).toHaveAttribute('aria-level', '3');

  await page.keyboard.press('Enter');
  const dialog = page.getByTestId('element-value');
  await expect(dialog).toContainText('2.25.77.1');
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('tab', { name: 'Hex' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(nested).toBeFocused();

  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(rowOf(page, '00082112[0]')).toHaveAttribute('aria-expanded', 'false');
  await expect(nested).toHaveCount(0);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(sequence).toHaveAttribute('aria-expanded', 'false');
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  // Its first item stays collapsed, as it was left.
  await expect(rows(page)).toHaveCount(6);
});

for (const theme of ['dark', 'light'] as const) {
  test(`axe finds nothing wrong with the workspace, the header pane and a value: ${theme}`, async ({
    page,
  }) => {
    if (theme === 'light') await page.getByRole('button', { name: 'Switch to light' }).click();
    await expectAccessible(page);
    await search(page).fill('glovebox');
    await filter(page, 'Private').click();
    await expect(rows(page)).toHaveCount(3);
    await rows(page).first().hover();
    await expectAccessible(page, 'section[aria-label=Header]');
    await rowOf(page, '00291011').dblclick();
    await expect(page.getByTestId('element-value')).toContainText('Line 0');
    await expectAccessible(page, '[data-testid=element-value]');
    await page.getByRole('tab', { name: 'Hex' }).click();
    await expect(page.getByTestId('hex-row').first()).toContainText('Line 0 of the co');
    await expectAccessible(page, '[data-testid=element-value]');
  });
}
