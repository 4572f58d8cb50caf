import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { corpusDir } from '../src/fixtures/corpus';
import { expect, test } from './glovebox-test';
import { expectCount, openArchive, visitPage, waitForPhase } from './workspace';

/** One archive of the corpus; see the corpus' own README. */
interface CorpusArchive {
  readonly file: string;
  readonly entries: number;
  readonly dicomInstances: number;
  readonly patients: number;
  readonly studies: number;
  readonly series: number;
  readonly outcome: string;
  readonly notes: string;
  /** Of all entries, where it is none of the usual ones. */
  readonly method?: number;
  readonly password?: string;
  readonly completeLocalEntries?: number;
  readonly badEntries?: readonly string[];
  readonly nestedInstances?: number;
}

const SCAN_TIMEOUT_MS = 60_000;

const dir = corpusDir();
const archives = dir === null ? [] : readArchives(dir);

function readArchives(corpus: string): readonly CorpusArchive[] {
  const path = join(corpus, 'zips', 'manifest.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as readonly CorpusArchive[]) : [];
}

test.describe(
  'each archive of the corpus has the outcome that its manifest tells',
  { tag: '@corpus' },
  () => {
    for (const archive of archives) {
      test(archive.file, async ({ page, visit }) => {
        await visitPage(page, visit);
        await openArchive(page, join(dir ?? '', 'zips', archive.file));
        await expect(page.getByTestId('workspace')).toHaveAttribute('data-phase', /^(ready|failed)$/, {
          timeout: SCAN_TIMEOUT_MS,
        });
        if (await isRefused(page)) await expectRefusal(page, archive);
        else await expectOutcome(page, archive);
      });
    }
  },
);

async function isRefused(page: Page): Promise<boolean> {
  return (await page.getByTestId('workspace').getAttribute('data-phase')) === 'failed';
}

async function expectRefusal(page: Page, { file, outcome }: CorpusArchive): Promise<void> {
  expect(outcome).toContain('refused with a clear error');
  const problem = page.getByTestId('problem');
  await expect(problem).toHaveAttribute('data-path', file);
  await expect(problem).toContainText(`${file} could not be opened.`);
  // And a sentence of its own.
  await expect(problem).toContainText(/opened\. +\S+ .{15,}\./);
}

async function expectOutcome(page: Page, archive: CorpusArchive): Promise<void> {
  if (archive.completeLocalEntries !== undefined) return expectSalvaged(page, archive.completeLocalEntries);
  expect(archive.outcome).not.toMatch(/^refused/);
  if (archive.outcome === 'asks for a password') await givePassword(page, archive);
  if (archive.nestedInstances !== undefined) return expectNested(page, archive);
  await expectCount(page, 'count-entries', archive.entries);
  await expectLedgerSum(page, archive);
  if ((await countOf(page, 'count-dicom')) === 0 && archive.method !== undefined) {
    return expectAllUnsupported(page, archive);
  }
  await expectCount(page, 'count-dicom', archive.dicomInstances);
  await expectCount(page, 'count-patients', archive.patients);
  await expectCount(page, 'count-studies', archive.studies);
  await expectCount(page, 'count-series', archive.series);
  if (archive.dicomInstances === 0) {
    await expect(page.getByRole('status').filter({ hasText: archive.file })).toContainText(
      archive.entries === 0 ? 'is empty' : 'no DICOM',
    );
  }
  for (const path of archive.badEntries ?? []) await expectBadEntry(page, path);
}

async function countOf(page: Page, handle: string): Promise<number> {
  return Number(await page.getByTestId(handle).getAttribute('data-value'));
}

/** The files are in as many states as the archive's directory has files, and in one each. */
async function expectLedgerSum(page: Page, { entries }: CorpusArchive): Promise<void> {
  await showFiles(page);
  const states = page.getByRole('group', { name: 'Files by state' }).getByRole('button');
  const [all = '', ...byState] = await states.allInnerTexts();
  const figures = byState.map((text) => Number(text.replace(/\D/g, '')));
  expect(Number(all.replace(/\D/g, ''))).toBe(entries);
  expect(figures.reduce((sum, figure) => sum + figure, 0)).toBe(entries);
}

/** What is encrypted is no corrupt DICOM before, and what is not is shown; the page asks, and a wrong one is told. */
async function givePassword(page: Page, archive: CorpusArchive): Promise<void> {
  const dialog = page.getByTestId('password-dialog');
  await expect(dialog).toContainText(archive.file);
  await expectCount(page, 'count-entries', archive.entries);
  // "2 of the 3 files", "All 10 files"
  const locked = Number(/(\d+) (?:of the \d+ )?files/.exec(await dialog.innerText())?.[1]);
  await expectCount(page, 'count-dicom', archive.dicomInstances - locked);
  const input = dialog.getByLabel('Password', { exact: true });
  await input.fill('not the password');
  await input.press('Enter');
  await expect(dialog.getByRole('status')).toContainText(/does not open|opens none/);
  await input.fill(archive.password ?? '');
  await input.press('Enter');
  await expect(dialog).toHaveCount(0);
  await waitForPhase(page, 'ready');
  await expectCount(page, 'count-dicom', archive.dicomInstances);
}

/** Each archive has a ledger of its own; the line on top counts them together. */
async function expectNested(page: Page, archive: CorpusArchive): Promise<void> {
  await expectCount(page, 'count-dicom', archive.dicomInstances + (archive.nestedInstances ?? 0));
  await page.getByRole('button', { name: new RegExp(`^${archive.file}`) }).click();
  const details = page.getByTestId('archive-details');
  for (const row of ['Sum', 'In its directory']) {
    const cells = details.getByRole('row', { name: row }).getByRole('cell');
    await expect(cells.first()).toHaveText(String(archive.entries));
  }
}

async function expectSalvaged(page: Page, wholeEntries: number): Promise<void> {
  await expectCount(page, 'count-dicom', wholeEntries);
  const problem = page.locator('[data-testid=problem][data-code=archive-salvaged]');
  await expect(problem).toContainText('cut off');
}

async function expectAllUnsupported(page: Page, archive: CorpusArchive): Promise<void> {
  await expectCount(page, 'count-problems', archive.entries);
  const problems = page.locator('[data-testid=problem][data-code=entry-method-unsupported]');
  await expect(problems).toHaveCount(archive.entries);
  await expect(problems.first()).toContainText(
    new RegExp(`compressed with .+method ${String(archive.method)}\\b`),
  );
}

/** Damage shows at the latest when the file is opened. */
async function expectBadEntry(page: Page, path: string): Promise<void> {
  await showFiles(page);
  await files(page).getByTitle(path).click();
  const problem = page.locator(`[data-testid=problem][data-path="${path}"]`).first();
  await expect(problem).toBeVisible();
  await expect(problem).toContainText(/\S+ .{15,}\./);
}

test.describe('mixed.zip of the corpus', { tag: '@corpus' }, () => {
  const mixed = archives.find(({ file }) => file === 'mixed.zip');
  test.skip(mixed === undefined, 'not in the corpus');

  test('each of its series shows an image, or why there is none', async ({ page, visit }) => {
    await visitPage(page, visit);
    await openArchive(page, join(dir ?? '', 'zips', 'mixed.zip'));
    await waitForPhase(page, 'ready');
    await page.getByTestId('series-row').first().click();
    const seen = new Set<string>();
    for (;;) {
      const uid = await selectedSeries(page).getAttribute('data-series-uid');
      if (uid === null || seen.has(uid)) break;
      seen.add(uid);
      await expectImageOrReason(page, uid);
      await page.keyboard.press('Control+ArrowRight');
    }
    expect(seen.size).toBe(mixed?.series);
  });
});

async function expectImageOrReason(page: Page, seriesInstanceUid: string): Promise<void> {
  const viewport = page.getByTestId('viewport');
  await expect(viewport, seriesInstanceUid).toHaveAttribute('data-phase', /^(ready|failed)$/);
  if ((await viewport.getAttribute('data-phase')) === 'ready') {
    await expect(viewport).toHaveAttribute('data-sop-uid', /^[\d.]+$/);
  } else {
    await expect(viewport.getByTestId('problem')).toContainText(/\S+ .{15,}\./);
  }
}

function selectedSeries(page: Page) {
  return page.locator('[data-testid=series-row][aria-selected=true]');
}

async function showFiles(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^Files/ }).click();
}

function files(page: Page) {
  return page.getByRole('list', { name: 'Files' }).getByRole('listitem');
}
