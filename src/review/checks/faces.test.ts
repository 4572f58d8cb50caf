import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../../fixtures/dicom-writer';
import { reviewOf } from '../review-input.fixture';
import { facesCheck } from './faces';

interface Volume {
  readonly slices?: number;
  readonly spacingMm?: number;
  readonly modality?: string;
  readonly imageType?: string;
  readonly bodyPart?: string;
  readonly description?: string;
  /** Of every second slice. */
  readonly orientation?: string;
  readonly own?: DataSetDescription;
}

const AXIAL = '1\\0\\0\\0\\1\\0';

async function find(volume: Volume) {
  const { slices = 30, spacingMm = 3, orientation = AXIAL, own = [] } = volume;
  const files = Array.from({ length: slices }, (_, index) => ({
    path: `${index}`,
    content: [
      [0x00080008, 'CS', volume.imageType ?? 'ORIGINAL\\PRIMARY\\AXIAL'],
      [0x00080018, 'UI', `1.2.3.4.${index + 1}`],
      [0x00080060, 'CS', volume.modality ?? 'CT'],
      [0x0008103e, 'LO', volume.description ?? ''],
      [0x00180015, 'CS', volume.bodyPart ?? 'HEAD'],
      [0x0020000d, 'UI', '1.2.3'],
      [0x0020000e, 'UI', '1.2.3.4'],
      [0x00200013, 'IS', index + 1],
      [0x00200032, 'DS', `0\\0\\${index * spacingMm}`],
      [0x00200037, 'DS', index % 2 === 0 ? AXIAL : orientation],
      [0x7fe00010, 'OW', new Uint8Array(2)],
      ...own,
    ] as DataSetDescription,
  }));
  return facesCheck.find(await reviewOf(files));
}

describe('the check on faces', () => {
  it.each(['CT', 'MR', 'PT'])('finds a thin volume of the head, %s', async (modality) => {
    const found = await find({ modality });
    expect(found).toMatchObject([
      { severity: 'check', identifying: false, value: `${modality} of “HEAD”: 30 slices, 3 mm apart` },
    ]);
    expect(found[0]?.place).toMatchObject({ files: { length: 30 } });
  });

  it.each([
    ['a modality without volumes', { modality: 'CR' }],
    ['another region', { bodyPart: 'CHEST' }],
    ['too few slices', { slices: 29 }],
    ['slices too far apart', { spacingMm: 3.5 }],
    ['a derived volume', { imageType: 'DERIVED\\SECONDARY\\MPR' }],
    ['two orientations', { orientation: '0\\1\\0\\0\\0\\-1' }],
  ])('finds none in %s', async (_, volume) => {
    expect(await find(volume)).toEqual([]);
  });

  it('goes by the description where no body part is told', async () => {
    expect(await find({ bodyPart: '', description: 'MRT Schädel' })).toHaveLength(1);
    expect(await find({ bodyPart: '', description: 'Knie sag' })).toEqual([]);
  });

  it.each<readonly [string, Volume]>([
    ['Recognizable Visual Features NO', { own: [[0x00280302, 'CS', 'NO']] }],
    [
      'the coded option',
      { own: [[0x00120064, 'SQ', [[[0x00080100, 'SH', '113100']], [[0x00080100, 'SH', '113102']]]]] },
    ],
    ['a word for defacing', { description: 'T1 defaced' }],
  ])('makes a note of %s: a claim', async (_, volume) => {
    expect(await find(volume)).toMatchObject([{ severity: 'note' }]);
  });

  it('takes no other claim for defacing', async () => {
    const other: DataSetDescription = [
      [0x00280302, 'CS', 'YES'],
      [0x00120064, 'SQ', [[[0x00080100, 'SH', '113100']]]],
    ];
    expect(await find({ own: other })).toMatchObject([{ severity: 'check' }]);
  });
});

describe('a face in one object of many frames', () => {
  const orientation = (text: string): DataSetDescription => [
    [0x00209116, 'SQ', [[[0x00200037, 'DS', text]]]],
  ];
  const measures: DataSetDescription = [[0x00289110, 'SQ', [[[0x00180050, 'DS', '1']]]]];
  const frames = (count: number): DataSetDescription => [
    [0x00280008, 'IS', count],
    [0x52009229, 'SQ', [[...orientation(AXIAL), ...measures]]],
  ];

  it('is found by its functional groups', async () => {
    const found = await find({ slices: 1, modality: 'MR', own: frames(180) });
    expect(found).toMatchObject([{ value: 'MR of “HEAD”: 180 slices, 1 mm apart' }]);
    expect(await find({ slices: 1, modality: 'MR', own: frames(29) })).toEqual([]);
  });

  it('is none in several orientations', async () => {
    const own: DataSetDescription = [
      [0x00280008, 'IS', 60],
      [0x52009229, 'SQ', [measures]],
      [0x52009230, 'SQ', [orientation(AXIAL), orientation('0\\1\\0\\0\\0\\-1')]],
    ];
    expect(await find({ slices: 1, modality: 'MR', own })).toEqual([]);
  });
});
