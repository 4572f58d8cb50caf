import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { expect, test } from './glovebox-test';
import { CT, ctFile, ctImage, IDENTIFYING, instanceFile, sopUidOfCt, zipFile } from './test-archive';
import { openArchive, openSeries, seriesRow, visitPage, waitForPhase } from './workspace';

/** Stands in the second slice only, in an item of a sequence. */
const NESTED = 'CT for Jane Roe';
const NESTED_PATH = '00400275[0].00400007';
const NOTES = new TextEncoder().encode('Call Jane Roe about the CT.');

const MEMBERS = [
  { name: 'Roe_Jane/IM0', content: ctFile(0) },
  {
    name: 'Roe_Jane/IM1',
    content: instanceFile(CT, { uid: sopUidOfCt(1), number: 2 }, [
      ...ctImage(1),
      [0x00400275, 'SQ', [[[0x00400007, 'LO', NESTED]]]],
    ]),
  },
  { name: 'Roe_Jane/IM2', content: ctFile(2) },
  { name: 'notes.txt', content: NOTES },
];

test.beforeEach(async ({ page, visit }) => {
  visit.identifying.push(...IDENTIFYING);
  await visitPage(page, visit);
  await openArchive(page, zipFile('findings.zip', MEMBERS));
  await waitForPhase(page, 'ready');
  await page.getByTestId('findings-count').press('Enter');
  // By then the look into whole files has ended, and the checks have gone over what it found.
  await filterField(page).fill('notes.txt');
  await expect(finding(page, 'other-files', 'notes.txt').first()).toBeVisible();
  await filterField(page).fill('');
  await expect(finding(page, 'profile', 'Roe^Jane')).toBeVisible();
});

test('findings stand below their checks, each value once', async ({ page }) => {
  const name = finding(page, 'profile', 'Roe^Jane');
  await expect(name).toHaveAttribute('data-severity', 'stop');
  await expect(name).toHaveAttribute('aria-level', '2');
  await expect(name).toContainText("Patient's Name");
  await expect(name).toContainText('(0010,0010)');
  await expect(name).toContainText('3 instances');

  const check = list(page).getByRole('row', { name: 'Profile attributes' });
  await expect(check).toHaveAttribute('aria-expanded', 'true');
  await check.click();
  await expect(check).toHaveAttribute('aria-expanded', 'false');
  await expect(page.locator('[data-testid=finding][data-check=profile]')).toHaveCount(0);
});

test('the filter finds values, attributes and tags, and leaves severities', async ({ page }) => {
  const filter = filterField(page);
  const findings = page.getByTestId('finding');
  await filter.fill('jane for');
  await expect(findings.filter({ hasText: NESTED }).first()).toBeVisible();
  await expect(findings.filter({ hasNotText: NESTED })).toHaveCount(0);

  await filter.fill('(0010,0020)');
  await expect(findings.first()).toContainText('Patient ID');
  await filter.press('Escape');
  await expect(filter).toHaveValue('');

  await page.getByRole('button', { name: /^Stop / }).click();
  await expect(page.locator('[data-testid=finding]:not([data-severity=stop])')).toHaveCount(0);
  await expect(finding(page, 'profile', 'Roe^Jane')).toHaveCount(1);
});

test('findings are decided on by keyboard, and what remains is counted', async ({ page }) => {
  const before = await remaining(page);
  const name = await goTo(page, 'Roe^Jane');

  await page.keyboard.press('a');
  await expect(name).toContainText('Accepted');
  await expect(name).not.toBeFocused();
  await expectRemaining(page, before - 1);

  await page.keyboard.press('f');
  await expectRemaining(page, before - 2);
  await page.keyboard.press('z');
  await expectRemaining(page, before - 1);
  await page.keyboard.press('Control+z');
  await expectRemaining(page, before);
  await expect(name).toBeFocused();
  await expect(name).not.toContainText('Accepted');
  await page.keyboard.press('Control+y');
  await expect(name).toContainText('Accepted');
  await page.keyboard.press('Delete');
  await expectRemaining(page, before);
});

test('a note is kept with the decision', async ({ page }) => {
  const name = await goTo(page, 'Roe^Jane');
  const note = page.getByRole('textbox', { name: 'Note' });
  await page.keyboard.press('n');
  await expect(note).toBeFocused();
  await page.keyboard.type('A phantom');
  await page.keyboard.press('Enter');
  await expect(name).toBeFocused();
  await expect(name).toContainText('Accepted');

  await page.keyboard.press('ArrowDown');
  await expect(note).toHaveValue('');
  await page.keyboard.press('ArrowUp');
  await expect(note).toHaveValue('A phantom');
});

test('all that a check has found is decided on at once, but for what was decided before', async ({
  page,
}) => {
  const name = await goTo(page, 'Roe^Jane');
  await page.keyboard.press('f');
  await page.keyboard.press('Home');
  const check = list(page).getByRole('row', { name: 'Profile attributes' });
  await expect(check).toBeFocused();
  await page.keyboard.press('a');
  await expect(page.locator('[data-testid=finding]:focus')).not.toHaveAttribute('data-check', 'profile');
  await page.keyboard.press('Home');
  await expect(check).toContainText('Accepted');
  await expect(name).toContainText('Flagged');
  await expect(finding(page, 'profile', 'P-17').first()).toContainText('Accepted');
  await filterField(page).fill(NESTED);
  await expect(finding(page, 'profile', NESTED)).toContainText('Accepted');
  await expect(finding(page, 'echoes', NESTED)).toBeVisible();
  await expect(finding(page, 'echoes', NESTED)).not.toContainText('Accepted');
});

