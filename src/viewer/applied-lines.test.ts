import { describe, expect, it } from 'vitest';
import { greyTransform } from '../pixels/grey-transform.fixture';
import { appliedLines, type AppliedTransforms } from './applied-lines';

const frame = { colourSpace: 'MONOCHROME2', min: 0, max: 4095 } as const;
const window = { kind: 'window', center: 40, width: 400 } as const;
const lut = { first: 0, entries: Uint16Array.of(0, 255), bits: 8, explanation: '' };

function lines(given: Partial<AppliedTransforms>) {
  return appliedLines({ frame, grey: greyTransform(), voi: window, isInverted: false, ...given });
}

describe('appliedLines', () => {
  it('says nothing of rescale and a LINEAR window', () => {
    expect(lines({})).toEqual([]);
  });

  it('names the window of the file by its explanation while it is in use', () => {
    const grey = greyTransform({
      windows: [
        { center: 40, width: 400, explanation: 'SOFT' },
        { center: -600, width: 1500, explanation: 'LUNG' },
      ],
    });
    expect(lines({ grey })).toEqual(['Window: SOFT']);
    expect(lines({ grey, voi: { kind: 'window', center: -600, width: 1500 } })).toEqual(['Window: LUNG']);
    expect(lines({ grey, voi: { kind: 'window', center: 40, width: 401 } })).toEqual([]);
  });

  it('names a VOI LUT, and a function other than LINEAR', () => {
    expect(lines({ voi: { kind: 'lut', lut } })).toEqual(['VOI LUT Applied']);
    expect(lines({ voi: { kind: 'lut', lut: { ...lut, explanation: 'HARDER' } } })).toEqual([
      'VOI LUT Applied',
      'VOI LUT: HARDER',
    ]);
    expect(lines({ grey: greyTransform({ voiFunction: 'SIGMOID' }) })).toEqual(['VOI LUT Function: SIGMOID']);
  });

  it('names a modality LUT', () => {
    const withLut = (explanation: string) =>
      greyTransform({ modality: { kind: 'lut', lut: { ...lut, explanation } } });
    expect(lines({ grey: withLut('') })).toEqual(['Modality LUT Applied']);
    expect(lines({ grey: withLut('Film') })).toEqual(['Modality LUT: Film']);
  });

  it('names INVERSE where the photometric interpretation does not say so too, and inversion by the reader', () => {
    const grey = greyTransform({ isInverse: true });
    expect(lines({ grey })).toEqual(['Presentation LUT Shape: INVERSE']);
    expect(lines({ grey, frame: { ...frame, colourSpace: 'MONOCHROME1' }, isInverted: true })).toEqual([
      'Inverted',
    ]);
  });

  it('names padding that the frame may have', () => {
    expect(lines({ grey: greyTransform({ padding: { low: 0, high: 0 } }) })).toEqual(['Padding: 0']);
    expect(lines({ grey: greyTransform({ padding: { low: -5, high: 3 } }) })).toEqual(['Padding: -5 to 3']);
    expect(lines({ grey: greyTransform({ padding: { low: -2000, high: -2000 } }) })).toEqual([]);
  });

  it('says of a colour image only that it is inverted', () => {
    const grey = greyTransform({ voiFunction: 'SIGMOID', padding: { low: 0, high: 0 } });
    expect(lines({ grey, voi: null })).toEqual([]);
    expect(lines({ grey, voi: null, isInverted: true })).toEqual(['Inverted']);
  });
});
