import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../../fixtures/dicom-writer';
import { reviewOf } from '../review-input.fixture';
import { burnedInTextCheck } from './burned-in-text';

const PIXELS: DataSetDescription = [
  [0x00280010, 'US', 1],
  [0x00280011, 'US', 1],
  [0x7fe00010, 'OB', new Uint8Array(2)],
];

function image(series: string, number: number, own: DataSetDescription): DataSetDescription {
  return [
    [0x00080018, 'UI', `${series}.${number}`],
    [0x0020000d, 'UI', '1.2.3'],
    [0x0020000e, 'UI', series],
    ...own,
  ];
}

function ct(number: number, own: DataSetDescription = []): DataSetDescription {
  return image('1.2.3.1', number, [[0x00080060, 'CS', 'CT'], ...PIXELS, ...own]);
}

async function find(contents: readonly DataSetDescription[]) {
  const input = await reviewOf(contents.map((content, index) => ({ path: `${index}`, content })));
  return burnedInTextCheck.find(input);
}

describe('the check on text in the picture', () => {
  it('has one finding for each series, the most likely first, and calls none identifying', async () => {
    const us: DataSetDescription = [[0x00080060, 'CS', 'US'], ...PIXELS];
    const scan: DataSetDescription = [[0x00080060, 'CS', 'OT'], [0x00080064, 'CS', 'SD'], ...PIXELS];
    const found = await find([
      image('1.2.3.2', 1, us),
      image('1.2.3.2', 2, us),
      image('1.2.3.3', 1, scan),
      ct(1),
    ]);
    expect(found).toMatchObject([
      {
        severity: 'check',
        identifying: false,
        value: 'the modality is OT; Conversion Type (0008,0064) is SD',
        place: { files: [2] },
      },
      { severity: 'check', identifying: false, value: 'the modality is US', place: { files: [0, 1] } },
    ]);
  });

  it('names all pictures of a series, and those first that speak for text', async () => {
    const found = await find([ct(1), ct(2, [[0x00280301, 'CS', 'YES']]), ct(3)]);
    expect(found).toMatchObject([{ place: { files: [1, 0, 2] } }]);
  });

  it('says that NO is a claim, where something else speaks for text, and is silent where nothing does', async () => {
    const claimed: DataSetDescription = [[0x00280301, 'CS', 'NO']];
    const [found] = await find([ct(1, [...claimed, [0x00080008, 'CS', 'DERIVED\\SECONDARY']])]);
    expect(found?.message).toBe(
      'The pictures may carry text, since Image Type has SECONDARY. ' +
        'Burned In Annotation is NO in files of it, which is a claim and no proof.',
    );
    expect(await find([ct(1, claimed)])).toEqual([]);
  });

  it('has nothing to look at where there is no picture', async () => {
    expect(await find([image('1.2.3.2', 1, [[0x00080060, 'CS', 'US']])])).toEqual([]);
  });
});
