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
      slope: 1,
      intercept: -1024,
      unit: 'HU',
      windows: [
        { center: 40, width: 400, explanation: 'SOFT' },
        { center: -600, width: 1500, explanation: 'LUNG' },
      ],
      voiFunction: 'LINEAR',
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
    const common = { slope: 2, unit: '', windows: [{ center: 7, width: 9 }], voiFunction: 'SIGMOID' };
    expect(transformOf(file, 1)).toMatchObject({ ...common, intercept: -6 });
    expect(transformOf(file, 2)).toMatchObject({ ...common, intercept: -1 });
  });

  it('leaves values alone where the rescale is no number or 0, and leaves such windows out', () => {
    const transform = transformOf([
      [0x00281050, 'DS', ['40', 'x']],
      [0x00281051, 'DS', ['0', '5']],
      [0x00281052, 'DS', ''],
      [0x00281053, 'DS', '1,5'],
    ]);
    expect(transform).toMatchObject({ slope: 1, intercept: 0, windows: [] });
  });

  it('names the Units of PET', () => {
    const elements: DataSetDescription = [
      [0x00080060, 'CS', 'PT'],
      [0x00541001, 'CS', 'BQML'],
    ];
    expect(transformOf(elements).unit).toBe('BQML');
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
});
