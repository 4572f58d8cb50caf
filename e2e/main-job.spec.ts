import type { Page } from '@playwright/test';
import { expect, test } from './glovebox-test';
import {
  CLIP,
  CT,
  CT_SHAPE,
  ctFile,
  IDENTIFYING,
  REPORT,
  sopUidOfCt,
  WHOLE_JOB,
  wholeJobMembers,
  zipFile,
  type ChosenFile,
} from './test-archive';
import { ViewportHandle } from './viewport';
import { expectCount, openArchive, openSeries, seriesRow, visitPage, waitForPhase } from './workspace';

const archive = zipFile('job.zip', wholeJobMembers());
/** One slice of a series that the first archive has not. */
const OTHER = { ...CT, uid: '2.25.2099', description: 'Other', patient: { ...CT.patient, id: 'P-99' } };

test.beforeEach(async ({ page, visit }) => {
  visit.identifying.push(...IDENTIFYING);
  await visitPage(page, visit);
  await waitForPhase(page, 'empty');
});

test('an archive fills the page: ledger, patients, studies, series, image and header', async ({ page }) => {
  await openArchive(page, archive);
  await waitForPhase(page, 'ready');
  await expectWholeJob(page);
  await expect(page.getByRole('banner')).toContainText(
    /15 DICOM of 17 files · 2 patients · 3 studies · 3 series · [\d.]+ kB · [\d.]+ s · 1 problem/,
  );

  const contents = page.getByRole('treegrid', { name: 'Contents' });
  await expect(contents.getByRole('row', { name: 'Roe, Jane P-17' })).toBeVisible();
  await expect(contents.getByRole('row', { name: 'Miller, Sam P-42' })).toBeVisible();
  await expect(contents.getByRole('row', { name: /CT chest 2024-03-05 09:30 · Acc. A1/ })).toBeVisible();
  await expect(seriesRow(page, CT.uid)).toHaveAttribute('data-instances', String(CT_SHAPE.slices));
  await expect(seriesRow(page, CT.uid)).toContainText('3 · Axial');
  await expect(seriesRow(page, CT.uid)).toContainText('40 × 48');
  await expect(seriesRow(page, CLIP.uid)).toHaveAttribute('data-instances', '1');
  await expect(seriesRow(page, REPORT.uid)).toContainText('SR');

  await openSeries(page, CT.uid);
  const viewport = new ViewportHandle(page);
  await viewport.expectReady();
  await viewport.expectImage(sopUidOfCt(5));
  await expect(headerRow(page, '00080018')).toContainText(sopUidOfCt(5));
});

test('an archive may be dropped anywhere on the window', async ({ page }) => {
  await dropOnWindow(page, archive);
  await waitForPhase(page, 'ready');
  await expectWholeJob(page);
  await expect(page.getByText('Drop to open')).toBeHidden();
});

test('the header is searched by tag, keyword, name and value, and follows the image', async ({ page }) => {
  await openArchive(page, archive);
  await openSeries(page, CT.uid);
  const viewport = new ViewportHandle(page);
  await viewport.expectReady();
  const search = page.getByRole('searchbox', { name: 'Search the header' });
  for (const text of ['0010,0020', '(0010,0020)', '00100020', 'PatientID', 'patient id', 'p-17']) {
    await search.fill(text);
    await expect(headerRow(page, '00100020')).toContainText('Patient ID');
    await expect(headerRow(page, '00100020')).toContainText('P-17');
    await expect(headerRow(page, '00080060')).toHaveCount(0);
  }
  await search.fill('nothing has this');
  await expect(page.getByTestId('header-row')).toHaveCount(0);
  await expect(page.getByText('Nothing in this header matches')).toBeVisible();

  await search.fill('00080018');
  await viewport.locator.focus();
  await page.keyboard.press('End');
  await expect(headerRow(page, '00080018')).toContainText(sopUidOfCt(CT_SHAPE.slices - 1));
});

test('the filter leaves what matches, and what it stands in', async ({ page }) => {
  await openArchive(page, archive);
  await waitForPhase(page, 'ready');
  const filter = page.getByRole('searchbox', { name: 'Filter contents' });
  const contents = page.getByRole('treegrid', { name: 'Contents' });
  await filter.fill('miller');
  await expect(page.getByTestId('series-row')).toHaveCount(1);
  await expect(seriesRow(page, REPORT.uid)).toBeVisible();
  await expect(contents.getByText('Roe, Jane')).toBeHidden();
  await filter.fill('roe us');
  await expect(page.getByTestId('series-row')).toHaveCount(1);
  await expect(seriesRow(page, CLIP.uid)).toBeVisible();
  await filter.fill('no such thing');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await filter.fill('');
  await expect(page.getByTestId('series-row')).toHaveCount(WHOLE_JOB.series);
});

