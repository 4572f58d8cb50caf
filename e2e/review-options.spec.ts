import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expectAccessible } from './axe';
import { expect, test } from './glovebox-test';
import { JANE, wholeJobMembers, zipFile } from './test-archive';
import { openArchive, visitPage, waitForPhase } from './workspace';

test.beforeEach(async ({ page, visit }) => {
  visit.identifying.push('Zebulon');
  await visitPage(page, visit);
  await openArchive(page, zipFile('job.zip', wholeJobMembers()));
  await waitForPhase(page, 'ready');
  await page.getByRole('tab', { name: /^Findings/ }).click();
});

const optionsButton = (page: Page): Locator => page.getByTestId('review-options');

async function openOptions(page: Page): Promise<Locator> {
  await optionsButton(page).click();
  const dialog = page.getByTestId('review-options-dialog');
  await expect(dialog).toBeVisible();
  return dialog;
}

const option = (dialog: Locator, name: string): Locator => dialog.getByRole('switch', { name });

/** What a file chosen for the options says. */
const asOptions = (content: string) => ({
  name: 'options.json',
  mimeType: 'application/json',
  buffer: Buffer.from(content),
});

test('what is allowed shows on the button, and full and moved dates exclude each other', async ({ page }) => {
  await expect(optionsButton(page)).toHaveText('Options');
  const dialog = await openOptions(page);
  await option(dialog, 'UIDs').click();
  await option(dialog, 'Dates as they are').click();
  await option(dialog, 'Dates that were moved').click();
  await expect(option(dialog, 'Dates as they are')).not.toBeChecked();
  await expect(option(dialog, 'Dates that were moved')).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(optionsButton(page)).toContainText('2 allowed');
});

const filterOf = (page: Page): Locator => page.getByRole('searchbox', { name: 'Filter findings' });

test('what the transfer allows is found no more', async ({ page }) => {
  const findings = page.getByTestId('finding');
  await filterOf(page).fill("Patient's Sex");
  await expect(findings).toHaveCount(2);
  const dialog = await openOptions(page);
  await option(dialog, 'Characteristics of the patient').click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(findings).toHaveCount(0);
  await filterOf(page).fill(JANE.name);
  await expect(findings.first()).toBeVisible();
});

test('a term of the reviewer’s own is found', async ({ page }) => {
  const findings = page.getByTestId('finding').filter({ hasText: 'README.txt' });
  await filterOf(page).fill('README');
  await expect(findings.and(page.locator('[data-severity=stop]'))).toHaveCount(0);
  const dialog = await openOptions(page);
  await dialog.getByRole('textbox', { name: 'Terms to find' }).fill('readme');
  await page.keyboard.press('Escape');
  await expect(optionsButton(page)).toContainText('1 term');
  await expect(findings.and(page.locator('[data-severity=stop]')).first()).toBeVisible();
});

test('options are saved as a file and opened again', async ({ page }) => {
  const dialog = await openOptions(page);
  await option(dialog, 'Identity of devices').click();
  await dialog.getByRole('textbox', { name: 'Patients expected' }).fill('2');
  await dialog.getByRole('textbox', { name: 'Terms to find' }).fill('Zebulon\n\n P-99 ');
  const saving = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as file' }).click();
  const saved = await readFile(await (await saving).path(), 'utf8');
  expect(JSON.parse(saved)).toEqual({
    format: 'glovebox-review-options',
    version: 1,
    allowed: ['retainDeviceIdentity'],
    expectedPatients: 2,
    termsToFind: ['Zebulon', 'P-99'],
    termsToAllow: [],
  });

  await dialog.getByRole('button', { name: 'Reset' }).click();
  await expect(option(dialog, 'Identity of devices')).not.toBeChecked();
  await expect(dialog.getByRole('textbox', { name: 'Terms to find' })).toHaveValue('');
  await dialog.getByTestId('open-review-options').setInputFiles(asOptions(saved));
  await expect(option(dialog, 'Identity of devices')).toBeChecked();
  await expect(dialog.getByRole('textbox', { name: 'Patients expected' })).toHaveValue('2');
  await expect(dialog.getByRole('textbox', { name: 'Terms to find' })).toHaveValue('Zebulon\nP-99');
});

test('a file that is something else changes nothing, and says why', async ({ page }) => {
  const dialog = await openOptions(page);
  await option(dialog, 'UIDs').click();
  await dialog.getByTestId('open-review-options').setInputFiles(asOptions('{"format":"other"}'));
  await expect(dialog.getByRole('status')).toContainText(
    'cannot be opened as review options: it holds something else',
  );
  await expect(option(dialog, 'UIDs')).toBeChecked();
});

test('axe finds nothing', async ({ page }) => {
  const dialog = await openOptions(page);
  await option(dialog, 'UIDs').click();
  await expectAccessible(page, '[data-testid=review-options-dialog]');
});
