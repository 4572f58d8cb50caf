import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';
import { crc32 } from '../src/archive/crc32';
import { encryptZipCrypto } from '../src/fixtures/zip-encryption';
import { buildZip, type ZipMember } from '../src/fixtures/zip-writer';
import { expect, test } from './glovebox-test';
import {
  asFile,
  clipFile,
  CLIP,
  CT,
  CT_SHAPE,
  ctFile,
  ctMembers,
  reportFile,
  REPORT,
  sopUidOfCt,
  zipFile,
} from './test-archive';
import { ViewportHandle } from './viewport';
import { expectCount, openArchive, openSeries, seriesRow, visitPage, waitForPhase } from './workspace';

test.beforeEach(async ({ page, visit }) => {
  await visitPage(page, visit);
});

test.describe('an encrypted archive', () => {
  const clip = locked({ name: 'CLIP', content: clipFile() }, 'first');
  const report = locked({ name: 'REPORT', content: reportFile() }, 'second');
  const plain = ctMembers();

  test('a wrong password says so and asks again; the right one opens what it fits', async ({ page }) => {
    await openArchive(page, zipFile('locked.zip', [clip, ...plain]));
    const dialog = page.getByTestId('password-dialog');
    await expect(dialog).toContainText('1 of the 13 files in locked.zip is encrypted');
    const input = dialog.getByLabel('Password', { exact: true });
    await expect(input).toHaveAttribute('type', 'password');
    await typePassword(page, 'wrong');
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('does not open it');

    // What was written is selected: it is written over.
    await typePassword(page, 'first');
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await waitForPhase(page, 'ready');
    await expectCount(page, 'count-dicom', CT_SHAPE.slices + 1);
    await expectCount(page, 'count-problems', 0);
    await openSeries(page, CLIP.uid);
    await new ViewportHandle(page).expectReady();
  });

  test('the password can be looked at while it is written', async ({ page }) => {
    await openArchive(page, zipFile('locked.zip', [clip]));
    const dialog = page.getByTestId('password-dialog');
    await typePassword(page, 'first');
    await dialog.getByRole('button', { name: 'Show the password' }).click();
    await expect(dialog.getByLabel('Password', { exact: true })).toHaveAttribute('type', 'text');
    await expect(dialog.getByLabel('Password', { exact: true })).toHaveValue('first');
  });

  test('the reader goes on without, and enters the password later', async ({ page }) => {
    await openArchive(page, zipFile('locked.zip', [clip, ...plain]));
    const dialog = page.getByTestId('password-dialog');
    await dialog.getByRole('button', { name: 'Go on without' }).click();
    await expect(dialog).toHaveCount(0);
    await waitForPhase(page, 'ready');
    await expectCount(page, 'count-dicom', CT_SHAPE.slices);
    await openSeries(page, CT.uid);
    await expect(notice(page, 'archive-encrypted')).toContainText('1 of its 13 files is encrypted');

    await notice(page, 'archive-encrypted').getByRole('button', { name: 'Enter password' }).click();
    await typePassword(page, 'first');
    await dialog.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(seriesRow(page, CLIP.uid)).toBeVisible();
    await expect(notice(page, 'archive-encrypted')).toHaveCount(0);
    await expect(dialog).toHaveCount(0);
  });

  test('of two passwords in one archive both are asked for', async ({ page }) => {
    await openArchive(page, zipFile('locked.zip', [clip, report, ...plain]));
    const dialog = page.getByTestId('password-dialog');
    await expect(dialog).toContainText('2 of the 14 files in locked.zip are encrypted');
    await typePassword(page, 'second');
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('1 of the 14 files in locked.zip has another password');
    await expectCount(page, 'count-dicom', CT_SHAPE.slices + 1);
    await typePassword(page, 'first');
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await waitForPhase(page, 'ready');
    await expectCount(page, 'count-dicom', CT_SHAPE.slices + 2);
    await expect(seriesRow(page, CLIP.uid)).toBeVisible();
    await expect(seriesRow(page, REPORT.uid)).toBeVisible();
  });

  test('of two archives one is asked for after the other', async ({ page }) => {
    await openArchive(page, [zipFile('a.zip', [clip]), zipFile('b.zip', [report])]);
    const dialog = page.getByTestId('password-dialog');
    await expect(dialog).toContainText('The one file in a.zip is encrypted');
    await waitForPhase(page, 'ready');
    await dialog.getByRole('button', { name: 'Go on without' }).click();
    await expect(dialog).toContainText('The one file in b.zip is encrypted');
    await typePassword(page, 'second');
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(seriesRow(page, REPORT.uid)).toBeVisible();
    await expect(notice(page, 'archive-encrypted')).toHaveAttribute('data-path', 'a.zip');
  });

  test('inside another one it is named by its path', async ({ page }) => {
    const inner = buildZip([clip]);
    await openArchive(page, zipFile('outer.zip', [{ name: 'sub/inner.zip', content: inner }]));
    const dialog = page.getByTestId('password-dialog');
    await expect(dialog).toContainText('The one file in sub/inner.zip in outer.zip is encrypted');
    await typePassword(page, 'first');
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(seriesRow(page, CLIP.uid)).toBeVisible();
  });
});