test('the Files tab says what became of each file', async ({ page }) => {
  await openArchive(page, archive);
  await waitForPhase(page, 'ready');
  await page.getByRole('tab', { name: `Files ${String(WHOLE_JOB.files)}` }).click();
  const states = page.getByRole('group', { name: 'Files by state' });
  const files = page.getByRole('list', { name: 'Files' }).getByRole('listitem');
  const expected = [
    ['Images', WHOLE_JOB.images, 'CLIP'],
    ['No image', WHOLE_JOB.withoutImage, 'REPORT'],
    ['Duplicates', WHOLE_JOB.duplicates, 'copy of IM0.dcm'],
    ['Not DICOM', WHOLE_JOB.notDicom, 'README.txt'],
    ['Unreadable', WHOLE_JOB.unreadable, 'cut.dcm'],
  ] as const;
  for (const [state, count, path] of expected) {
    await states.getByRole('button', { name: `${state} ${String(count)}` }).click();
    await expect(files).toHaveCount(count);
    await expect(files.filter({ hasText: path })).toHaveCount(1);
  }
  await states.getByRole('button', { name: `All ${String(WHOLE_JOB.files)}` }).click();
  await page.getByRole('searchbox', { name: 'Filter contents' }).fill('IM11');
  await expect(files).toHaveCount(1);
  // The last of twelve entries holds slice 11 * 7 modulo 12.
  await files.getByRole('button').click();
  await new ViewportHandle(page).expectImage(sopUidOfCt(5));
});

test('a second archive adds to the first; closing one takes its content along', async ({ page }) => {
  await openArchive(page, archive);
  await waitForPhase(page, 'ready');
  await openSeries(page, CT.uid);
  await openArchive(page, otherArchive());
  await waitForPhase(page, 'ready');
  await expectCount(page, 'count-entries', WHOLE_JOB.files + 1);
  await expectCount(page, 'count-dicom', WHOLE_JOB.dicom + 1);
  await expectCount(page, 'count-patients', WHOLE_JOB.patients + 1);
  await expectCount(page, 'count-series', WHOLE_JOB.series + 1);
  // What was open stays open.
  await expect(seriesRow(page, CT.uid)).toHaveAttribute('aria-selected', 'true');

  await openSeries(page, OTHER.uid);
  const viewport = new ViewportHandle(page);
  await viewport.expectImage(sopUidOfCt(50));
  await viewport.expectReady();
  await page.getByRole('button', { name: 'Close other.zip' }).click();
  await expectWholeJob(page);
  await expect(seriesRow(page, OTHER.uid)).toHaveCount(0);
  await expect(viewport.locator).not.toHaveAttribute('data-sop-uid', sopUidOfCt(50));
  await expect(headerRow(page, '00080018').filter({ hasText: sopUidOfCt(50) })).toHaveCount(0);

  await page.getByRole('button', { name: 'Close job.zip' }).click();
  await waitForPhase(page, 'empty');
  await expect(page.getByText('Roe, Jane')).toHaveCount(0);
  await openArchive(page, otherArchive());
  await waitForPhase(page, 'ready');
  await expectCount(page, 'count-series', 1);
});

test('an archive opened twice is all duplicates, which take over when the first is closed', async ({
  page,
}) => {
  await openArchive(page, archive);
  await waitForPhase(page, 'ready');
  await openArchive(page, { ...archive, name: 'again.zip' });
  await waitForPhase(page, 'ready');
  await expectCount(page, 'count-entries', 2 * WHOLE_JOB.files);
  await expectCount(page, 'count-dicom', 2 * WHOLE_JOB.dicom);
  await expectCount(page, 'count-series', WHOLE_JOB.series);
  await openSeries(page, CT.uid);
  await expect(seriesRow(page, CT.uid)).toHaveAttribute('data-instances', String(CT_SHAPE.slices));

  await page.getByRole('button', { name: 'Close job.zip' }).click();
  await expectWholeJob(page);
  await openSeries(page, CT.uid);
  const viewport = new ViewportHandle(page);
  await page.keyboard.press('End');
  await viewport.expectImage(sopUidOfCt(CT_SHAPE.slices - 1));
  await viewport.expectReady();
});

test('the sample archive opens and shows an image without a file at hand', async ({ page }) => {
  await page.getByTestId('open-sample').click();
  await waitForPhase(page, 'ready');
  await expectCount(page, 'count-patients', 2);
  await expectCount(page, 'count-studies', 3);
  await expectCount(page, 'count-series', 4);
  await new ViewportHandle(page).expectReady();
});

function otherArchive(): ChosenFile {
  return zipFile('other.zip', [{ name: 'IM', content: ctFile(50, OTHER) }]);
}

async function expectWholeJob(page: Page): Promise<void> {
  await expectCount(page, 'count-entries', WHOLE_JOB.files);
  await expectCount(page, 'count-dicom', WHOLE_JOB.dicom);
  await expectCount(page, 'count-patients', WHOLE_JOB.patients);
  await expectCount(page, 'count-studies', WHOLE_JOB.studies);
  await expectCount(page, 'count-series', WHOLE_JOB.series);
  await expectCount(page, 'count-problems', WHOLE_JOB.unreadable);
  await expect(page.getByTestId('series-row')).toHaveCount(WHOLE_JOB.series);
}

function headerRow(page: Page, path: string) {
  return page.locator(`[data-testid=header-row][data-path="${path}"]`);
}

/** Goes over the window with a file and lets it fall, as the browser tells the page of it. */
async function dropOnWindow(page: Page, { name, buffer }: ChosenFile): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ({ fileName, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], fileName));
      return transfer;
    },
    { fileName: name, base64: buffer.toString('base64') },
  );
  await page.dispatchEvent('#root', 'dragenter', { dataTransfer });
  await expect(page.getByText('Drop to open')).toBeVisible();
  await page.dispatchEvent('#root', 'dragover', { dataTransfer });
  await page.dispatchEvent('#root', 'drop', { dataTransfer });
}
