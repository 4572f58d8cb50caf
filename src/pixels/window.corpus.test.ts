import { describe, expect, it } from 'vitest';
import { assert } from '../base/assert';
import { corpusDir, readManifest } from '../fixtures/corpus';
import type { PixelOracleFile } from '../fixtures/pixel-oracle';
import { decodeCorpusFrame, readCorpusImage } from './corpus-image.fixture';
import { readGreyTransform } from './grey-transform';
import { renderFrame } from './render-frame';

type VoiFunction = 'LINEAR' | 'LINEAR_EXACT' | 'SIGMOID';

/** Rescale and first window of a file; `inverse`: MONOCHROME1, or Presentation LUT Shape INVERSE. */
type Row = readonly [
  path: string,
  slope: number,
  intercept: number,
  center: number,
  width: number,
  voiFunction?: VoiFunction,
  inverse?: 'inverse',
];

// Read from the files with a parser of its own, not the project's.
const WINDOWED: readonly Row[] = [
  ['modality/MG_OutOfBoundsOverlay.dcm', 1, 0, 2048, 4096],
  ['modality/MR2_UNCR.dcm', 3.774114, 0.000061, 1000, 2000],
  ['modality/NM-MONO2-16-13x-heart.dcm', 1, 0, 70, 141],
  // LINEAR has no window of a width below 1 (C.11.2.1.2): the file, which names no function, can mean only this.
  [
    'modality/RTIMAGE_RI6XDosiGap.dcm',
    5.6120501942e-6,
    0,
    0.10774013962825,
    0.21467775607873,
    'LINEAR_EXACT',
  ],
  ['modality/dx_image.dcm', 1, 0, 128, 256, 'LINEAR', 'inverse'],
  ['overlay-lut/derived-inverse-presentation-lut.dcm', 1, -1024, 40, 400, 'LINEAR', 'inverse'],
  ['overlay-lut/derived-multi-window.dcm', 1, -1024, 40, 400],
  ['overlay-lut/derived-overlay-6000-origin.dcm', 1, -1024, 36, 360],
  ['overlay-lut/derived-overlay-in-unused-bits.dcm', 1, -1024, 36, 360],
  ['overlay-lut/derived-pixel-padding.dcm', 1, -1024, 40, 400],
  ['overlay-lut/derived-rescale-fraction.dcm', 0.00048828125, -0.25, 0.5, 2],
  ['overlay-lut/derived-rescale-negative-slope.dcm', -1, 1024, 0, 400],
  ['overlay-lut/derived-voi-linear-exact.dcm', 1, -1024, 40, 400, 'LINEAR_EXACT'],
  ['overlay-lut/derived-voi-linear.dcm', 1, -1024, 40, 400],
  ['overlay-lut/derived-voi-sigmoid.dcm', 1, -1024, 40, 400, 'SIGMOID'],
  ['overlay-lut/derived-window-decimal.dcm', 1, -1024, 40.5, 399.25],
  ['overlay-lut/derived-window-width-1.dcm', 1, -1024, 100, 1],
  ['overlay-lut/examples_overlay.dcm', 1, 0, 450, 790],
  ['photometric/derived-mono1.dcm', 1, -1024, 36, 360, 'LINEAR', 'inverse'],
  ['pixel-format/693_UNCR.dcm', 1, -1024, 40, 100],
  ['pixel-format/derived-12bit-highbit15.dcm', 1, -1024, 36, 360],
  ['pixel-format/derived-s12-no-sign-extension.dcm', 1, -1024, 36, 360],
  ['pixel-format/derived-s32.dcm', 1, -1024, 36, 360],
  ['pixel-format/derived-u32.dcm', 1, -1024, 36, 360],
  ['pixel-format/derived-u16-full-range.dcm', 1, -1024, 36, 360],
  ['series/ct-chest-soft/10.dcm', 1, -1024, 36, 360],
  ['series/mr-coronal-16/MR01.dcm', 1, 0, 844, 2677],
  ['series/mr-dti-oblique-canon/0001.dcm', 1, 0, 1300, 2600],
  ['series/mr-epi-oblique-philips/201_EPI_asc_CLEAR_0001_01.dcm', 1.29035409035409, 0, 1070, 1860],
  ['series/mr-t1-mprage/1-001.dcm', 1, 0, 210, 502],
  ['structure/bad_sequence.dcm', 1, -1024, 40, 350],
  ['structure/decimal_rescale.dcm', 2, -4096, 272, 846],
  ['transfer-syntax/CT2_RLE.dcm', 1, 0, 35, 80],
  ['transfer-syntax/JPGLosslessP14SV1_1s_1f_8b.dcm', 1, 0, 127, 254],
  ['transfer-syntax/MR_small_bigendian.dcm', 1, 0, 600, 1600],
  ['transfer-syntax/RG3_J2KR.dcm', 1, 0, 550, 1024, 'LINEAR', 'inverse'],
];

