import { appendFileSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './glovebox-test';
import { buildLongScanArchive } from './long-scan-archive';
import { ctMembers, zipFile } from './test-archive';
import { ViewportHandle } from './viewport';
import { expectCount, openArchive, visitPage, waitForPhase } from './workspace';

const SERIES = 20;
const INSTANCES = 200;
const FILES = SERIES * INSTANCES;

test.describe('while a large archive is read', () => {
  // The archive is built once.
  test.describe.configure({ mode: 'default' });

  let folder: string;
  let archive: string;

  test.beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'glovebox-'));
    archive = join(folder, 'large.zip');
    writeFileSync(archive, buildLongScanArchive(SERIES, INSTANCES));
  });

  test.afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('series open and scroll before its end', async ({ page, visit }) => {
    await visitPage(page, visit);
    await openArchive(page, archive);
    await expect(page.getByTestId('series-row').nth(1)).toBeVisible();
    const second = page.getByTestId('series-row').nth(1);
    const uid = await second.getAttribute('data-series-uid');
    await second.click();
    const viewport = new ViewportHandle(page);
    await viewport.expectReady();
    await expect(selectedSeries(page)).toHaveAttribute('data-series-uid', uid ?? '');
    const shown = await viewport.locator.getAttribute('data-sop-uid');
    await viewport.hover(200, 200);
    await page.mouse.wheel(0, 100);
    await expect(viewport.locator).not.toHaveAttribute('data-sop-uid', shown ?? '');
    expect(await phaseOf(page), 'all of this was done during the scan').toBe('scanning');
    await expect(page.getByRole('progressbar', { name: 'Reading large.zip' })).toBeVisible();

    await waitForPhase(page, 'ready');
    await expectCount(page, 'count-entries', FILES);
    await expectCount(page, 'count-dicom', FILES);
    await expectCount(page, 'count-patients', 1);
    await expectCount(page, 'count-studies', 1);
    await expectCount(page, 'count-series', SERIES);
    // What was opened meanwhile is still open.
    await expect(viewport.locator).toHaveAttribute('data-phase', 'ready');
  });

  test('cancel ends it at once: what was read is shown, the rest is skipped', async ({ page, visit }) => {
    await visitPage(page, visit);
    await openArchive(page, archive);
    await expect(page.getByTestId('series-row').first()).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByTestId('workspace')).toHaveAttribute('data-phase', 'ready', { timeout: 500 });
    await expect(page.getByRole('status').filter({ hasText: 'large.zip' })).toContainText('cancelled');
    await new ViewportHandle(page).expectReady();

    await page.getByRole('tab', { name: /^Files/ }).click();
    const byState = await countsByState(page);
    expect(byState['Skipped'], 'the scan had not come to its end').toBeGreaterThan(0);
    expect(byState['Images']).toBeGreaterThan(0);
    const { All: all, ...states } = byState;
    expect(all).toBe(FILES);
    expect(Object.values(states).reduce((sum, count) => sum + count, 0)).toBe(all);
    await expectCount(page, 'count-entries', FILES);
    await expectCount(page, 'count-dicom', byState['Images'] ?? 0);
    // Nobody works on behind the user's back.
    await page.waitForTimeout(500);
    expect(await countsByState(page)).toEqual(byState);
  });

  test('an archive that waits for its turn is cancelled at once too', async ({ page, visit }) => {
    await visitPage(page, visit);
    await openArchive(page, archive);
    await expect(page.getByTestId('series-row').first()).toBeVisible();
    await openArchive(page, zipFile('second.zip', ctMembers()));
    const second = page.getByRole('progressbar', { name: 'Reading second.zip' });
    const progress = page.getByRole('status').filter({ has: second });
    await progress.getByRole('button', { name: 'Cancel' }).click();
    await expect(second).toHaveCount(0, { timeout: 500 });
    expect(await phaseOf(page), 'the first is still being read').toBe('scanning');
    await expect(page.getByRole('status').filter({ hasText: 'second.zip' })).toContainText('cancelled');
    await waitForPhase(page, 'ready');
    await expectCount(page, 'count-dicom', FILES);
  });

  test('a file that changes meanwhile is said to have changed, once for all', async ({ page, visit }) => {
    const changing = join(folder, 'changing.zip');
    copyFileSync(archive, changing);
    await visitPage(page, visit);
    await openArchive(page, changing);
    await expect(page.getByTestId('series-row').first()).toBeVisible();
    appendFileSync(changing, 'more');
    await waitForPhase(page, 'ready');
    const notice = page.getByRole('alert').filter({ hasText: 'changing.zip' });
    await expect(notice).toHaveCount(1);
    await expect(notice).toHaveAttribute('data-code', 'source-unreadable');
    await expect(notice).toContainText('changed');
    await expectCount(page, 'count-entries', FILES);
    await expect(page.getByTestId('series-row').first()).toBeVisible();
  });
});

function selectedSeries(page: Page) {
  return page.locator('[data-testid=series-row][aria-selected=true]');
}

function phaseOf(page: Page): Promise<string | null> {
  return page.getByTestId('workspace').getAttribute('data-phase');
}

/** Of the Files tab: `{ All: 4000, Images: 811, Skipped: 3189 }`. */
async function countsByState(page: Page): Promise<Readonly<Record<string, number>>> {
  const texts = await page.getByRole('group', { name: 'Files by state' }).getByRole('button').allInnerTexts();
  return Object.fromEntries(
    texts.map((text) => {
      const [, state = '', count = ''] = /^(.*?)\s+([\d,]+)$/s.exec(text) ?? [];
      return [state, Number(count.replaceAll(',', ''))];
    }),
  );
}
