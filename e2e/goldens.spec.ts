import type { Page } from '@playwright/test';
import { mergeElements, type DataSetDescription } from '../src/fixtures/dicom-writer';
import { ctSlice, mrSlice } from '../src/fixtures/phantoms';
import { createRandom } from '../src/fixtures/random';
import { ultrasoundClip } from '../src/fixtures/ultrasound-phantom';
import { expect, test } from './glovebox-test';
import { CT, IDENTIFYING, instanceFile, zipFile } from './test-archive';
import { ViewportHandle } from './viewport';
import { openArchive, visitPage, waitForPhase } from './workspace';

/**
 * How far a picture may be from its golden: a pixel counts as different from a tenth of the way from black to white on
 * (`threshold`, a perceived distance), and five pixels in a thousand may be: other versions of the browser round
 * otherwise where they scale.
 */
const TOLERANCE = { threshold: 0.1, maxDiffPixelRatio: 0.005 };

const SIZE = 128;

const random = createRandom(5);
const ct = ctSlice({ size: SIZE, sliceIndex: 3, slices: 8, thicknessMm: 5, noiseHu: 8, random });
const mr = mrSlice({
  rows: SIZE,
  columns: SIZE,
  sliceIndex: 4,
  slices: 9,
  thicknessMm: 5,
  weighting: 'T2',
  isSigned: false,
  random,
});
const clip = ultrasoundClip({ rows: 96, columns: SIZE, frames: 1, frameTimeMs: 40, random });

/** A ramp from the left, of 8 bits. */
const ramp = Uint8Array.from({ length: SIZE * SIZE }, (_, index) => (index % SIZE) * 2);

const eightBits: DataSetDescription = [
  [0x00280100, 'US', 8],
  [0x00280101, 'US', 8],
  [0x00280102, 'US', 7],
  [0x00281050, 'DS', []],
  [0x00281051, 'DS', []],
  [0x00281052, 'DS', []],
  [0x00281053, 'DS', []],
];

interface Golden {
  readonly name: string;
  readonly image: DataSetDescription;
  readonly keys?: readonly string[];
}

const GOLDENS: readonly Golden[] = [
  { name: 'ct-window-of-the-file', image: ct },
  { name: 'ct-bone-window', image: ct, keys: ['2'] },
  { name: 'ct-flipped-and-inverted', image: ct, keys: ['h', 'v', 'x'] },
  { name: 'mr-sagittal', image: mr },
  { name: 'ultrasound-rgb', image: clip },
  { name: 'monochrome1', image: mergeElements([[0x00280004, 'CS', 'MONOCHROME1']], ct) },
  {
    name: 'pixels-twice-as-high-as-wide',
    image: mergeElements([[0x00280030, 'DS', [2, 1]]], ct),
  },
  {
    name: 'voi-lut',
    image: mergeElements(
      [
        ...eightBits,
        [
          0x00283010,
          'SQ',
          [
            [
              [0x00283002, 'US', [256, 0, 8]],
              [0x00283003, 'LO', 'Steps'],
              // Steps of 32 values, the brightest first.
              [0x00283006, 'US', Uint16Array.from({ length: 256 }, (_, value) => 255 - (value & 0xe0))],
            ],
          ],
        ],
        [0x7fe00010, 'OW', ramp],
      ],
      ct,
    ),
  },
  {
    name: 'sigmoid',
    image: mergeElements(
      [
        ...eightBits.slice(0, 3),
        [0x00281050, 'DS', 128],
        [0x00281051, 'DS', 128],
        [0x00281052, 'DS', 0],
        [0x00281056, 'CS', 'SIGMOID'],
        [0x7fe00010, 'OW', ramp],
      ],
      ct,
    ),
  },
  {
    name: 'palette',
    image: mergeElements([...eightBits, ...paletteElements(), [0x7fe00010, 'OW', ramp]], ct),
  },
  { name: 'overlay-plane', image: mergeElements(overlayElements(), ct) },
  {
    name: 'circular-shutter',
    image: mergeElements(
      [
        [0x00181600, 'CS', 'CIRCULAR'],
        [0x00181610, 'IS', [64, 64]],
        [0x00181612, 'IS', 50],
        [0x00181622, 'US', 0],
      ],
      ct,
    ),
  },
];

/** Blue to red, through green in the middle. */
function paletteElements(): DataSetDescription {
  const table = (level: (entry: number) => number) =>
    Uint16Array.from({ length: 256 }, (_, entry) => level(entry) << 8);
  return [
    [0x00280004, 'CS', 'PALETTE COLOR'],
    [0x00281101, 'US', [256, 0, 16]],
    [0x00281102, 'US', [256, 0, 16]],
    [0x00281103, 'US', [256, 0, 16]],
    [0x00281201, 'OW', table((entry) => entry)],
    [0x00281202, 'OW', table((entry) => 255 - Math.abs(255 - 2 * entry))],
    [0x00281203, 'OW', table((entry) => 255 - entry)],
  ];
}

/** A frame of one pixel around 32 x 32, from column and row 48 on. */
function overlayElements(): DataSetDescription {
  const side = 32;
  const bits = new Uint8Array((side * side) / 8);
  for (let index = 0; index < side * side; index += 1) {
    const [x, y] = [index % side, Math.floor(index / side)];
    const isEdge = x === 0 || y === 0 || x === side - 1 || y === side - 1;
    if (isEdge) bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7));
  }
  return [
    [0x60000010, 'US', side],
    [0x60000011, 'US', side],
    [0x60000040, 'CS', 'G'],
    [0x60000050, 'SS', [49, 49]],
    [0x60000100, 'US', 1],
    [0x60000102, 'US', 0],
    [0x60003000, 'OW', bits],
  ];
}

async function openGolden(page: Page, image: DataSetDescription): Promise<ViewportHandle> {
  const content = instanceFile(CT, { uid: '2.25.7001', number: 1 }, image);
  await openArchive(page, zipFile('golden.zip', [{ name: 'IM0', content }]));
  await waitForPhase(page, 'ready');
  const viewport = new ViewportHandle(page);
  await viewport.expectReady();
  return viewport;
}

for (const { name, image, keys = [] } of GOLDENS) {
  test(`${name} looks as it did when it was looked at`, async ({ page, visit }) => {
    visit.identifying.push(...IDENTIFYING);
    await page.setViewportSize({ width: 1024, height: 520 });
    await visitPage(page, visit);
    const viewport = await openGolden(page, image);
    for (const key of keys) await page.keyboard.press(key);
    // From all but the name to all, and to nothing: fonts are the system's.
    await page.keyboard.press('o');
    await page.keyboard.press('o');
    await expect(viewport.overlay('top-left')).toBeEmpty();
    await page.mouse.move(0, 0);
    expect(await viewport.locator.locator('canvas').first().screenshot()).toMatchSnapshot(
      `${name}.png`,
      TOLERANCE,
    );
  });
}
