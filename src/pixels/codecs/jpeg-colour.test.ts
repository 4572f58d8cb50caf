import { describe, expect, it } from 'vitest';
import { isRgbStream } from './jpeg-colour';

const component = { horizontalSampling: 1, verticalSampling: 1, quantizationTable: 0 };
const numbered = [1, 2, 3].map((id) => ({ ...component, id }));
const named = ['R', 'G', 'B'].map((letter) => ({ ...component, id: letter.charCodeAt(0) }));
const subsampled = numbered.map((part) => (part.id === 1 ? { ...part, horizontalSampling: 2 } : part));
const bare = { isJfif: false, adobeTransform: null, componentHeaders: numbered };

describe('the colour of a JPEG stream', () => {
  it.each([
    ['JFIF is YCbCr, whatever the data set says', { ...bare, isJfif: true }, 'RGB', false],
    ['Adobe transform 0 is RGB', { ...bare, adobeTransform: 0 }, 'YBR_FULL_422', true],
    ['Adobe transform 1 is YCbCr', { ...bare, adobeTransform: 1 }, 'RGB', false],
    ['JFIF goes before Adobe', { ...bare, isJfif: true, adobeTransform: 0 }, 'RGB', false],
    ['components R, G, B are RGB', { ...bare, componentHeaders: named }, 'YBR_FULL', true],
    [
      'Adobe goes before component ids',
      { ...bare, adobeTransform: 1, componentHeaders: named },
      'RGB',
      false,
    ],
    ['without a word, the data set says RGB', bare, 'RGB', true],
    ['without a word, the data set says YBR', bare, 'YBR_FULL_422', false],
    ['RGB is not subsampled', { ...bare, componentHeaders: subsampled }, 'RGB', false],
  ])('%s', (_rule, header, photometricInterpretation, expected) => {
    expect(isRgbStream(header, photometricInterpretation)).toBe(expected);
  });
});
