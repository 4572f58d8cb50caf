import { describe, expect, it } from 'vitest';
import { assert } from '../base/assert';
import { corpusDir, readManifest, type CorpusFile } from '../fixtures/corpus';
import { readCorpusImage } from '../pixels/corpus-image.fixture';
import { readGreyTransform } from '../pixels/grey-transform';
import { fileVoi } from '../pixels/voi-lut';
import { fitCamera, flipHorizontally, flipVertically, rotate, type Camera } from './camera';
import type { ImageFacts } from './image-facts';
import { computeEdgeLetters } from './orientation';
import { computeOverlay } from './overlay';
import { OVERLAY_ROWS, type OverlayRow } from './overlay-corpus.fixture';
import { readImageFacts } from './read-image-facts';
import { computeRulers } from './rulers';

const VIEW = { width: 800, height: 600 };

const dir = corpusDir();
const files = dir === null ? [] : readManifest(dir);

describe.skipIf(dir === null)('overlay of the corpus', () => {
  it.each(OVERLAY_ROWS)('$path', (row) => {
    const file = files.find(({ path }) => path === row.path);
    assert(file, `the manifest has ${row.path}`);
    const { facts, window, camera } = read(row.path);
    const overlay = computeOverlay({
      level: 'all',
      facts,
      camera,
      view: VIEW,
      grey: readGreyTransform(readCorpusImage(dir ?? '', row.path).dataSet, 0),
      window: row.window === undefined ? null : window,
      applied: [],
      largestValue: 0,
      pointer: null,
      place: { index: 0, count: 1, slicePositionsMm: [] },
      now: new Date(2026, 0, 15),
      locale: 'en-GB',
    });
    const [top, left, bottom, right] = row.letters ?? ['', '', '', ''];
    expect(overlay).toEqual({
      topLeft: topLeft(row, file),
      topRight: topRight(row, file),
      bottomLeft: [`Zoom: ${Math.round(zoomOf(row, file) * 100)}% Angle: 0`, 'Im: 1/1', ...row.bottomLeft],
      bottomRight: [...row.bottomRight, 'Glovebox'],
      top: written([top, row.laterality === undefined ? '' : `Laterality: ${row.laterality}`]),
      left: written([left]),
      bottom: written([bottom]),
      right: written([right]),
      hasGraphics: true,
    });
    const ruler = computeRulers(facts.spacing, camera, VIEW).bottom;
    const drawn = ruler && { mm: ruler.lengthMm, px: ruler.line.to.x - ruler.line.from.x };
    if (row.ruler === undefined) expect(drawn).toBeNull();
    else {
      expect(drawn?.mm).toBeCloseTo(row.ruler.mm, 6);
      expect(drawn?.px).toBeCloseTo(row.ruler.px, 2);
    }
  });
});

describe.skipIf(dir === null)('orientation letters of the corpus', () => {
  const upright = fitCamera({ columns: 1, rows: 1, pixelAspect: 1 }, VIEW);
  const cameras = {
    upright,
    'flipped horizontally': flipHorizontally(upright),
    'flipped vertically': flipVertically(upright),
    'turned by 90 degrees': rotate(upright, 90),
    'turned by 180 degrees': rotate(upright, 180),
    'turned by 90 degrees and flipped': flipHorizontally(rotate(upright, 90)),
  };
  // Top, right, bottom, left: clockwise, so that a quarter turn moves each one place on.
  const AXIAL = 'A L P R';
  const CORONAL = 'S L I R';
  const SAGITTAL = 'S P I A';
  const OBLIQUE = 'SR P IL A';
  const turned = {
    upright: (letters: string) => letters,
    'flipped horizontally': reorder(0, 3, 2, 1),
    'flipped vertically': reorder(2, 1, 0, 3),
    'turned by 90 degrees': reorder(3, 0, 1, 2),
    'turned by 180 degrees': reorder(2, 3, 0, 1),
    'turned by 90 degrees and flipped': reorder(3, 2, 1, 0),
  };

  for (const [plane, path, letters] of [
    ['axial', 'series/ct-chest-soft/10.dcm', AXIAL],
    ['coronal', 'series/mr-coronal-16/MR01.dcm', CORONAL],
    [
      'sagittal',
      'series/mr-sag-decubitus-left/0013_1.3.12.2.1107.5.2.43.67060.2022040715254365853868506.dcm',
      SAGITTAL,
    ],
    ['oblique', 'series/mr-dti-oblique-canon/0001.dcm', OBLIQUE],
  ] as const) {
    it.each(Object.keys(cameras) as (keyof typeof cameras)[])(`of an ${plane} image, %s`, (how) => {
      const edges = computeEdgeLetters(read(path).facts, cameras[how]);
      const shown = [edges.top, edges.right, edges.bottom, edges.left].join(' ');
      expect(shown).toBe(turned[how](letters));
    });
  }
});

function read(path: string): {
  readonly facts: ImageFacts;
  readonly window: { readonly center: number; readonly width: number } | null;
  readonly camera: Camera;
} {
  const { dataSet, transferSyntaxUid } = readCorpusImage(dir ?? '', path);
  // What else is said of objects that are more than images has tests of its own.
  const facts = { ...readImageFacts(dataSet, 0, transferSyntaxUid), objectLines: [] };
  const voi = fileVoi(readGreyTransform(dataSet, 0));
  return { facts, window: voi?.kind === 'window' ? voi : null, camera: fitCamera(facts, VIEW) };
}

function zoomOf({ pixelAspect = 1 }: OverlayRow, { rows, columns }: CorpusFile): number {
  return Math.min(800 / (columns ?? NaN), 600 / ((rows ?? NaN) * pixelAspect));
}

function topLeft({ window }: OverlayRow, { rows, columns }: CorpusFile): readonly string[] {
  const size = [`Image size: ${String(columns)} x ${String(rows)}`, 'View size: 800 x 600'];
  if (window === undefined) return size;
  const isFine = window[1] < 50 && !window.every(Number.isInteger);
  const [center, width] = window.map((value) => (isFine ? value.toFixed(4) : String(Math.round(value))));
  return [...size, `WL: ${String(center)} WW: ${String(width)}`];
}

/** `Family, Given Middle, ID, ( ages )`; descriptions and number of the series below. */
function topRight(row: OverlayRow, file: CorpusFile): readonly string[] {
  const [family = '', ...others] = (file.patientName ?? '').split('^').filter((part) => part !== '');
  const name = written([family, others.join(' ')]).join(', ');
  const whose = [name, file.patientID ?? '', row.ages ?? ''];
  return written([
    whose.every((field) => field === '') ? '' : whose.map((field) => field || '-').join(', '),
    ...(row.descriptions ?? []),
    file.seriesNumber === null ? '' : String(file.seriesNumber),
  ]);
}

function written(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line !== '');
}

function reorder(...places: readonly number[]): (letters: string) => string {
  return (letters) => {
    const each = letters.split(' ');
    return places.map((place) => each[place]).join(' ');
  };
}
