import type { Page } from '@playwright/test';
import { writeDicomdir } from '../src/fixtures/dicomdir';
import { buildZip } from '../src/fixtures/zip-writer';
import { expect, test } from './glovebox-test';
import { asFile, ctFile, sopUidOfCt, zipFile, type ChosenFile } from './test-archive';
import { expectCount, openArchive, visitPage, waitForPhase } from './workspace';

/** The DICOMDIR of a disc: slices 0 to 2 of the test CT. */
const dicomdir = writeDicomdir([
  { type: 'PATIENT' },
  ...[0, 1, 2].map((slice) => ({
    type: 'IMAGE',
    fileId: `CT/IM${String(slice)}`,
    sopInstanceUid: sopUidOfCt(slice),
  })),
]);

test.beforeEach(async ({ page, visit }) => {
  await visitPage(page, visit);
});

test('a DICOMDIR is held against the files of its folder', async ({ page }) => {
  await openFiles(page, discWith(['CT/IM0', 0], ['CT/IM1', 1], ['CT/IM9', 9]));
  const row = page.getByTitle('Disc 1/DICOMDIR');
  await expect(row).toContainText('The DICOMDIR lists 3 files; 1 of them is not in the archive: CT/IM2.');
  await expect(row).toHaveAttribute('title', /does not list 1 DICOM file of its folder: Disc 1\/CT\/IM9\./);
  await expect(problems(page)).toHaveCount(1);
  await expectCount(page, 'count-problems', 1);
});

test('a DICOMDIR whose files have other names is told so', async ({ page }) => {
  await openFiles(page, discWith(['CT/IM0', 0], ['CT/IM1', 1], ['renamed.dcm', 2]));
  await expect(problems(page)).toHaveText(
    'The DICOMDIR lists 3 files; 1 of them is in the archive under another name: CT/IM2 is Disc 1/renamed.dcm.',
  );
});

test('nothing is said of a DICOMDIR that agrees with its files', async ({ page }) => {
  await openFiles(page, discWith(['ct/im0.dcm', 0], ['ct/im1.dcm', 1], ['ct/im2.dcm', 2]));
  await expect(page.getByTitle('Disc 1/DICOMDIR')).toContainText('DICOMDIR');
  await expectCount(page, 'count-problems', 0);
});

test('a DICOMDIR in an archive inside the archive is checked too', async ({ page }) => {
  const inner = Buffer.from(discWith(['CT/IM0', 0], ['CT/IM1', 1]).buffer);
  await openFiles(page, asFile('outer.zip', buildZip([{ name: 'mail/disc.zip', content: inner }])));
  await expect(page.locator('[data-code=dicomdir-missing]')).toContainText(
    '1 of them is not in the archive: CT/IM2',
  );
});

/** A slice of the test CT under each of these names, in the folder of the DICOMDIR. */
function discWith(...slices: readonly (readonly [name: string, slice: number])[]): ChosenFile {
  const files = slices.map(([name, slice]) => ({ name: `Disc 1/${name}`, content: ctFile(slice) }));
  return zipFile('disc.zip', [...files, { name: 'Disc 1/DICOMDIR', content: dicomdir }]);
}

async function openFiles(page: Page, file: ChosenFile): Promise<void> {
  await openArchive(page, file);
  await waitForPhase(page, 'ready');
  await page.getByRole('tab', { name: /^Files/ }).click();
}

function problems(page: Page) {
  return page.locator('[data-testid=problem][data-code^=dicomdir]');
}
