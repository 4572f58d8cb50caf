import type { Page } from '@playwright/test';
import { expect, test } from './glovebox-test';
import { expectControlsMarked, tabTo } from './keyboard';
import { CLIP, CT, REPORT, sopUidOfCt, wholeJobMembers, zipFile } from './test-archive';
import { openArchive, seriesRow, visitPage, waitForPhase } from './workspace';

test.beforeEach(async ({ page, visit }) => {
  await visitPage(page, visit);
});

test('the whole job is done by keyboard alone', async ({ page }) => {
  await tabTo(page, page.getByTestId('open-sample'));
  await page.keyboard.press('Enter');
  await waitForPhase(page, 'ready');

  const contents = page.getByRole('treegrid', { name: 'Contents' });
  await tabTo(page, contents.getByRole('row'));
  await page.keyboard.press('End');
  const last = page.getByTestId('series-row').last();
  await expect(last).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(last).toHaveAttribute('aria-selected', 'true');
  const viewport = page.getByTestId('viewport');
  await expect(viewport).toHaveAttribute('data-phase', 'ready');

  await tabTo(page, viewport);
  await page.keyboard.press('Home');
  await expect(viewport).toHaveAttribute('data-frame', '0');
  await page.keyboard.press('ArrowRight');
  await expect(viewport).toHaveAttribute('data-frame', '1');

  await tabTo(page, page.getByRole('searchbox', { name: 'Search the header' }));
  await page.keyboard.type('modality');
  await expect(page.getByTestId('header-row')).toHaveCount(1);
  await tabTo(page, page.getByTestId('header-row'));

  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys and mouse' });
  await expect(help).toContainText('Full dynamic range');
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await expect(page.getByTestId('header-row')).toBeFocused();
});

test('arrows walk the contents as a tree', async ({ page }) => {
  await openArchive(page, zipFile('job.zip', wholeJobMembers()));
  await waitForPhase(page, 'ready');
  const rows = page.getByRole('treegrid', { name: 'Contents' }).getByRole('row');
  const patient = rows.filter({ hasText: 'Roe, Jane' });
  await tabTo(page, rows);
  await page.keyboard.press('Home');
  await expect(rows.filter({ hasText: 'Miller, Sam' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(rows.filter({ hasText: 'Report' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(seriesRow(page, REPORT.uid)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(patient).toBeFocused();
  await expect(patient).toHaveAttribute('aria-level', '1');

  await page.keyboard.press('ArrowLeft');
  await expect(patient).toHaveAttribute('aria-expanded', 'false');
  await expect(seriesRow(page, CT.uid)).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(seriesRow(page, CT.uid)).toBeVisible();
  await page.keyboard.press('End');
  await expect(seriesRow(page, CLIP.uid)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(rows.filter({ hasText: '2024-09-17 09:30' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(seriesRow(page, CT.uid)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('viewport')).toHaveAttribute('data-sop-uid', sopUidOfCt(5));
});

test('every control has a name, and shows when it has the focus', async ({ page }) => {
  await openArchive(page, zipFile('job.zip', wholeJobMembers()));
  await waitForPhase(page, 'ready');
  await expect(page.getByTestId('viewport')).not.toHaveAttribute('data-phase', 'loading');
  await expect(page.getByTestId('header-row').first()).toBeVisible();
  await expectControlsMarked(page, 16);
});

for (const [width, height] of [
  [1024, 700],
  [390, 800],
] as const) {
  test(`nothing is cut off or scrolls sideways at ${String(width)} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await expectNoSidewaysScroll(page);
    await openArchive(page, zipFile('job.zip', wholeJobMembers()));
    await waitForPhase(page, 'ready');
    await expectNoSidewaysScroll(page);
    for (const name of ['Add', 'Sealed', 'Keys and mouse']) {
      await expect(page.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
    }
    if (width > 760) return;

    await seriesRow(page, CT.uid).click();
    for (const [label, shown] of [
      ['Image', page.getByTestId('viewport')],
      ['Header', page.getByTestId('header-row').first()],
      ['Contents', seriesRow(page, CT.uid)],
    ] as const) {
      await page.getByRole('navigation').getByRole('button', { name: label }).click();
      await expect(shown).toBeInViewport();
      await expectNoSidewaysScroll(page);
    }
  });
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const widths = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(widths).toBeLessThanOrEqual(0);
}