test.describe('what is in no archive', () => {
  test('a folder that is chosen opens with the paths of its files', async ({ page }, testInfo) => {
    const folder = writeFolder(testInfo.outputPath('study'));
    await page.getByTestId('open-folder').setInputFiles(folder);
    await waitForPhase(page, 'ready');
    await expectFolder(page);
  });

  test('folders, archives and files are dropped together', async ({ page }, testInfo) => {
    const folder = writeFolder(testInfo.outputPath('study'));
    const zip = testInfo.outputPath('clip.zip');
    const loose = testInfo.outputPath('report.dcm');
    writeFileSync(zip, zipFile('', [{ name: 'CLIP', content: clipFile() }]).buffer);
    writeFileSync(loose, reportFile());
    await drop(page, [folder, zip, loose]);
    await waitForPhase(page, 'ready');
    await expectCount(page, 'count-entries', CT_SHAPE.slices + 1 + 2);
    await expectCount(page, 'count-series', 3);
    await page.getByRole('button', { name: '3 archives' }).click();
    for (const name of ['study', 'clip.zip', 'report.dcm'])
      await expect(page.getByRole('menuitem').filter({ hasText: name })).toBeVisible();
  });

  test('a folder is dropped on a page where something is open, and a dialog over it', async ({
    page,
  }, testInfo) => {
    const folder = writeFolder(testInfo.outputPath('study'));
    await openArchive(page, zipFile('clip.zip', [{ name: 'CLIP', content: clipFile() }]));
    await waitForPhase(page, 'ready');
    await page.getByRole('button', { name: 'Keys and mouse' }).click();
    await drop(page, [folder]);
    await page.keyboard.press('Escape');
    await expectCount(page, 'count-entries', CT_SHAPE.slices + 1 + 1);
    await expect(seriesRow(page, CT.uid).getByTestId('series-origin')).toHaveText('study');
    await expect(seriesRow(page, CLIP.uid).getByTestId('series-origin')).toHaveText('clip.zip');
  });

  test('a folder without files says so', async ({ page }, testInfo) => {
    const folder = testInfo.outputPath('nothing');
    mkdirSync(folder, { recursive: true });
    await drop(page, [folder]);
    await expect(page.getByRole('alert')).toContainText('There are no files in what was dropped');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await waitForPhase(page, 'empty');
  });

  test('DICOM files that are chosen are one series', async ({ page }) => {
    const files = [0, 1, 2].map((slice) => asFile(`IM${String(slice)}`, ctFile(slice)));
    await openArchive(page, files);
    await waitForPhase(page, 'ready');
    await expectCount(page, 'count-entries', 3);
    await expect(seriesRow(page, CT.uid)).toHaveAttribute('data-instances', '3');
    await new ViewportHandle(page).expectImage(sopUidOfCt(1));
    await page.getByRole('button', { name: '3 files', exact: true }).click();
    await expect(page.getByTestId('archive-details')).toContainText('Files in no archive');
  });

  /** The slices of the CT in a folder of the folder, and a text beside them. */
  function writeFolder(path: string): string {
    for (const { name, content } of [...ctMembers(), { name: 'README.txt', content: textBytes }]) {
      const file = join(path, String(name));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content ?? '');
    }
    return path;
  }

  async function expectFolder(page: Page): Promise<void> {
    await expectCount(page, 'count-entries', CT_SHAPE.slices + 1);
    await expectCount(page, 'count-dicom', CT_SHAPE.slices);
    await expect(seriesRow(page, CT.uid)).toHaveAttribute('data-instances', String(CT_SHAPE.slices));
    await expect(page.getByRole('button', { name: 'Close study' })).toBeVisible();
    await page.getByRole('tab', { name: /^Files/ }).click();
    await expect(page.getByTitle('DICOM/CT/IM0', { exact: true })).toBeVisible();
  }
});