/** Grey of a stored value, written out for the LUTs of these files, as the manifest and their makers describe them. */
const THROUGH_LUTS: readonly (readonly [path: string, grey: (stored: number) => number])[] = [
  // 2000 entries from stored value 500: 30 i + 7.
  [
    'overlay-lut/derived-modality-lut.dcm',
    (stored) => linear(30 * Math.min(1999, Math.max(0, stored - 500)) + 7, 20_000, 30_000) * 255,
  ],
  // 4096 entries of 8 bits: the square root.
  ['overlay-lut/derived-voi-lut.dcm', (stored) => Math.floor(Math.sqrt(stored / 4095) * 255)],
  // 256 entries of 16 bits: 257 i of 65,535.
  ['overlay-lut/vlut_04.dcm', (stored) => ((257 * stored) / 65_535) * 255],
];

/** PS3.3 C.11.2.1.2.1, in its own words: y from 0 to 1. */
function linear(x: number, c: number, w: number): number {
  if (x <= c - 0.5 - (w - 1) / 2) return 0;
  if (x > c - 0.5 + (w - 1) / 2) return 1;
  return (x - (c - 0.5)) / (w - 1) + 0.5;
}

/** C.11.2.1.3.2 */
function linearExact(x: number, c: number, w: number): number {
  if (x <= c - w / 2) return 0;
  if (x > c + w / 2) return 1;
  return (x - c) / w + 0.5;
}

/** C.11.2.1.3.1 */
function sigmoid(x: number, c: number, w: number): number {
  return 1 / (1 + Math.exp((-4 * (x - c)) / w));
}

const FUNCTIONS = { LINEAR: linear, LINEAR_EXACT: linearExact, SIGMOID: sigmoid } as const;

const dir = corpusDir();

describe.skipIf(dir === null)('grey values of the corpus', () => {
  const folder = dir ?? '';
  const files = dir === null ? [] : (readManifest(dir) as unknown as readonly PixelOracleFile[]);

  for (const [path, slope, intercept, center, width, voiFunction = 'LINEAR', inverse] of WINDOWED) {
    it(`${path} is seen through its window`, async () => {
      await compare(path, (stored) => {
        const level = FUNCTIONS[voiFunction](stored * slope + intercept, center, width);
        return (inverse === undefined ? level : 1 - level) * 255;
      });
    });
  }

  it.each(THROUGH_LUTS)('%s is seen through its look-up table', compare);

  /** At the points of the manifest, which has their stored values. */
  async function compare(path: string, greyOf: (stored: number) => number): Promise<void> {
    const probes = files.find((file) => file.path === path)?.pixels?.probes;
    assert(probes, `the manifest has ${path}`);
    const dicom = readCorpusImage(folder, path);
    const frame = await decodeCorpusFrame(dicom);
    const pixels = renderFrame(frame, readGreyTransform(dicom.dataSet, 0), null);
    const shown = probes.map(({ x, y }) => (pixels[y * frame.columns + x] ?? NaN) >>> 0);
    const expected = probes.map(({ values: [stored = NaN] }) => {
      const grey = Math.round(greyOf(stored));
      return 0xff000000 + grey * 0x010101;
    });
    expect(shown.map(hex)).toEqual(expected.map(hex));
  }
});

function hex(pixel: number): string {
  return pixel.toString(16);
}
