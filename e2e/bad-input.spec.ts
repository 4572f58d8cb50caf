import { writeFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';
import { buildZip, type ZipMember } from '../src/fixtures/zip-writer';
import { expect, test } from './glovebox-test';
import {
  asFile,
  clipFile,
  CT,
  CT_SHAPE,
  ctFile,
  ctMembers,
  REPORT,
  reportFile,
  sopUidOfCt,
  zipFile,
} from './test-archive';
import { ViewportHandle } from './viewport';
import { expectCount, openArchive, openSeries, seriesRow, visitPage, waitForPhase } from './workspace';

const text = new TextEncoder().encode(
  'This is a letter, and neither an archive nor a DICOM file. '.repeat(40),
);
const good = zipFile('good.zip', ctMembers());

test.beforeEach(async ({ page, visit }) => {
  await visitPage(page, visit);
});

test.describe('a file that is no readable archive is refused with a sentence', () => {
  const refusals = [
    { what: 'a text', file: asFile('letter.zip', text), code: 'not-a-zip', words: /not a ZIP archive/ },
    { what: 'a DICOM file', file: asFile('a.zip', ctFile(0)), code: 'not-a-zip', words: /DICOM/ },
    { what: 'no bytes', file: asFile('none.zip', new Uint8Array()), code: 'empty-file', words: /0 bytes/ },
    {
      what: 'the last part of a split archive',
      file: asFile('part.zip', lastPartOf(good.buffer)),
      code: 'archive-parts-missing',
      words: /split into 2 parts/,
    },
  ];
  for (const { what, file, code, words } of refusals) {
    test(what, async ({ page }) => {
      await openArchive(page, file);
      await waitForPhase(page, 'failed');
      await expect(problem(page, code, file.name)).toContainText(words);
      await expect(problem(page, code, file.name)).toContainText(`${file.name} could not be opened`);
      await page.getByRole('button', { name: `Dismiss ${file.name}` }).click();
      await waitForPhase(page, 'empty');
      await openArchive(page, good);
      await waitForPhase(page, 'ready');
    });

    test(`${what}, beside an archive that is open`, async ({ page }) => {
      await openArchive(page, good);
      await waitForPhase(page, 'ready');
      await openSeries(page, CT.uid);
      await openArchive(page, file);
      await expect(problem(page, code, file.name)).toContainText(words);
      await expectGoodArchive(page);
      await page.getByRole('button', { name: `Dismiss ${file.name}` }).click();
      await expect(problem(page, code, file.name)).toHaveCount(0);
      await expectGoodArchive(page);
    });
  }
});

test('an archive cut off shows its whole files, and says what is lost', async ({ page }) => {
  // Behind the eighth of twelve equal slices, in the middle of the ninth.
  const [first] = ctMembers();
  const entryBytes = 30 + String(first?.name).length + (first?.content?.length ?? 0);
  const whole = ctMembers().map(({ name, content }) => ({ name, content: content ?? new Uint8Array() }));
  const cut = Buffer.from(buildZip(whole)).subarray(0, 8.5 * entryBytes);
  await openArchive(page, asFile('cut.zip', cut));
  await waitForPhase(page, 'ready');
  await expect(problem(page, 'archive-salvaged', 'cut.zip')).toContainText('cut off');
  await expectCount(page, 'count-entries', 9);
  await expectCount(page, 'count-dicom', 8);
  await showFiles(page);
  await expect(page.locator('[data-testid=problem][data-code=entry-data-damaged]')).toHaveCount(1);
});

test('an empty archive is said to be empty', async ({ page }) => {
  await openArchive(page, zipFile('empty.zip', []));
  await waitForPhase(page, 'ready');
  await expect(page.getByRole('status').filter({ hasText: 'empty.zip' })).toContainText('is empty');
});

test('an archive without DICOM is said to have none', async ({ page }) => {
  await openArchive(page, zipFile('letters.zip', [{ name: 'letter.txt', content: text }]));
  await waitForPhase(page, 'ready');
  await expect(page.getByRole('status').filter({ hasText: 'letters.zip' })).toContainText('no DICOM');
  await expectCount(page, 'count-entries', 1);
});

test('an archive that is encrypted as a whole is said to be encrypted, not to be without DICOM', async ({
  page,
}) => {
  const locked = ctMembers().map((member) => ({ ...member, isEncrypted: true }));
  await openArchive(page, zipFile('locked.zip', locked));
  await waitForPhase(page, 'ready');
  await page.getByRole('button', { name: 'Go on without' }).click();
  const notice = page.getByRole('status').or(page.getByRole('alert')).filter({ hasText: 'locked.zip' });
  await expect(notice).toContainText(/encrypted|password/);
  await expect(notice).not.toContainText('no DICOM');
});

test.describe('a bad entry is named, and the rest of its archive shows', () => {
  const deflated = deflateRawSync(clipFile());
  const damages: readonly {
    what: string;
    entry: ZipMember;
    code: string;
    words: RegExp;
  }[] = [
    {
      what: 'encrypted',
      entry: { name: 'locked', content: clipFile(), isEncrypted: true },
      code: 'entry-encrypted',
      words: /encrypted/,
    },
    {
      what: 'packed with bzip2',
      entry: { name: 'packed', content: clipFile(), deflated, method: 12 },
      code: 'entry-method-unsupported',
      words: /bzip2/i,
    },
    {
      what: 'with a damaged deflate stream',
      // The block type 3 is reserved (RFC 1951, 3.2.3).
      entry: {
        name: 'damaged',
        content: clipFile(),
        deflated: deflated.map((byte, i) => (i < 9 ? 7 : byte)),
      },
      code: 'entry-data-damaged',
      words: /damaged/,
    },
    {
      what: 'a DICOM file cut in its header',
      entry: { name: 'cut', content: reportFile().subarray(0, -7) },
      code: 'dicom-truncated',
      words: /cut off/,
    },
  ];
  for (const { what, entry, code, words } of damages) {
    test(what, async ({ page }) => {
      await openArchive(page, zipFile('mixed.zip', [entry, ...ctMembers()]));
      await waitForPhase(page, 'ready');
      if (entry.isEncrypted === true) await page.getByRole('button', { name: 'Go on without' }).click();
      await expectCount(page, 'count-entries', 1 + CT_SHAPE.slices);
      // That there is something encrypted is said of the archive, too.
      await expectCount(page, 'count-problems', entry.isEncrypted === true ? 2 : 1);
      await expectGoodSeries(page);
      await showFiles(page);
      await expect(problem(page, code, String(entry.name))).toContainText(words);
    });
  }

  test('no DICOM: listed as what it is, and no problem', async ({ page }) => {
    await openArchive(page, zipFile('mixed.zip', [{ name: 'letter', content: text }, ...ctMembers()]));
    await waitForPhase(page, 'ready');
    await expectCount(page, 'count-problems', 0);
    await expectGoodSeries(page);
    await showFiles(page);
    await expect(page.getByRole('listitem').filter({ hasText: 'letter' })).toContainText('Text');
    await expect(page.getByTestId('problem')).toHaveCount(0);
  });
});

test('a DICOM file cut in its pixels is in its series, and the view says what is missing', async ({
  page,
}) => {
  const halfOfPixels = CT_SHAPE.columns * CT_SHAPE.rows;
  const members = Array.from({ length: CT_SHAPE.slices }, (_, slice) => ({
    name: `IM${String(slice)}`,
    content: slice === 3 ? ctFile(slice).subarray(0, -halfOfPixels) : ctFile(slice),
  }));
  await openArchive(page, zipFile('mixed.zip', members));
  await waitForPhase(page, 'ready');
  await expect(seriesRow(page, CT.uid)).toHaveAttribute('data-instances', String(CT_SHAPE.slices));
  await openSeries(page, CT.uid);
  const viewport = new ViewportHandle(page);
  await page.keyboard.press('Home');
  await viewport.expectImage(sopUidOfCt(0));
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
  await viewport.expectImage(sopUidOfCt(3));
  // The lower half is not black tissue: it is not there.
  const viewer = page.getByRole('region', { name: 'Viewer' });
  await expect(viewer.getByTestId('problem')).toHaveAttribute('data-code', 'pixels-truncated');
  await expect(viewer.getByTestId('problem')).toContainText('missing');
  await page.keyboard.press('ArrowRight');
  await viewport.expectImage(sopUidOfCt(4));
  await viewport.expectReady();
});

test('a DICOM file without pixels says what it is instead, and shows its header', async ({ page }) => {
  await openArchive(page, zipFile('mixed.zip', [{ name: 'report', content: reportFile() }, ...ctMembers()]));
  await waitForPhase(page, 'ready');
  await openSeries(page, REPORT.uid);
  await expect(page.getByTestId('viewport')).toHaveAttribute('data-phase', 'ready');
  await expect(page.getByTestId('object-view')).toContainText('Basic Text SR');
  await expect(page.locator('[data-testid=header-row][data-path="00100020"]')).toContainText('P-42');
  await expectGoodSeries(page);
});

test('a file that changes after it was chosen is said to have changed', async ({ page }, testInfo) => {
  const path = testInfo.outputPath('changing.zip');
  // So many that the last slice is not read ahead, neither from the first ones nor from the middle.
  const members = Array.from({ length: 60 }, (_, slice) => ({
    name: `IM${String(slice)}`,
    content: ctFile(slice),
  }));
  const bytes = zipFile('', members).buffer;
  writeFileSync(path, bytes);
  await openArchive(page, path);
  await waitForPhase(page, 'ready');
  await openSeries(page, CT.uid);
  const viewport = new ViewportHandle(page);
  await viewport.expectReady();
  await viewport.expectImage(sopUidOfCt(29));

  writeFileSync(path, Buffer.concat([bytes, bytes]));
  await page.keyboard.press('End');
  await expect(viewport.locator).toHaveAttribute('data-phase', 'failed');
  await expect(problem(page, 'source-unreadable', 'IM59').first()).toContainText(
    /can no longer be read.*changed/,
  );
  // What was read stays.
  await expectCount(page, 'count-dicom', 60);
});

/** Says that it is the second part of two. */
function lastPartOf(archive: Buffer): Buffer {
  const part = Buffer.from(archive);
  part.writeUInt16LE(1, part.length - 22 + 4);
  return part;
}

function problem(page: Page, code: string, path: string): Locator {
  return page.locator(`[data-testid=problem][data-code="${code}"][data-path="${path}"]`);
}

async function showFiles(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^Files/ }).click();
}

async function expectGoodArchive(page: Page): Promise<void> {
  await waitForPhase(page, 'ready');
  await expectCount(page, 'count-entries', CT_SHAPE.slices);
  await expectGoodSeries(page);
}

async function expectGoodSeries(page: Page): Promise<void> {
  await openSeries(page, CT.uid);
  await expect(seriesRow(page, CT.uid)).toHaveAttribute('data-instances', String(CT_SHAPE.slices));
  await new ViewportHandle(page).expectReady();
}