test.describe('archives in archives', () => {
  const deeper = buildZip([{ name: 'REPORT', content: reportFile() }]);
  const inner = buildZip([
    { name: 'CLIP', content: clipFile() },
    { name: 'deeper.zip', content: deeper },
  ]);
  const nested = zipFile('nested.zip', [{ name: 'a/inner.zip', content: inner }, ...ctMembers()]);

  test('are opened, counted, and named where their series are', async ({ page }) => {
    await openArchive(page, nested);
    await waitForPhase(page, 'ready');
    await expectCount(page, 'count-entries', CT_SHAPE.slices + 1 + 2 + 1);
    await expectCount(page, 'count-dicom', CT_SHAPE.slices + 2);
    await expectCount(page, 'count-series', 3);
    await expect(page.getByRole('list', { name: 'Open archives' })).toContainText('+2 inside');
    for (const [series, origin, path] of [
      [CT, 'nested.zip', 'nested.zip'],
      [CLIP, 'inner.zip', 'a/inner.zip in nested.zip'],
      [REPORT, 'deeper.zip', 'deeper.zip in a/inner.zip in nested.zip'],
    ] as const) {
      await expect(seriesRow(page, series.uid).getByTestId('series-origin')).toHaveText(origin);
      await expect(seriesRow(page, series.uid).getByTestId('series-origin')).toHaveAttribute('title', path);
    }
    // No remark on what only holds an archive.
    await expect(emptyRemarks(page)).toHaveCount(0);
  });

  test('each has an account of its own, which is reached from the one that it is in', async ({ page }) => {
    await openArchive(page, nested);
    await waitForPhase(page, 'ready');
    const details = await showDetails(page, 'nested.zip');
    const bytes = inner.length + ctMembers().reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
    await expectLedger(details, { Images: 12, 'Not DICOM': 1 }, bytes);

    await details.getByRole('button', { name: 'a/inner.zip' }).click();
    await expect(details.getByRole('heading', { level: 2 })).toHaveText('inner.zip');
    await expectLedger(details, { Images: 1, 'Not DICOM': 1 }, clipFile().length + deeper.length);
    await details.getByRole('button', { name: 'deeper.zip' }).click();
    await expectLedger(details, { 'No image': 1 }, reportFile().length);
    await details.getByRole('button', { name: 'nested.zip', exact: true }).click();
    await expect(details.getByRole('heading', { level: 2 })).toHaveText('nested.zip');

    await page.keyboard.press('Escape');
    await expect(details).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^nested\.zip/ })).toBeFocused();
  });

  test('an archive that only holds others is not said to hold no DICOM; one line is said of 20 without', async ({
    page,
  }) => {
    await openArchive(page, zipFile('parcel.zip', [{ name: 'inner.zip', content: inner }]));
    await waitForPhase(page, 'ready');
    await expectCount(page, 'count-dicom', 2);
    await expect(emptyRemarks(page)).toHaveCount(0);

    const letter = buildZip([{ name: 'letter.txt', content: textBytes }]);
    const letters = Array.from({ length: 20 }, (_, index) => ({
      name: `${String(index)}.zip`,
      content: letter,
    }));
    await openArchive(page, zipFile('letters.zip', letters));
    await expectCount(page, 'count-entries', 1 + 2 + 1 + 20 + 20);
    await waitForPhase(page, 'ready');
    await expect(emptyRemarks(page)).toHaveCount(1);
    await expect(emptyRemarks(page)).toContainText('letters.zip holds no DICOM files');
  });

  test('what is too deep is left closed until the reader opens it', async ({ page }) => {
    const depths = [5, 4, 3, 2, 1];
    const content = depths.reduce(
      (inside, depth) => buildZip([{ name: `depth-${String(depth)}.zip`, content: inside }]),
      buildZip([{ name: 'CLIP', content: clipFile() }]),
    );
    await openArchive(page, asFile('outer.zip', content));
    await waitForPhase(page, 'ready');
    await expectCount(page, 'count-dicom', 0);
    const left = notice(page, 'nested-not-opened');
    await expect(left).toContainText('depth-4.zip in depth-3.zip in depth-2.zip in depth-1.zip in outer.zip');
    await left.getByRole('button', { name: 'Open anyway' }).click();
    await waitForPhase(page, 'ready');
    await expect(seriesRow(page, CLIP.uid)).toBeVisible();
  });
});

