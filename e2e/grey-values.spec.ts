import type { Page } from '@playwright/test';
import type { DataSetDescription } from '../src/fixtures/dicom-writer';
import { expect, test } from './glovebox-test';
import { CT, IDENTIFYING, instanceFile, zipFile } from './test-archive';
import { ViewportHandle } from './viewport';
import { openArchive, visitPage, waitForPhase } from './workspace';

/** Four stripes of ten columns of one value each: in their middles no smoothing changes it. */
const SHAPE = { columns: 40, rows: 30 } as const;
const LEVELS = [0, 85, 170, 255] as const;

const STRIPES = Uint8Array.from(
  { length: SHAPE.rows * SHAPE.columns },
  (_, index) => LEVELS[Math.floor((index % SHAPE.columns) / 10)] ?? 0,
);

const WINDOW: DataSetDescription = [
  [0x00281050, 'DS', '128'],
  [0x00281051, 'DS', '256'],
];

/** 256 entries of 8 bits. */
function lut(explanation: string, entryOf: (input: number) => number): DataSetDescription {
  return [
    [0x00283002, 'US', [256, 0, 8]],
    [0x00283003, 'LO', explanation],
    [0x00283006, 'US', Array.from({ length: 256 }, (_, input) => entryOf(input))],
  ];
}

