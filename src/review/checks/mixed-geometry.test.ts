import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../../fixtures/dicom-writer';
import { type FileToReview, reviewOf } from '../review-input.fixture';
import { mixedGeometryCheck } from './mixed-geometry';

const AXIAL = '1\\0\\0\\0\\1\\0';
const CORONAL = '1\\0\\0\\0\\0\\-1';
const SAGITTAL = '0\\1\\0\\0\\0\\-1';

interface Image {
  readonly orientation?: string;
  readonly rows?: number;
  readonly frameOfReference?: string;
  readonly imageType?: string;
  readonly description?: string;
}

function image(described: Image, index: number): FileToReview {
  const {
    orientation = AXIAL,
    rows = 4,
    frameOfReference = '1.2.3.9',
    imageType = '',
    description = '',
  } = described;
  const content: DataSetDescription = [
    [0x00080008, 'CS', imageType],
    [0x00080018, 'UI', `1.2.3.4.${index + 1}`],
    [0x00080060, 'CS', 'MR'],
    [0x0008103e, 'LO', description],
    [0x0020000d, 'UI', '1.2.3'],
    [0x0020000e, 'UI', '1.2.3.4'],
    [0x00200032, 'DS', orientation === '' ? '' : `0\\0\\${index}`],
    [0x00200037, 'DS', orientation],
    [0x00200052, 'UI', frameOfReference],
    [0x00280010, 'US', rows],
    [0x00280011, 'US', 4],
  ];
  return { path: `${index}`, content };
}

async function find(images: readonly Image[]) {
  return mixedGeometryCheck.find(await reviewOf(images.map(image)));
}

const THREE_PLANES: readonly Image[] = [{}, {}, { orientation: CORONAL }, { orientation: SAGITTAL }];

describe('the check on mixed series', () => {
  it('finds nothing in one stack', async () => {
    expect(await find([{}, {}, {}])).toEqual([]);
  });

  it('finds several orientations, and names the images that are not like most', async () => {
    expect(await find(THREE_PLANES)).toMatchObject([
      {
        severity: 'note',
        identifying: false,
        value: 'MR: 3 orientations, 2 + 1 + 1 images',
        place: { files: [2, 3] },
      },
    ]);
  });

  it('finds several sizes', async () => {
    expect(await find([{}, {}, { rows: 8 }])).toMatchObject([
      { severity: 'note', value: 'MR: 2 sizes, 2 + 1 images', place: { files: [2] } },
    ]);
  });

  it('finds several frames of reference', async () => {
    expect(await find([{}, {}, { frameOfReference: '1.2.3.8' }])).toMatchObject([
      { severity: 'check', value: 'MR: 2 frames of reference, 2 + 1 images', place: { files: [2] } },
    ]);
    expect(await find([{}, { frameOfReference: '' }])).toEqual([]);
  });

  it.each([
    ['localizers by their type', { imageType: 'ORIGINAL\\PRIMARY\\LOCALIZER' }],
    ['localizers by their name', { description: 'Scout' }],
    ['planes through a volume', { imageType: 'DERIVED\\SECONDARY\\MPR' }],
  ])('leaves %s alone', async (_, described) => {
    expect(await find(THREE_PLANES.map((each) => ({ ...each, ...described })))).toEqual([]);
  });

  it('leaves a rotation alone', async () => {
    const turned = Array.from({ length: 12 }, (_, step) => {
      const angle = (step * Math.PI) / 12;
      return { orientation: `${Math.cos(angle).toFixed(5)}\\${Math.sin(angle).toFixed(5)}\\0\\0\\0\\-1` };
    });
    expect(await find(turned)).toEqual([]);
  });

  it('leaves pictures without a plane alone, whatever their size', async () => {
    expect(await find([{}, {}, { orientation: '', rows: 8 }])).toEqual([]);
  });
});