test.describe('the details of an archive', () => {
  test('verifying it finds what the scan need not read', async ({ page }) => {
    // The scan reads the header of a DICOM file, not its pixels.
    const broken: ZipMember = { name: 'CLIP', content: clipFile(), crc32: crc32(clipFile()) ^ 1 };
    await openArchive(page, zipFile('broken.zip', [broken, ...ctMembers()]));
    await waitForPhase(page, 'ready');
    await expectCount(page, 'count-problems', 0);
    const details = await showDetails(page, 'broken.zip');
    await details.getByRole('button', { name: 'Verify' }).click();
    await expect(details.getByTestId('verify-result')).toHaveText(
      '1 of 13 files is not as its checksum says, or cannot be read: see Files.',
    );
    await expectCount(page, 'count-problems', 1);
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: /^Files/ }).click();
    await expect(notice(page, 'entry-crc-mismatch')).toContainText('checksum does not fit');
  });

  test('verifying one that is whole says so, and its SHA-256 is that of the file', async ({ page }) => {
    const archive = zipFile('whole.zip', ctMembers());
    await openArchive(page, archive);
    await waitForPhase(page, 'ready');
    const details = await showDetails(page, 'whole.zip');
    await details.getByRole('button', { name: 'Verify' }).click();
    await expect(details.getByTestId('verify-result')).toHaveText('All 12 files are as their checksums say.');
    await details.getByRole('button', { name: 'Compute' }).click();
    const expected = createHash('sha256').update(archive.buffer).digest('hex');
    await expect(details.getByTestId('sha256')).toHaveText(expected);
  });

  test('names of no known encoding are read in the one that is chosen', async ({ page }) => {
    // 検査 in Shift JIS; in code page 437 the same bytes are îƒì╕.
    const name = Uint8Array.of(0x8c, 0x9f, 0x8d, 0xb8, 0x2f, 0x49, 0x4d, 0x31);
    await openArchive(page, zipFile('names.zip', [{ name, content: ctFile(0) }]));
    await waitForPhase(page, 'ready');
    const details = await showDetails(page, 'names.zip');
    const encoding = details.getByLabel('Read as');
    const names = details.getByRole('list', { name: 'Names as they read now' });
    await expect(encoding).toHaveValue('shift_jis');
    await expect(names).toHaveText('検査/IM1');
    await encoding.selectOption('cp437');
    await expect(names).toHaveText('îƒì╕/IM1');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: /^Files/ }).click();
    await expect(page.getByTitle('îƒì╕/IM1')).toBeVisible();
  });

  test('close it', async ({ page }) => {
    await openArchive(page, zipFile('whole.zip', ctMembers()));
    await waitForPhase(page, 'ready');
    const details = await showDetails(page, 'whole.zip');
    await details.getByRole('button', { name: 'Close archive' }).click();
    await waitForPhase(page, 'empty');
    await expect(details).toHaveCount(0);
  });
});