/** An image of 8 bits; `elements` say how it is to be seen. */
async function openImage(
  page: Page,
  elements: DataSetDescription,
  { columns, rows, pixels }: { columns: number; rows: number; pixels: Uint8Array } = {
    ...SHAPE,
    pixels: STRIPES,
  },
): Promise<ViewportHandle> {
  const given = new Set(elements.map(([tag]) => tag));
  const image: DataSetDescription = [
    [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.7'],
    [0x00080060, 'CS', 'OT'],
    [0x00280002, 'US', 1],
    [0x00280004, 'CS', 'MONOCHROME2'],
    [0x00280010, 'US', rows],
    [0x00280011, 'US', columns],
    [0x00280100, 'US', 8],
    [0x00280101, 'US', 8],
    [0x00280102, 'US', 7],
    [0x00280103, 'US', 0],
    [0x7fe00010, 'OB', pixels],
  ];
  const file = instanceFile(CT, { uid: '2.25.3500', number: 1 }, [
    ...image.filter(([tag]) => !given.has(tag)),
    ...elements,
  ]);
  await openArchive(page, zipFile('image.zip', [{ name: 'IM0', content: file }]));
  await waitForPhase(page, 'ready');
  const viewport = new ViewportHandle(page);
  await viewport.expectReady();
  return viewport;
}

/** The grey of each stripe. */
async function greys(viewport: ViewportHandle): Promise<readonly number[]> {
  const levels: number[] = [];
  for (const stripe of LEVELS.keys()) {
    const middle = await viewport.placeOfPixel(SHAPE, stripe * 10 + 5, 15);
    const [red = NaN, green, blue] = await viewport.pixelAt(middle);
    expect([green, blue]).toEqual([red, red]);
    levels.push(red);
  }
  return levels;
}

test.beforeEach(async ({ page, visit }) => {
  visit.identifying.push(...IDENTIFYING);
  await visitPage(page, visit);
});

test('an image is seen through its VOI LUT, any other of the file, or a window', async ({ page }) => {
  const viewport = await openImage(page, [
    [0x00283010, 'SQ', [lut('NORMAL', (input) => input), lut('HALF', (input) => input >> 1)]],
  ]);
  const applied = viewport.overlay('top-left');
  await expect(viewport.overlay('top')).toContainText('VOI LUT Applied');
  await expect(applied).toContainText('VOI LUT: NORMAL');
  expect(await greys(viewport)).toEqual([0, 85, 170, 255]);

  await page.getByRole('button', { name: 'Window', exact: true }).click();
  await page.getByRole('menuitem', { name: /^HALF/ }).click();
  await expect(applied).toContainText('VOI LUT: HALF');
  expect(await greys(viewport)).toEqual([0, 42, 85, 127]);

  // The drag begins with the range of the LUT: 256 values from 0 on; 256 / 80 for each pixel.
  await viewport.drag('left', 10, 0);
  await viewport.expectWindow({ center: 128, width: 256 + 32 });
  await expect(applied).not.toContainText('VOI LUT');
  await expect(viewport.overlay('top')).not.toContainText('VOI LUT');

  await page.keyboard.press('~');
  await expect(applied).toContainText('VOI LUT: NORMAL');
});

test('the windows of a file come before its VOI LUT, all of them are in the menu', async ({ page }) => {
  const viewport = await openImage(page, [
    [0x00281050, 'DS', ['128', '64']],
    [0x00281051, 'DS', ['256', '128']],
    [0x00281055, 'LO', ['WIDE', 'DARK']],
    [0x00283010, 'SQ', [lut('NORMAL', (input) => input)]],
  ]);
  await expect(viewport.overlay('top-left')).toContainText('Window: WIDE');
  await page.getByRole('button', { name: 'Window', exact: true }).click();
  const names = await page.getByRole('menuitem').allInnerTexts();
  expect(names.map((name) => name.split('\n')[0])).toEqual(['WIDE', 'DARK', 'NORMAL', 'Full dynamic range']);
  await page.getByRole('menuitem', { name: /^DARK/ }).click();
  await viewport.expectWindow({ center: 64, width: 128 });
  await expect(viewport.overlay('top-left')).toContainText('Window: DARK');
});

test('padding is black, also of an inverted image', async ({ page }) => {
  const viewport = await openImage(page, [...WINDOW, [0x00280120, 'US', 170]]);
  await expect(viewport.overlay('top-left')).toContainText('Padding: 170');
  expect(await greys(viewport)).toEqual([0, 85, 0, 255]);
  await page.keyboard.press('x');
  await expect(viewport.overlay('top-left')).toContainText('Inverted');
  expect(await greys(viewport)).toEqual([255, 170, 0, 0]);
});

test('MONOCHROME1 and Presentation LUT Shape INVERSE make the smallest value white, once', async ({
  page,
}) => {
  const viewport = await openImage(page, [
    ...WINDOW,
    [0x00280004, 'CS', 'MONOCHROME1'],
    [0x20500020, 'CS', 'INVERSE'],
  ]);
  expect(await greys(viewport)).toEqual([255, 170, 85, 0]);
});

test('values go through the modality LUT, and are read so under the pointer', async ({ page }) => {
  const modality: DataSetDescription = [
    [0x00283002, 'US', [256, 0, 16]],
    [0x00283004, 'LO', 'OD'],
    [0x00283006, 'US', Array.from({ length: 256 }, (_, stored) => 1000 - stored)],
  ];
  const viewport = await openImage(page, [
    [0x00283000, 'SQ', [modality]],
    [0x00281050, 'DS', '873'],
    [0x00281051, 'DS', '256'],
  ]);
  await expect(viewport.overlay('top-left')).toContainText('Modality LUT Applied');
  // 1000, 915, 830 and 745 in a window from 745 to 1000.
  expect(await greys(viewport)).toEqual([255, 170, 85, 0]);
  const { x, y } = await viewport.placeOfPixel(SHAPE, 15, 15);
  await viewport.hover(x, y);
  await expect(viewport.overlay('top-left')).toContainText('Value: 915.00 OD');
});

test('nothing moves between the draft of a large image and the image at rest', async ({ page }) => {
  // A white square a little off the middle, of 1.9 million pixels in all.
  const [columns, rows] = [1600, 1200];
  const pixels = Uint8Array.from({ length: columns * rows }, (_, index) => {
    const isIn = (at: number, start: number): boolean => at >= start && at < start + 200;
    return isIn(index % columns, 650) && isIn(Math.floor(index / columns), 430) ? 255 : 20;
  });
  const viewport = await openImage(page, WINDOW, { columns, rows, pixels });
  for (const zoomDrag of [0, -40, -70]) {
    if (zoomDrag !== 0) await viewport.drag('right', 0, zoomDrag);
    const atRest = await viewport.whiteArea();
    const { width, height } = await viewport.size();
    await viewport.hover(width / 2, height / 2);
    await page.mouse.down();
    await viewport.hover(width / 2, height / 2 + 1);
    const draft = await viewport.whiteArea();
    await page.mouse.up();
    expect(Math.abs(draft.x - atRest.x)).toBeLessThan(0.75);
    expect(Math.abs(draft.y - atRest.y)).toBeLessThan(0.75);
    expect(draft.count / atRest.count).toBeGreaterThan(0.97);
    expect(draft.count / atRest.count).toBeLessThan(1.03);
    await page.keyboard.press('~');
  }
});
