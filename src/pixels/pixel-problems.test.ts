import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../fixtures/dicom-writer';
import { describedImage } from './described-image.fixture';
import { findPixelProblems } from './pixel-problems';

/** Of an image of 2 x 2 pixels of 8 bits. */
function problemsOf(elements: DataSetDescription, { hasPalette = false, cutBytes = 0 } = {}) {
  const given = new Set(elements.map(([tag]) => tag));
  const shape: DataSetDescription = [
    [0x00280010, 'US', 2],
    [0x00280011, 'US', 2],
    [0x00280100, 'US', 8],
    [0x00280101, 'US', 8],
    [0x00280102, 'US', 7],
    [0x7fe00010, 'OB', new Uint8Array(4)],
  ];
  const { content, image } = describedImage([...elements, ...shape.filter(([tag]) => !given.has(tag))]);
  return findPixelProblems(image, { hasPalette, contentBytes: content.bytes - cutBytes, where: 'a.dcm' });
}

const photometric = (term: string): DataSetDescription => [[0x00280004, 'CS', term]];
const COLOUR: DataSetDescription = [
  [0x00280002, 'US', 3],
  [0x7fe00010, 'OB', new Uint8Array(12)],
];

describe('findPixelProblems', () => {
  it.each<[string, DataSetDescription]>([
    ['MONOCHROME1', []],
    ['MONOCHROME2', []],
    ['RGB', COLOUR],
    ['YBR_FULL', COLOUR],
    ['YBR_FULL_422', COLOUR],
    ['YBR_PARTIAL_422', COLOUR],
    ['YBR_RCT', COLOUR],
  ])('has nothing to say of %s', (term, elements) => {
    expect(problemsOf([...photometric(term), ...elements])).toEqual([]);
  });

  it.each<[string, string, DataSetDescription]>([
    ['BOGUS', 'MONOCHROME2', []],
    ['RGB', 'MONOCHROME2', []],
    ['PALETTE COLOR', 'MONOCHROME2', []],
    ['HSV', 'RGB', COLOUR],
    ['MONOCHROME2', 'RGB', COLOUR],
  ])('says that %s is shown as %s', (photometricInterpretation, shownAs, elements) => {
    expect(problemsOf([...photometric(photometricInterpretation), ...elements])).toEqual([
      { code: 'photometric-assumed', where: 'a.dcm', detail: { photometricInterpretation, shownAs } },
    ]);
  });

  it('has nothing to say of a palette image with its palette', () => {
    expect(problemsOf(photometric('PALETTE COLOR'), { hasPalette: true })).toEqual([]);
  });

  it('says how much of Pixel Data lies behind the frames', () => {
    const pixels = (bytes: number): DataSetDescription => [[0x7fe00010, 'OB', new Uint8Array(bytes)]];
    expect(problemsOf(pixels(10))).toEqual([
      { code: 'pixels-surplus', where: 'a.dcm', detail: { expectedBytes: 4, actualBytes: 10 } },
    ]);
    expect(problemsOf([...pixels(8), [0x00280008, 'IS', '2']])).toEqual([]);
    // 1 x 3 pixels and the byte that makes them even.
    expect(problemsOf([[0x00280010, 'US', 1], [0x00280011, 'US', 3], ...pixels(3)])).toEqual([]);
    // Three frames of 3 bits each in two bytes.
    const bits: DataSetDescription = [
      [0x00280010, 'US', 1],
      [0x00280011, 'US', 3],
      [0x00280100, 'US', 1],
      [0x00280101, 'US', 1],
      [0x00280102, 'US', 0],
      [0x00280008, 'IS', '3'],
    ];
    expect(problemsOf([...bits, ...pixels(2)])).toEqual([]);
  });

  it('does not count what the file does not have', () => {
    expect(problemsOf([[0x7fe00010, 'OB', new Uint8Array(10)]], { cutBytes: 6 })).toEqual([]);
  });
});
