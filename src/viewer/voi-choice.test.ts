import { describe, expect, it } from 'vitest';
import type { DecodedFrame, GreyTransform } from '../pixels/decoded-frame';
import { greyTransform } from '../pixels/grey-transform.fixture';
import { voiOfFrame, windowOfVoi } from './voi-choice';

const frame: DecodedFrame = {
  rows: 1,
  columns: 2,
  samplesPerPixel: 1,
  colourSpace: 'MONOCHROME2',
  samples: Uint8Array.of(0, 9),
  min: 0,
  max: 9,
};
const soft = { center: 40, width: 400, explanation: 'SOFT' };
const normal = { first: 100, entries: new Uint16Array(1000), bits: 12, explanation: 'NORMAL' };
const harder = { ...normal, explanation: 'HARDER' };
const automatic = { center: 4.5, width: 9 };

function grey(given: Partial<GreyTransform>) {
  return { frame, grey: greyTransform(given), palette: null };
}

describe('voiOfFrame', () => {
  it('is the first window of the file, else its first VOI LUT, else the automatic window', () => {
    const both = grey({ windows: [soft], voiLuts: [normal] });
    expect(voiOfFrame(both, null, automatic)).toEqual({ kind: 'window', center: 40, width: 400 });
    expect(voiOfFrame(grey({ voiLuts: [normal, harder] }), null, automatic)).toEqual({
      kind: 'lut',
      lut: normal,
    });
    expect(voiOfFrame(grey({}), null, automatic)).toEqual({ kind: 'window', ...automatic });
  });

  it('is what was chosen, as far as the file has it', () => {
    const chosen = { kind: 'lut', index: 1 } as const;
    const image = grey({ windows: [soft], voiLuts: [normal, harder] });
    expect(voiOfFrame(image, chosen, null)).toEqual({ kind: 'lut', lut: harder });
    expect(voiOfFrame(grey({ windows: [soft] }), chosen, null)).toMatchObject({ kind: 'window', center: 40 });
    const window = { kind: 'window', center: 1, width: 2 } as const;
    expect(voiOfFrame(image, window, null)).toEqual(window);
  });

  it('is none for a colour image', () => {
    const colour = { ...grey({ windows: [soft] }), frame: { ...frame, samplesPerPixel: 3 } as const };
    expect(voiOfFrame(colour, null, automatic)).toBeNull();
  });
});

describe('windowOfVoi', () => {
  it('is of a VOI LUT the range of its inputs', () => {
    // Inputs 100 to 1099.
    expect(windowOfVoi({ kind: 'lut', lut: normal })).toEqual({ center: 600, width: 1000 });
  });
});