test('many archives fit the bar, and each can be reached', async ({ page }) => {
  const archives = Array.from({ length: 8 }, (_, index) =>
    zipFile(`export-${String(index)}.zip`, [{ name: 'IM', content: ctFile(index) }]),
  );
  await openArchive(page, archives);
  await waitForPhase(page, 'ready');
  await expectCount(page, 'count-entries', 8);
  await expect(page.getByRole('button', { name: 'Sealed' })).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: '8 archives' }).press('Enter');
  await page.getByRole('menuitem').filter({ hasText: 'export-5.zip' }).press('Enter');
  const details = page.getByTestId('archive-details');
  await expect(details.getByRole('heading', { level: 2 })).toHaveText('export-5.zip');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '8 archives' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem').filter({ hasText: 'export-0.zip' }).press('Enter');
  await details.getByRole('button', { name: 'Close archive' }).click();
  await expectCount(page, 'count-entries', 7);
});

test('files and folders are added from the menu in the bar', async ({ page }) => {
  await openArchive(page, zipFile('one.zip', ctMembers()));
  await waitForPhase(page, 'ready');
  await page.getByRole('button', { name: 'Add' }).click();
  const [files] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('menuitem', { name: /^Files/ }).click(),
  ]);
  await files.setFiles(zipFile('two.zip', [{ name: 'CLIP', content: clipFile() }]));
  await expect(seriesRow(page, CLIP.uid)).toBeVisible();
  await page.getByRole('button', { name: 'Add' }).click();
  const [folder] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('menuitem', { name: /^Folder/ }).click(),
  ]);
  expect(folder.isMultiple()).toBe(true);
});

const textBytes = new TextEncoder().encode('This is no DICOM file.');

/** The member with ZipCrypto (APPNOTE 6.1): the check byte is the highest of the CRC-32. */
function locked(member: ZipMember, password: string): ZipMember {
  const content = member.content ?? new Uint8Array();
  const fixture = { password, checkByte: crc32(content) >>> 24, seed: 7 };
  return { ...member, deflated: encryptZipCrypto(deflateRawSync(content), fixture), isEncrypted: true };
}

/** Drops files and folders of the disk on the middle of the page, as a file manager does. */
async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
}

function notice(page: Page, code: string): Locator {
  return page.locator(`[data-testid=problem][data-code="${code}"]`);
}

/** On archives without DICOM files. */
function emptyRemarks(page: Page): Locator {
  return page.getByRole('status').filter({ hasText: 'no DICOM' });
}

async function showDetails(page: Page, name: string): Promise<Locator> {
  await page
    .getByRole('list', { name: 'Open archives' })
    .getByRole('button', { name: new RegExp(`^${name.replace('.', '\\.')}`) })
    .click();
  const details = page.getByTestId('archive-details');
  await expect(details.getByRole('heading', { level: 2 })).toHaveText(name);
  return details;
}

/** The files by state are as expected, and their sum is what the directory lists. */
async function expectLedger(
  details: Locator,
  states: Readonly<Record<string, number>>,
  bytes: number,
): Promise<void> {
  const files = Object.values(states).reduce((sum, count) => sum + count, 0);
  const row = (label: string): Locator => details.getByRole('row', { name: new RegExp(`^${label} `) });
  for (const [state, count] of Object.entries(states)) {
    await expect(row(state).getByRole('cell').first()).toHaveText(String(count));
  }
  for (const label of ['Sum', 'In its directory']) {
    await expect(row(label).getByRole('cell')).toHaveText([String(files), bytes.toLocaleString('en-US')]);
  }
}

/** Into the field of the dialog, which has the focus as soon as it is there. */
async function typePassword(page: Page, password: string): Promise<void> {
  const dialog = page.getByTestId('password-dialog');
  await expect(dialog.getByLabel('Password', { exact: true })).toBeFocused();
  await page.keyboard.type(password);
}
