import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { expect, test } from './glovebox-test';
import { CT_SHAPE, IDENTIFYING, wholeJobMembers, zipFile } from './test-archive';
import { openArchive, visitPage, waitForPhase } from './workspace';

test.beforeEach(async ({ page, visit }) => {
  visit.identifying.push(...IDENTIFYING);
  await visitPage(page, visit);
  await openArchive(page, zipFile('cd.zip', wholeJobMembers()));
  await waitForPhase(page, 'ready');
  await page.getByTestId('findings-count').click();
});

test('a pasted list is held against what is there: found, different, missing, extra', async ({ page }) => {
  const dialog = await openDialog(page);
  await dialog.getByRole('textbox').fill(`- Axial x ${CT_SHAPE.slices}\nClip x 3\nT2 coronal`);
  const lines = dialog.getByTestId('expected-line');
  await expect(lines).toHaveCount(4);
  await expect(resultOf(lines, 'found')).toContainText('Axial');
  await expect(resultOf(lines, 'differs')).toContainText('1 of 3');
  await expect(resultOf(lines, 'missing')).toContainText('T2 coronal');
  await expect(resultOf(lines, 'extra')).toContainText('Findings');
  await expect(dialog.getByRole('status')).toHaveText('1 found, 1 different, 1 missing, 1 series extra');
  await expectAccessible(page, '[data-testid=expected-content]');
});

test('the list and its result are in the report, until the archives are closed', async ({ page }) => {
  const dialog = await openDialog(page);
  await dialog.getByRole('textbox').fill('Axial\nT2 coronal');
  await expect(dialog.getByTestId('expected-line').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Report', exact: true }).click();
  const rows = page.getByTestId('report').getByRole('row');
  await expect(rows.filter({ hasText: 'T2 coronal' })).toContainText('Missing');
  await expect(rows.filter({ hasText: /^Axial/ })).toContainText('Found');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Close cd\.zip/ }).click();
  await openArchive(page, zipFile('other.zip', wholeJobMembers()));
  await waitForPhase(page, 'ready');
  await page.getByTestId('findings-count').click();
  await expect((await openDialog(page)).getByRole('textbox')).toHaveValue('');
});

test('it says what the headers themselves tell of what should be there', async ({ page }) => {
  const dialog = await openDialog(page);
  const row = dialog.getByRole('row').filter({ hasText: 'Axial' });
  await expect(row).toContainText('1 file with an instance that another file has too.');
});

function resultOf(lines: Locator, result: string): Locator {
  return lines.and(lines.page().locator(`[data-result=${result}]`));
}

async function openDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Expected content' }).click();
  const dialog = page.getByTestId('expected-content');
  await expect(dialog).toBeVisible();
  return dialog;
}
