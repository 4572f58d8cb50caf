import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { corpusDir } from '../src/fixtures/corpus';
import type { DataSetDescription } from '../src/fixtures/dicom-writer';
import type { ZipMember } from '../src/fixtures/zip-writer';
import { expect, test } from './glovebox-test';
import { CLIP, CLIP_SHAPE, CT, clipFile, ctImage, IDENTIFYING, instanceFile, zipFile } from './test-archive';
import { ViewportHandle } from './viewport';
import { openArchive, openSeries, seriesRow, visitPage, waitForPhase } from './workspace';

const ECHOES = { ...CT, uid: '2.25.2101', number: 7, description: 'Two echoes' };
const DIFFUSION = { ...CT, uid: '2.25.2102', number: 8, description: 'Diffusion' };

const ECHO_TIMES = [10, 80] as const;
const SLICES = 3;

function uidOfEcho(slice: number, echo: number): string {
  return `2.25.51${String(slice)}${String(echo)}`;
}

/** Three slices of two echoes, taken from the last to the first, numbered slice by slice, stored echo by echo. */
function echoMembers(): readonly ZipMember[] {
  return ECHO_TIMES.flatMap((echoTime, echo) =>
    Array.from({ length: SLICES }, (_, slice) => {
      const instance = { uid: uidOfEcho(slice, echo), number: slice * 2 + echo + 1 };
      const content = instanceFile(ECHOES, instance, [
        ...ctImage(slice),
        [0x00080022, 'DA', '20240305'],
        [0x00080032, 'TM', `09301${String(9 - slice)}`],
        [0x00180081, 'DS', echoTime],
      ]);
      return { name: `DICOM/MR/E${String(echo)}S${String(slice)}`, content };
    }),
  );
}

/** Frames of an enhanced object: the b-value, and which slice of how many; not in the order of either. */
const FRAMES = [
  { bValue: 1000, place: 2 },
  { bValue: 0, place: 3 },
  { bValue: 1000, place: 1 },
  { bValue: 0, place: 1 },
  { bValue: 1000, place: 3 },
  { bValue: 0, place: 2 },
] as const;

