import type { Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expectAccessible } from './axe';
import { expect, test } from './glovebox-test';
import { textOfPages } from './pdf-text';
import { CT, CT_SHAPE, IDENTIFYING, JANE, SAM, WHOLE_JOB, wholeJobMembers, zipFile } from './test-archive';
import { openArchive, visitPage, waitForPhase } from './workspace';

/** The report's JSON, as far as it is looked at here. */
interface SavedReport {
  readonly format: string;
  readonly version: number;
  readonly masked: boolean;
  readonly reviewer: string;
  readonly archives: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly sha256: string | null;
  }[];
  readonly ledger: { readonly entries: number; readonly byState: Readonly<Record<string, object>> };
  readonly files: readonly { readonly path: string; readonly state: string }[];
  readonly patients: readonly object[];
  readonly findings: readonly {
    readonly value?: string;
    readonly message?: string;
    readonly places: readonly { readonly file: string; readonly path?: string }[];
  }[];
}

const ARCHIVE = zipFile('Roe Jane.zip', wholeJobMembers());

// A trace looks into blobs by ways that the page's policy forbids, which the console would tell.
test.use({ trace: 'off' });

test.beforeEach(async ({ page, visit }) => {
  visit.identifying.push(...IDENTIFYING);
  await visitPage(page, visit);
  await openArchive(page, ARCHIVE);
  await waitForPhase(page, 'ready');
  await reviewDone(page);
});

test('the JSON is the whole account, and can be saved without opening the report', async ({ page }) => {
  const { name, text } = await save(page, () => page.getByTestId('export-report-json').click());
  expect(name).toBe('glovebox-report.json');
  const report = JSON.parse(text) as SavedReport;
  expect(report).toMatchObject({
    format: 'glovebox-report',
    version: 1,
    masked: false,
    archives: [{ name: 'Roe Jane.zip', bytes: ARCHIVE.buffer.length, entries: WHOLE_JOB.files }],
    ledger: {
      entries: WHOLE_JOB.files,
      byState: {
        shown: { entries: WHOLE_JOB.images },
        headerOnly: { entries: WHOLE_JOB.withoutImage },
        duplicate: { entries: WHOLE_JOB.duplicates },
        notDicom: { entries: WHOLE_JOB.notDicom },
        unreadable: { entries: WHOLE_JOB.unreadable },
      },
    },
  });
  expect(report.files.length).toBe(WHOLE_JOB.files);
  expect(report.files).toContainEqual(expect.objectContaining({ path: 'README.txt', state: 'notDicom' }));
  expect(report.patients).toContainEqual(
    expect.objectContaining({
      id: JANE.id,
      name: JANE.name,
      studies: expect.arrayContaining([
        expect.objectContaining({
          series: [expect.objectContaining({ uid: CT.uid, number: CT.number, instances: CT_SHAPE.slices })],
        }),
      ]),
    }),
  );
  const names = report.findings.filter(
    ({ value, places }) => value === SAM.name && places.some(({ path }) => path === '00100010'),
  );
  expect(names.length).toBeGreaterThan(0);
  expect(names.flatMap(({ places }) => places.map(({ file }) => file))).toContain('DICOM/SR/REPORT');
});

test('the report says what it is about, what was found and what was not looked at', async ({ page }) => {
  await openReport(page);
  const report = page.getByTestId('report');
  await expect(report).toContainText(createHash('sha256').update(ARCHIVE.buffer).digest('hex'));
  await expect(report.getByRole('row', { name: /^Unreadable 1 / })).toBeVisible();
  await expect(report.getByRole('rowgroup').filter({ hasText: 'Roe, Jane' }).first()).toContainText('Axial');
  await expect(report.locator('[data-testid=report-check][data-check=profile]')).toContainText(SAM.name);
  await expect(report.locator('section').filter({ hasText: 'What was not' })).toContainText(
    '1 file that could not be read',
  );
  await expect(page).toHaveTitle('Glovebox');
  await expectAccessible(page, '[data-testid=report]');
});

test('what the reviewer types is in the JSON; with the report closed it is still there', async ({ page }) => {
  await openReport(page);
  await page.getByLabel('Name', { exact: true }).fill('A. Reviewer');
  await page.getByLabel('Comment').fill('Seen on a Tuesday.');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('report')).toHaveCount(0);
  await openReport(page);
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('A. Reviewer');
  const { text } = await save(page, () => page.getByTestId('export-report-json').click());
  expect(JSON.parse(text)).toMatchObject({
    reviewer: 'A. Reviewer',
    comment: 'Seen on a Tuesday.',
    archives: [{ sha256: createHash('sha256').update(ARCHIVE.buffer).digest('hex') }],
  });
});

test('masked, nothing that names a person is on the page or in a file', async ({ page }) => {
  await openReport(page);
  await page.getByLabel('Comment').fill(`As for ${SAM.name}: agreed.`);
  await expect(page.getByTestId('report')).toContainText('Roe');
  await page.getByLabel('Mask values').check();
  await page.emulateMedia({ media: 'print' });
  const forms = [await page.getByTestId('report').innerText()];
  await page.emulateMedia({ media: 'screen' });
  for (const button of ['Save JSON', 'Save CSV', 'Save CSV of all places']) {
    const { name, text } = await save(page, () =>
      page.getByRole('button', { name: button, exact: true }).click(),
    );
    expect(name).toMatch(/^glovebox-masked-/);
    forms.push(text);
  }
  for (const form of forms) {
    expect(form).toMatch(/value \d+/);
    expect(IDENTIFYING.filter((identity) => form.includes(identity))).toEqual([]);
  }
  await expect(page.locator('[data-testid=report] canvas')).toHaveCount(0);
});

test('findings are saved as CSV, one a line, and with all places', async ({ page }) => {
  await openReport(page);
  const press = (name: string) => () => page.getByRole('button', { name, exact: true }).click();
  const findings = await save(page, press('Save CSV'));
  const places = await save(page, press('Save CSV of all places'));
  expect(findings.text).toContain(`00100010,,${SAM.name},`);
  const ofJane = places.text.split('\r\n').filter((line) => line.includes(`,00100010,,${JANE.name},`));
  expect(ofJane.length).toBeGreaterThanOrEqual(CT_SHAPE.slices);
});

test('it prints by itself, page after page, black on white', async ({ page }) => {
  await openReport(page);
  await page.getByLabel('Name', { exact: true }).fill('A. Reviewer');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByTestId('workspace')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(page.getByTestId('report')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(page.getByTestId('report')).toHaveCSS('color', 'rgb(0, 0, 0)');
  await page.emulateMedia({ media: null });
  const pages = await textOfPages(await page.pdf({ preferCSSPageSize: true, format: 'A4' }));
  expect(pages.length).toBeGreaterThan(1);
  expect(pages[0]).toContain('Review before forwarding');
  expect(pages.at(-1)).toContain('Signature');
  expect(pages.at(-1)).toContain('A. Reviewer');
  pages.forEach((text, index) => {
    expect(text).toContain(`${index + 1} of ${pages.length}`);
  });
});

async function reviewDone(page: Page): Promise<void> {
  await expect(page.getByTestId('findings-count')).not.toHaveAttribute('data-value', '0');
}

async function openReport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Report', exact: true }).click();
  await expect(page.getByTestId('report')).toBeVisible();
}

async function save(
  page: Page,
  press: () => Promise<void>,
): Promise<{ readonly name: string; readonly text: string }> {
  const download = page.waitForEvent('download');
  await press();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}
