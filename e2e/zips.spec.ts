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
  readonly badEntries?: readonly string[];
  readonly nestedInstances?: number;
  readonly contents?: readonly { readonly name: string }[];
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
  expect(archive.outcome).not.toMatch(/^refused/);
  await expectCount(page, 'count-entries', archive.entries);
  if (archive.outcome === 'asks for a password') return expectAllOrLocked(page, archive);
  if (archive.method !== undefined) return expectAllUnsupported(page, archive);

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
  if (archive.nestedInstances !== undefined) {
    await showFiles(page);
    const inner = (archive.contents ?? []).filter(({ name }) => name.endsWith('.zip'));
    expect(inner).not.toEqual([]);
    for (const { name } of inner) {
      await expect(files(page).filter({ has: page.getByTitle(name) })).toContainText('ZIP archive');
    }
  }
}

/** What is encrypted is said to be, and is no corrupt DICOM; what is not is shown. */
async function expectAllOrLocked(page: Page, archive: CorpusArchive): Promise<void> {
  await showFiles(page);
  const locked = page.locator('[data-testid=problem][data-code=entry-encrypted]');
  await expect(locked.first()).toContainText(/encrypted.*password/);
  const plain = archive.dicomInstances - (await locked.count());
  await expectCount(page, 'count-dicom', plain);
  // Each of the entries, and the archive as a whole.
  await expectCount(page, 'count-problems', (await locked.count()) + 1);
}

async function expectAllUnsupported(page: Page, archive: CorpusArchive): Promise<void> {
  await expectCount(page, 'count-dicom', 0);
  await expectCount(page, 'count-problems', archive.entries);
  await showFiles(page);
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