function diffusionFile(): Uint8Array {
  const pixels = new Uint16Array(8 * 8 * FRAMES.length).map((_, index) => index);
  const perFrame = FRAMES.map(({ bValue, place }): DataSetDescription => [
    [0x00189117, 'SQ', [[[0x00189087, 'FD', bValue]]]],
    [0x00209111, 'SQ', [[[0x00209157, 'UL', [bValue === 0 ? 1 : 2, place]]]]],
    [0x00209113, 'SQ', [[[0x00200032, 'DS', [0, 0, 5 * place]]]]],
  ]);
  return instanceFile(DIFFUSION, { uid: '2.25.5200', number: 1 }, [
    [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.4.1'],
    [0x00080060, 'CS', 'MR'],
    [0x00280002, 'US', 1],
    [0x00280004, 'CS', 'MONOCHROME2'],
    [0x00280008, 'IS', FRAMES.length],
    [0x00280010, 'US', 8],
    [0x00280011, 'US', 8],
    [0x00280100, 'US', 16],
    [0x00280101, 'US', 16],
    [0x00280102, 'US', 15],
    [0x00280103, 'US', 0],
    [0x52009229, 'SQ', [[[0x00209116, 'SQ', [[[0x00200037, 'DS', [1, 0, 0, 0, 1, 0]]]]]]]],
    [0x52009230, 'SQ', perFrame],
    [0x7fe00010, 'OW', pixels],
  ]);
}

let viewport: ViewportHandle;

test.beforeEach(async ({ page, visit }) => {
  visit.identifying.push(...IDENTIFYING);
  viewport = new ViewportHandle(page);
  await visitPage(page, visit);
});

function optionsOf(page: Page, testId: string): Promise<readonly string[]> {
  return page.getByTestId(testId).locator('option').allTextContents();
}

/** From the first image to the last, as keys go through them. */
async function expectImages(page: Page, uids: readonly string[]): Promise<void> {
  await viewport.locator.click();
  await page.keyboard.press('Home');
  for (const [index, uid] of uids.entries()) {
    await viewport.expectImage(uid);
    await expect(viewport.overlay('bottom-left')).toContainText(
      `Im: ${String(index + 1)}/${String(uids.length)}`,
    );
    await page.keyboard.press('ArrowRight');
  }
  await viewport.expectImage(uids.at(-1) ?? '');
}

test('a series of two echoes is shown echo by echo, in the order that is chosen', async ({ page }) => {
  await openArchive(page, zipFile('echoes.zip', echoMembers()));
  await waitForPhase(page, 'ready');
  await openSeries(page, ECHOES.uid);
  await viewport.expectReady();
  await expect(seriesRow(page, ECHOES.uid)).toContainText('2 parts');
  expect(await optionsOf(page, 'part-select')).toEqual(['TE 10 ms · 3', 'TE 80 ms · 3', 'All images · 6']);
  await expectImages(
    page,
    [0, 1, 2].map((slice) => uidOfEcho(slice, 0)),
  );

  // The other echo of the same slice.
  await page.getByTestId('part-select').selectOption('TE 80 ms · 3');
  await viewport.expectImage(uidOfEcho(2, 1));
  await expect(viewport.overlay('bottom-left')).toContainText('Im: 3/3 S (I -> S)');
  await expectImages(
    page,
    [0, 1, 2].map((slice) => uidOfEcho(slice, 1)),
  );

  // In another order the image that is shown stays.
  const order = page.getByTestId('order-select');
  await expect(order.locator('option:checked')).toHaveText('sorted by position');
  await order.selectOption('reversed');
  await viewport.expectImage(uidOfEcho(2, 1));
  await expect(viewport.overlay('bottom-left')).toContainText('Im: 1/3 S (S -> I)');
  await expectImages(
    page,
    [2, 1, 0].map((slice) => uidOfEcho(slice, 1)),
  );

  await page.getByTestId('part-select').selectOption('All images · 6');
  await order.selectOption('by time');
  // Of one time: as sorted by position, then by Instance Number.
  await expectImages(
    page,
    [2, 1, 0].flatMap((slice) => [uidOfEcho(slice, 0), uidOfEcho(slice, 1)]),
  );
  await order.selectOption('as in the file');
  await expectImages(
    page,
    [0, 1].flatMap((echo) => [0, 1, 2].map((slice) => uidOfEcho(slice, echo))),
  );
  await order.selectOption('by instance number');
  await expectImages(
    page,
    [0, 1, 2].flatMap((slice) => [uidOfEcho(slice, 0), uidOfEcho(slice, 1)]),
  );
});

test('frames of an enhanced object are stacks too, in the order of their dimensions', async ({ page }) => {
  await openArchive(page, zipFile('diffusion.zip', [{ name: 'DWI', content: diffusionFile() }]));
  await waitForPhase(page, 'ready');
  await openSeries(page, DIFFUSION.uid);
  await viewport.expectReady();
  await expect(page.getByTestId('part-select')).toBeVisible();
  expect(await optionsOf(page, 'part-select')).toEqual(['b 0 · 3', 'b 1000 · 3', 'All images · 6']);
  for (const bValue of [0, 1000]) {
    await page.getByTestId('part-select').selectOption(`b ${String(bValue)} · 3`);
    await viewport.locator.click();
    await page.keyboard.press('Home');
    for (const place of [1, 2, 3]) {
      const frame = FRAMES.findIndex((each) => each.bValue === bValue && each.place === place);
      await expect(viewport.locator).toHaveAttribute('data-frame', String(frame));
      await expect(viewport.overlay('bottom-left')).toContainText(`Im: ${String(place)}/3`);
      await page.keyboard.press('ArrowRight');
    }
    await expect(viewport.overlay('bottom-left')).toContainText('Im: 3/3 S (I -> S)');
  }
  await expect(page.getByTestId('order-select').locator('option:checked')).toHaveText(
    'sorted by dimension index',
  );
});

test('cine plays a clip at the rate of its file, and at others', async ({ page }) => {
  await openArchive(page, zipFile('clip.zip', [{ name: 'CLIP', content: clipFile() }]));
  await waitForPhase(page, 'ready');
  await openSeries(page, CLIP.uid);
  await viewport.expectReady();
  await expect(page.getByTestId('cine-rate')).toHaveCount(0);
  await page.keyboard.press('Space');
  // A frame takes 20 ms.
  await expect(page.getByTestId('cine-rate')).toContainText('50 frames/s');
  await page.getByLabel('Speed of cine').selectOption('1/4x');
  await expect(page.getByTestId('cine-rate')).toContainText('12.5 frames/s');
  const seen = new Set<number>();
  await expect
    .poll(async () => seen.add(await viewport.number('data-frame')).size, { intervals: [40] })
    .toBe(CLIP_SHAPE.frames);
  await viewport.locator.click();
  await page.keyboard.press('Space');
  await expect(page.getByTestId('cine-rate')).toHaveCount(0);
});

const dir = corpusDir();
const FOLDERS = [
  ['two-echoes', ['TE 10 ms · 3', 'TE 80 ms · 3', 'All images · 6']],
  ['two-time-points', ['Time point 1 · 3', 'Time point 2 · 3', 'All images · 6']],
  ['localizer-3-planes', ['Axial · 1', 'Sagittal · 1', 'Coronal · 1', 'All images · 3']],
] as const;

test.describe('series of the corpus', { tag: '@corpus' }, () => {
  test.skip(dir === null, 'there is no corpus');

  for (const [folder, parts] of FOLDERS) {
    test(folder, async ({ page }) => {
      const path = join(dir ?? '', 'grouping', folder);
      const members = readdirSync(path).map((name) => ({ name, content: readFileSync(join(path, name)) }));
      await openArchive(page, zipFile(`${folder}.zip`, members));
      await waitForPhase(page, 'ready');
      await viewport.expectReady();
      expect(await optionsOf(page, 'part-select')).toEqual(parts);
    });
  }
});
