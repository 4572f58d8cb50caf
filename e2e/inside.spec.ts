import type { Page } from '@playwright/test';
import { writePdf } from '../src/fixtures/pdf-writer';
import { expect, test } from './glovebox-test';
import { CT, ctFile, IDENTIFYING, instanceFile, zipFile } from './test-archive';
import { openArchive, visitPage, waitForPhase } from './workspace';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Of even length, as a value has to be. */
const LETTER = ['Dear colleague, about Jane Roe', 'Dear colleague, about Jane Roe.']
  .map((line) => writePdf([line]))
  .find(({ length }) => length % 2 === 0);

const MEMBERS = [
  { name: 'IM0', content: ctFile(0) },
  {
    name: 'LETTER',
    content: instanceFile(CT, { uid: '2.25.7001', number: 9 }, [
      [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.104.1'],
      [0x00420012, 'LO', 'application/pdf'],
      [0x00420011, 'OB', LETTER ?? new Uint8Array()],
    ]),
  },
  { name: 'worklist.csv', content: utf8('name,id\nRoe^Jane,P-17\n'), comment: utf8('for Jane Roe') },
];

test.beforeEach(async ({ page, visit }) => {
  visit.identifying.push(...IDENTIFYING);
  await visitPage(page, visit);
  await openArchive(page, zipFile('inside.zip', MEMBERS));
  await waitForPhase(page, 'ready');
  await page.getByTestId('findings-count').press('Enter');
});

test('a look into whole files finds what their documents and texts say', async ({ page }) => {
  await expectFinding(page, 'documents', 'PDF document');
  await expectFinding(page, 'other-files', 'Text (1 file)');
  await expectFinding(page, 'echoes', 'Dear colleague, about Jane Roe');
  await expectFinding(page, 'echoes', 'Roe^Jane,P-17');
  await expectFinding(page, 'archive-names', 'for Jane Roe');
  await expect(page.getByRole('progressbar', { name: 'Looking into whole files' })).toHaveCount(0);
});

/** The list has rows for what is in view only. */
async function expectFinding(page: Page, check: string, text: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Filter findings' }).fill(text);
  const findings = page.locator(`[data-testid=finding][data-check=${check}]`);
  await expect(findings.filter({ hasText: text }).first()).toBeVisible();
}