test('only what waits for a decision is listed, if wanted', async ({ page }) => {
  const toDecide = page.getByRole('button', { name: /^To decide / });
  await toDecide.click();
  const name = await goTo(page, 'Roe^Jane');
  await page.keyboard.press('a');
  await expect(name).toHaveCount(0);
  // The focus is on what comes next, so that the keys go on.
  await expect(page.locator('[data-testid=finding]:focus')).toHaveCount(1);
});

test('a finding leads to its element, and back', async ({ page }) => {
  const nested = await goTo(page, NESTED);
  await page.keyboard.press(' ');
  const row = page.locator(`[data-testid=header-row][data-path="${NESTED_PATH}"]`);
  await expect(row).toHaveAttribute('aria-current', 'true');
  await expect(nested).toBeFocused();
  await expect(page.getByTestId('viewport')).toHaveAttribute('data-sop-uid', sopUidOfCt(1));

  await page.keyboard.press('Enter');
  await expect(row).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(nested).toBeFocused();
});

test('a finding leads to its element also where a search of the header hides it', async ({ page }) => {
  await page.getByRole('searchbox', { name: 'Search the header' }).fill('modality');
  await goTo(page, NESTED);
  await page.keyboard.press('Enter');
  await expect(page.locator(`[data-testid=header-row][data-path="${NESTED_PATH}"]`)).toBeFocused();
});

test('the next place of a finding is another file of those that hold it', async ({ page }) => {
  await goTo(page, 'Roe^Jane');
  await page.getByTestId('findings-evidence').getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByTestId('viewport')).toHaveAttribute('data-phase', 'ready');
  const first = await page.getByTestId('viewport').getAttribute('data-sop-uid');
  const next = page.getByRole('button', { name: /^Next place/ });
  await next.click();
  await expect(next).toContainText('2 of 3');
  await expect(page.getByTestId('viewport')).not.toHaveAttribute('data-sop-uid', first ?? '');
});

test('a file is shown in the list of files, with its text', async ({ page }) => {
  await goTo(page, 'notes.txt');
  await page.keyboard.press('Enter');
  const preview = page.getByRole('dialog', { name: 'notes.txt' });
  await expect(preview).toContainText('Call Jane Roe');
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
  await expect(page.getByRole('tab', { name: /^Files/ })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('listitem').filter({ hasText: 'notes.txt' }).getByRole('button')).toBeVisible();
});

test('header and contents say where findings are', async ({ page }) => {
  await page.getByRole('tab', { name: /^Series/ }).click();
  await expect(seriesRow(page, CT.uid).getByTestId('series-findings')).toBeVisible();
  await openSeries(page, CT.uid);
  await page.locator('[data-filter=findings]').click();
  const name = page.locator('[data-testid=header-row][data-path="00100010"]');
  await expect(name).toBeVisible();
  await expect(page.locator('[data-testid=header-row][data-path="00280010"]')).toHaveCount(0);

  await name.getByRole('button', { name: /^Stop/ }).click();
  await expect(page.getByTestId('finding').filter({ hasText: 'Roe^Jane' }).first()).toBeFocused();
});

test('decisions last until the archive is closed', async ({ page }) => {
  const name = await goTo(page, 'Roe^Jane');
  await page.keyboard.press('a');
  await openArchive(page, zipFile('more.zip', [{ name: 'IM3', content: ctFile(3) }]));
  await waitForPhase(page, 'ready');
  await expect(name).toContainText('4 instances');
  await expect(name).toContainText('Accepted');

  for (const archive of ['findings.zip', 'more.zip']) {
    await page.getByRole('button', { name: `Close ${archive}` }).click();
  }
  await waitForPhase(page, 'empty');
  await openArchive(page, zipFile('findings.zip', MEMBERS));
  await waitForPhase(page, 'ready');
  await expect(name).toBeVisible();
  await expect(name).not.toContainText('Accepted');
});

test('the findings are accessible, dark and light', async ({ page }) => {
  await goTo(page, 'Roe^Jane');
  await page.keyboard.press('a');
  await page.keyboard.press('f');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Switch to light' }).click();
  await expectAccessible(page);
});

function list(page: Page): Locator {
  return page.getByRole('treegrid', { name: 'Findings' });
}

/** Of a check, by its value or its place. */
function finding(page: Page, check: string, text: string): Locator {
  return page.locator(`[data-testid=finding][data-check=${check}]`).filter({ hasText: text });
}

function filterField(page: Page): Locator {
  return page.getByRole('searchbox', { name: 'Filter findings' });
}

/** Gives the first finding with a text the focus, wherever in the list it stands. */
async function goTo(page: Page, text: string): Promise<Locator> {
  const row = page.getByTestId('finding').filter({ hasText: text }).first();
  await filterField(page).fill(text);
  await row.click();
  await filterField(page).fill('');
  await filterField(page).press('ArrowDown');
  await expect(row).toBeFocused();
  return row;
}

async function remaining(page: Page): Promise<number> {
  return Number(await page.getByTestId('findings-count').getAttribute('data-value'));
}

function expectRemaining(page: Page, count: number): Promise<void> {
  return expect(page.getByTestId('findings-count')).toHaveAttribute('data-value', String(count));
}
