import type { Locator, Page } from '@playwright/test';
import { writePart10, type DataSetDescription } from '../src/fixtures/dicom-writer';
import { commonModules } from '../src/fixtures/modules';
import { expectAccessible } from './axe';
import { expect, test } from './glovebox-test';
import { IDENTIFYING, JANE, REPORT, zipFile, type ChosenFile } from './test-archive';
import { openArchive, openSeries, seriesRow, visitPage, waitForPhase } from './workspace';

const BEFORE = { uid: '2.25.7001', number: 1, description: 'Before' };
const AFTER = { uid: '2.25.7002', number: 2, description: 'After' };
const LATER = { uid: '2.25.7003', number: 3, description: 'Later' };

/** A document of a series, which differs in nothing from one of another but in what is named here. */
function documentOf(
  series: typeof BEFORE,
  others: { readonly referenced: string; readonly protocol?: string },
): Uint8Array {
  const protocol: DataSetDescription =
    others.protocol === undefined ? [] : [[0x00181030, 'LO', others.protocol]];
  const facts = {
    patient: JANE,
    study: REPORT.study,
    series: { ...series, frameOfReferenceUid: '2.25.4001' },
    instanceUid: series.uid.replace('7', '8'),
    instanceNumber: 1,
  };
  return writePart10([
    ...commonModules(facts),
    [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.88.11'],
    [0x00080060, 'CS', 'SR'],
    [0x00081140, 'SQ', [[[0x00081155, 'UI', others.referenced]]]],
    ...protocol,
  ]);
}

const BEFORE_ZIP = archiveOf('before.zip', documentOf(BEFORE, { referenced: '1.2.30', protocol: 'Chest' }));
const AFTER_ZIP = archiveOf('after.zip', documentOf(AFTER, { referenced: '1.2.40' }));
const LATER_ZIP = archiveOf('later.zip', documentOf(LATER, { referenced: '1.2.40', protocol: 'Chest' }));

/** Between the first two documents: their UIDs, the series' number and name, and what was given for each. */
const DIFFERENCES = [
  '00020003',
  '00080018',
  '0008103E',
  '00081140[0].00081155',
  '00181030',
  '0020000E',
  '00200011',
];

function archiveOf(name: string, content: Uint8Array): ChosenFile {
  return zipFile(name, [{ name: 'REPORT', content }]);
}

test.beforeEach(async ({ page, visit }) => {
  visit.identifying.push(...IDENTIFYING);
  await visitPage(page, visit);
});

test('two headers stand side by side with their differences marked', async ({ page }) => {
  await pinHeaders(page, [BEFORE_ZIP, AFTER_ZIP], [BEFORE.uid, AFTER.uid]);
  const dialog = await compare(page, 2);
  await expect(heads(dialog)).toHaveText([/Roe, Jane.*1 · Before.*before\.zip/, /2 · After.*after\.zip/]);

  await expect(row(dialog, '00100010')).toHaveAttribute('data-differs', 'false');
  const referenced = row(dialog, '00081140[0].00081155');
  await expect(referenced.getByRole('gridcell')).toHaveText(['1.2.30', '1.2.40']);
  // The part that differs.
  await expect(referenced.locator('mark')).toHaveText(['3', '4']);
  await expect(row(dialog, '00181030').getByRole('gridcell')).toHaveText(['Chest', 'missing']);
  await expectAccessible(page, '[data-testid=compare]');

  const onlyDifferences = dialog.getByRole('button', { name: 'Only differences 7' });
  await onlyDifferences.click();
  // With the sequence and the item that one of them is in.
  await expect(dialog.getByTestId('compare-row')).toHaveCount(DIFFERENCES.length + 2);
  for (const path of DIFFERENCES) await expect(row(dialog, path)).toHaveAttribute('data-differs', 'true');
  await row(dialog, '00081140').click();
  await expect(dialog.getByTestId('compare-row')).toHaveCount(DIFFERENCES.length);

  const search = dialog.getByRole('searchbox', { name: 'Search the headers' });
  await search.fill('chest');
  await expect(dialog.getByTestId('compare-row')).toHaveCount(1);
  await search.fill('0010,0010');
  await expect(dialog.getByTestId('compare-row')).toHaveCount(0);
  await onlyDifferences.click();
  await expect(row(dialog, '00100010').getByRole('gridcell')).toHaveText(['Roe^Jane', 'Roe^Jane']);
});

test('one pinned header is compared with the one that is shown', async ({ page }) => {
  await pinHeaders(page, [BEFORE_ZIP, AFTER_ZIP], [BEFORE.uid]);
  await expect(page.getByRole('button', { name: 'Compare (1)' })).toBeDisabled();
  await openSeries(page, AFTER.uid);
  const dialog = await compare(page, 2);
  await expect(heads(dialog)).toHaveText([/Before/, /After/]);
});

test('headers are unpinned over their columns, until there is nothing to compare', async ({ page }) => {
  const archives = [BEFORE_ZIP, AFTER_ZIP, LATER_ZIP];
  await pinHeaders(page, archives, [BEFORE.uid, AFTER.uid, LATER.uid]);
  const dialog = await compare(page, 3);
  await expect(row(dialog, '00181030').getByRole('gridcell')).toHaveText(['Chest', 'missing', 'Chest']);
  await unpin(dialog, 'After');
  await expect(row(dialog, '00181030').getByRole('gridcell')).toHaveText(['Chest', 'Chest']);
  await expect(row(dialog, '00181030')).toHaveAttribute('data-differs', 'false');
  await unpin(dialog, 'Before');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Pin this header to compare it' }).click();
  await expect(page.getByRole('button', { name: /^Compare/ })).toHaveCount(0);
});

test('a header is unpinned when its archive is closed', async ({ page }) => {
  await pinHeaders(page, [BEFORE_ZIP, AFTER_ZIP], [BEFORE.uid, AFTER.uid]);
  await page.getByRole('button', { name: 'Close before.zip' }).click();
  await expect(seriesRow(page, BEFORE.uid)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Compare (1)' })).toBeDisabled();
});

test('headers are compared by keyboard alone', async ({ page }) => {
  await pinHeaders(page, [BEFORE_ZIP, AFTER_ZIP], [BEFORE.uid]);
  await openSeries(page, AFTER.uid);
  await expect(pinButton(page)).toHaveAttribute('aria-pressed', 'false');
  await pinButton(page).focus();
  await page.keyboard.press('Enter');
  await expect(pinButton(page)).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');

  const dialog = page.getByTestId('compare');
  const focused = dialog.locator('[data-testid=compare-row]:focus');
  for (let presses = 0; presses < 12 && (await focused.count()) === 0; presses++) {
    await expect(dialog.getByTestId('compare-row').first()).toBeVisible();
    await page.keyboard.press('Tab');
  }
  await expect(focused).toHaveAttribute('data-path', '00020000');
  for (const path of DIFFERENCES.slice(0, 4)) {
    await page.keyboard.press('n');
    await expect(focused).toHaveAttribute('data-path', path);
  }
  await page.keyboard.press('p');
  await expect(focused).toHaveAttribute('data-path', '0008103E');

  await page.keyboard.press('n');
  await page.keyboard.press('ArrowLeft');
  await expect(focused).toHaveAttribute('data-path', '00081140[0]');
  await page.keyboard.press('ArrowLeft');
  await expect(focused).toHaveAttribute('aria-expanded', 'false');
  await expect(row(dialog, '00081140[0].00081155')).toHaveCount(0);
  // What is closed stands for the differences in it.
  await page.keyboard.press('p');
  await page.keyboard.press('n');
  await expect(focused).toHaveAttribute('data-path', '00081140[0]');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(focused).toHaveAttribute('data-path', '00081140[0].00081155');

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Compare (2)' })).toBeFocused();
});

/** Opens archives, and pins the headers of series one after the other. */
async function pinHeaders(
  page: Page,
  archives: readonly ChosenFile[],
  seriesUids: readonly string[],
): Promise<void> {
  for (const archive of archives) await openArchive(page, archive);
  for (const uid of seriesUids) await expect(seriesRow(page, uid)).toBeVisible();
  await waitForPhase(page, 'ready');
  for (const uid of seriesUids) {
    await openSeries(page, uid);
    await expect(pinButton(page)).toHaveAttribute('aria-pressed', 'false');
    await pinButton(page).click();
    await expect(pinButton(page)).toHaveAttribute('aria-pressed', 'true');
  }
}

function pinButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Pin this header to compare it' });
}

async function compare(page: Page, headers: number): Promise<Locator> {
  await page.getByRole('button', { name: `Compare (${String(headers)})` }).click();
  const dialog = page.getByTestId('compare');
  await expect(dialog.getByTestId('compare-row').first()).toBeVisible();
  await expect(heads(dialog)).toHaveCount(headers);
  return dialog;
}

/** Of the columns of values. */
function heads(dialog: Locator): Locator {
  return dialog.getByRole('columnheader').filter({ hasText: 'Roe, Jane' });
}

async function unpin(dialog: Locator, series: string): Promise<void> {
  await heads(dialog).filter({ hasText: series }).getByRole('button', { name: 'Unpin this header' }).click();
}

function row(dialog: Locator, path: string): Locator {
  return dialog.locator(`[data-testid=compare-row][data-path="${path}"]`);
}
