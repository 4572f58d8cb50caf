import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../fixtures/dicom-writer';
import { parsedDataSet } from '../fixtures/image-file';
import { readGreyTransform } from './grey-transform';

function transformOf(elements: DataSetDescription, frameIndex = 0) {
  return readGreyTransform(parsedDataSet(elements), frameIndex);
}

describe('readGreyTransform', () => {
  it('reads rescale and windows of a CT image, in HU', () => {
    const transform = transformOf([
      [0x00080060, 'CS', 'CT'],
      [0x00281050, 'DS', ['40', '-600']],
      [0x00281051, 'DS', ['400', '1500']],
      [0x00281052, 'DS', '-1024'],
      [0x00281053, 'DS', '1'],
      [0x00281055, 'LO', ['SOFT', 'LUNG']],
    ]);
    expect(transform).toEqual({
      modality: { kind: 'rescale', slope: 1, intercept: -1024 },
      unit: 'HU',
      windows: [
        { center: 40, width: 400, explanation: 'SOFT' },
        { center: -600, width: 1500, explanation: 'LUNG' },
      ],
      voiLuts: [],
      voiFunction: 'LINEAR',
      isInverse: false,
      padding: null,
    });
  });

  it("takes a frame's functional groups before the shared ones (PS3.3 C.7.6.16.2)", () => {
    const rescaled = (intercept: string): DataSetDescription => [
      [0x00281052, 'DS', intercept],
      [0x00281053, 'DS', '2'],
      [0x00281054, 'LO', 'US'],
    ];
    const windowed: DataSetDescription = [
      [0x00281050, 'DS', '7'],
      [0x00281051, 'DS', '9'],
      [0x00281056, 'CS', 'SIGMOID'],
    ];
    const file: DataSetDescription = [
      [
        0x52009229,
        'SQ',
        [
          [
            [0x00289132, 'SQ', [windowed]],
            [0x00289145, 'SQ', [rescaled('-1')]],
          ],
        ],
      ],
      [
        0x52009230,
        'SQ',
        [[[0x00289145, 'SQ', [rescaled('-5')]]], [[0x00289145, 'SQ', [rescaled('-6')]]], []],
      ],
    ];
    const common = { unit: '', windows: [{ center: 7, width: 9 }], voiFunction: 'SIGMOID' };
    expect(transformOf(file, 1)).toMatchObject({ ...common, modality: { slope: 2, intercept: -6 } });
    expect(transformOf(file, 2)).toMatchObject({ ...common, modality: { slope: 2, intercept: -1 } });
  });

  it('leaves values alone where the rescale is no number or 0, and leaves such windows out', () => {
    const transform = transformOf([
      [0x00281050, 'DS', ['40', 'x']],
      [0x00281051, 'DS', ['0', '5']],
      [0x00281052, 'DS', ''],
      [0x00281053, 'DS', '1,5'],
    ]);
    expect(transform).toMatchObject({ modality: { slope: 1, intercept: 0 }, windows: [] });
  });

  it('names the Units of PET', () => {
    const elements: DataSetDescription = [
      [0x00080060, 'CS', 'PT'],
      [0x00541001, 'CS', 'BQML'],
    ];
    expect(transformOf(elements).unit).toBe('BQML');
  });

  it('calls PET in g/ml SUV, with its type where that is not body weight', () => {
    const unitOf = (...type: DataSetDescription) =>
      transformOf([[0x00080060, 'CS', 'PT'], [0x00541001, 'CS', 'GML'], ...type]).unit;
    expect(unitOf()).toBe('SUV');
    expect(unitOf([0x00541006, 'CS', 'BW'])).toBe('SUV');
    expect(unitOf([0x00541006, 'CS', 'LBM'])).toBe('SUV LBM');
  });

  it('uses LINEAR_EXACT for fractions without a window', () => {
    expect(transformOf([[0x00281053, 'DS', '0.001']]).voiFunction).toBe('LINEAR_EXACT');
    expect(transformOf([[0x7fe00008, 'OF', Float32Array.of(0.5)]]).voiFunction).toBe('LINEAR_EXACT');
  });

  it('reads signed padding with its range, in either order', () => {
    const transform = transformOf([
      [0x00280103, 'US', 1],
      [0x00280120, 'SS', -1000],
      [0x00280121, 'SS', -2000],
    ]);
    expect(transform.padding).toEqual({ low: -2000, high: -1000 });
  });

  it('reads floating point padding', () => {
    const single: DataSetDescription = [
      [0x00280122, 'FL', -0.5],
      [0x00280124, 'FL', -2],
    ];
    expect(transformOf(single).padding).toEqual({ low: -2, high: -0.5 });
    expect(transformOf([[0x00280123, 'FD', 1e-300]]).padding).toEqual({ low: 1e-300, high: 1e-300 });
  });

  it('takes a width below 1 for LINEAR_EXACT, unless the file says LINEAR, which has none (PS3.3 C.11.2.1.2)', () => {
    const narrow: DataSetDescription = [
      [0x00281050, 'DS', '0.0015'],
      [0x00281051, 'DS', '0.003'],
    ];
    expect(transformOf(narrow)).toMatchObject({ voiFunction: 'LINEAR_EXACT', windows: [{ width: 0.003 }] });
    expect(transformOf([...narrow, [0x00281056, 'CS', 'LINEAR']])).toMatchObject({
      voiFunction: 'LINEAR',
      windows: [],
    });
  });

  it('reads a Modality LUT, its first value signed as Pixel Representation has it, and its type as the unit', () => {
    const lut: DataSetDescription = [
      [0x00283002, 'US', [3, 0xfffe, 16]],
      [0x00283003, 'LO', 'Film'],
      [0x00283004, 'LO', 'OD'],
      [0x00283006, 'US', [10, 300, 65535]],
    ];
    const signed = transformOf([
      [0x00280103, 'US', 1],
      [0x00283000, 'SQ', [lut]],
    ]);
    const entries = Uint16Array.of(10, 300, 65535);
    expect(signed).toMatchObject({
      modality: { kind: 'lut', lut: { first: -2, entries, bits: 16, explanation: 'Film' } },
      unit: 'OD',
    });
    expect(transformOf([[0x00283000, 'SQ', [lut]]]).modality).toMatchObject({ lut: { first: 0xfffe } });
  });

  it('reads all VOI LUTs, their first values signed where values can be below 0 (PS3.3 C.11.2.1.1)', () => {
    const lut = (first: number, explanation: string): DataSetDescription => [
      [0x00283002, 'US', [2, first, 8]],
      [0x00283003, 'LO', explanation],
      [0x00283006, 'US', [0, 255]],
    ];
    const file: DataSetDescription = [
      [0x00280101, 'US', 12],
      [0x00283010, 'SQ', [lut(0xfc00, 'NORMAL'), lut(7, 'HARDER')]],
    ];
    expect(transformOf(file).voiLuts).toMatchObject([
      { first: 0xfc00, explanation: 'NORMAL' },
      { first: 7, explanation: 'HARDER' },
    ]);
    // 12 bits and an intercept of -1024: from -1024 on.
    expect(transformOf([...file, [0x00281052, 'DS', '-1024']]).voiLuts).toMatchObject([
      { first: -1024 },
      { first: 7 },
    ]);
  });

  it('takes the VOI LUT of the frame', () => {
    const voi = (value: number): DataSetDescription => [
      [
        0x00289132,
        'SQ',
        [
          [
            [
              0x00283010,
              'SQ',
              [
                [
                  [0x00283002, 'US', [1, 0, 16]],
                  [0x00283006, 'OW', Uint16Array.of(value)],
                ],
              ],
            ],
          ],
        ],
      ],
    ];
    const file: DataSetDescription = [[0x52009230, 'SQ', [voi(5), voi(6)]]];
    expect(transformOf(file, 1).voiLuts).toMatchObject([{ entries: Uint16Array.of(6) }]);
  });

  it('knows Presentation LUT Shape INVERSE', () => {
    expect(transformOf([[0x20500020, 'CS', 'INVERSE']]).isInverse).toBe(true);
    expect(transformOf([[0x20500020, 'CS', 'IDENTITY']]).isInverse).toBe(false);
  });

  it('scales a dose grid to its unit (PS3.3 C.8.8.3)', () => {
    const dose = transformOf([
      [0x00080060, 'CS', 'RTDOSE'],
      [0x30040002, 'CS', 'GY'],
      [0x3004000e, 'DS', '0.0005'],
    ]);
    expect(dose).toMatchObject({ modality: { slope: 0.0005, intercept: 0 }, unit: 'GY' });
  });
});
