import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { commonModules } from '../src/fixtures/modules';
import { writePart10, type DataSetDescription } from '../src/fixtures/dicom-writer';
import { expect, test } from './glovebox-test';
import { clipFile, CLIP, ctImage, CT, IDENTIFYING, zipFile } from './test-archive';
import { openArchive, openSeries, seriesRow, visitPage, waitForPhase } from './workspace';

/** From foot to head, 3 mm apart from z = 10: the order of the series. */
const SLICES = 6;
const uidOf = (slice: number): string => `2.25.55${String(slice)}`;

/**
 * KVP is 120 but for 80 in the fourth slice; Image Comments are missing in the second and the fifth; Slice Location
 * runs from 10 in steps of 3; the modality is the same everywhere.
 */
function slice(place: number): DataSetDescription {
  const facts = {
    patient: CT.patient,
    study: CT.study,
    series: { ...CT, frameOfReferenceUid: '2.25.4001' },
    instanceUid: uidOf(place),
    instanceNumber: place + 1,
  };
  const comments = place === 1 || place === 4 ? [] : [[0x00204000, 'LT', '=1+1, "safe"'] as const];
  return [
    ...commonModules(facts),
    ...ctImage(place),
    [0x00180060, 'DS', place === 3 ? 80 : 120],
    ...comments,
  ];
}

function archive() {
  const slices = Array.from({ length: SLICES }, (_, place) => ({
    name: `CT/IM${String(place)}`,
    content: writePart10(slice(place)),
  }));
  return zipFile('varied.zip', [...slices, { name: 'US/CLIP', content: clipFile() }]);
}

async function openVariation(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'What varies' }).click();
  const dialog = page.getByTestId('variation');
  await expect(dialog.getByTestId('variation-row').first()).toBeVisible();
  return dialog;
}

async function find(dialog: Locator, text: string): Promise<void> {
  await dialog.getByRole('searchbox', { name: 'Filter attributes' }).fill(text);
}

function row(dialog: Locator, path: string): Locator {
  return dialog.locator(`[data-testid=variation-row][data-path="${path}"]`);
}

test.beforeEach(async ({ page, visit }) => {
  visit.identifying.push(...IDENTIFYING);
  await visitPage(page, visit);
  await openArchive(page, archive());
  await waitForPhase(page, 'ready');
});

test('says what is constant, runs, jumps and is missing, and a click on a value shows the instance', async ({
  page,
}) => {
  await openSeries(page, CT.uid);
  const dialog = await openVariation(page);
  const expected = [
    { path: '00080060', kind: 'constant', words: ['Constant', 'CT'] },
    { path: '00201041', kind: 'runs', words: ['Runs', '10 → 25, step 3'] },
    { path: '00180060', kind: 'jumps', words: ['Jumps', '80 … 120, changes at 4 and 5'] },
    { path: '00204000', kind: 'missing', words: ['Missing in 2'] },
  ];
  for (const { path, kind, words } of expected) {
    await find(dialog, path);
    await expect(row(dialog, path)).toHaveAttribute('data-kind', kind);
    for (const word of words) await expect(row(dialog, path)).toContainText(word);
  }

  await find(dialog, 'kvp');
  await row(dialog, '00180060').getByText('KVP').click();
  const values = dialog.getByRole('region', { name: 'Values of (0018,0060) KVP' });
  await expect(values.getByRole('row')).toHaveText(
    Array.from({ length: SLICES }, (_, place) => `${place + 1}CT/IM${place}${place === 3 ? 80 : 120}`),
  );
  await values.getByRole('row').nth(3).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByTestId('viewport')).toHaveAttribute('data-sop-uid', uidOf(3));
});

test('a click on the strip shows the instance that stands there', async ({ page }) => {
  await openSeries(page, CT.uid);
  const dialog = await openVariation(page);
  await find(dialog, 'kvp');
  const strip = row(dialog, '00180060').locator('canvas');
  const { width, height } = (await strip.boundingBox()) ?? { width: 0, height: 0 };
  // The middle of the sixth of six cells.
  await strip.click({ position: { x: (width * 5.5) / SLICES, y: height / 2 } });
  await expect(page.getByTestId('viewport')).toHaveAttribute('data-sop-uid', uidOf(5));
});

test('filters by kind, sorts, and takes other instances', async ({ page }) => {
  await openSeries(page, CT.uid);
  const dialog = await openVariation(page);
  await dialog.getByRole('group', { name: 'Attributes by kind' }).getByText('Missing in some').click();
  await expect(dialog.getByTestId('variation-row')).toHaveCount(1);
  await dialog.getByRole('group', { name: 'Attributes by kind' }).getByText('All').click();
  await dialog.getByRole('columnheader', { name: 'Tag' }).getByRole('button').click();
  // Group 0002 is the first of a file; its length is the same in all of these.
  await expect(dialog.getByTestId('variation-row').first()).toHaveAttribute('data-path', '00020000');

  await dialog
    .getByRole('combobox', { name: 'Instances' })
    .selectOption({ label: 'Everything (7 instances)' });
  await find(dialog, '00080060');
  // CT six times, then US.
  await expect(row(dialog, '00080060')).toContainText('2 values, changes at 7');
});

test('saves the attributes shown as CSV', async ({ page }) => {
  await openSeries(page, CT.uid);
  const dialog = await openVariation(page);
  await find(dialog, 'comments');
  await expect(dialog.getByTestId('variation-row')).toHaveCount(1);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as CSV' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('attributes.csv');
  const text = await readFile(await saved.path(), 'utf8');
  const comments = `"'=1+1, ""safe"""`;
  expect(text).toBe(
    [
      '\ufeffFile,SOPInstanceUID,ImageComments',
      ...Array.from({ length: SLICES }, (_, place) =>
        [`CT/IM${place}`, uidOf(place), place === 1 || place === 4 ? '' : comments].join(','),
      ),
      '',
    ].join('\r\n'),
  );
});

test('any attribute can be a column of the contents, sorted and removed again', async ({ page }) => {
  const cells = (uid: string) => seriesRow(page, uid).locator('[data-column]');
  await page.getByRole('button', { name: 'Columns' }).click();
  const search = page.getByRole('searchbox', { name: 'Add a column of an attribute' });
  await search.fill('slice thickness');
  await search.press('Enter');
  await search.fill('0020,1041');
  await search.press('Enter');
  await page.keyboard.press('Escape');
  // The clip has neither; each slice has another location.
  await expect(cells(CT.uid)).toHaveText(['3', '6 values']);
  await expect(cells(CLIP.uid)).toHaveText(['', '']);

  await page.getByRole('columnheader', { name: 'Slice Thickness' }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: 'Slice Thickness' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );

  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('list', { name: 'Added columns' }).getByText('Slice Location').click();
  await expect(cells(CT.uid)).toHaveText(['3']);
});
