import { writePart10, type DataSetDescription } from '../src/fixtures/dicom-writer';
import { paintEllipsoids, type Ellipsoid } from '../src/fixtures/ellipsoids';
import { commonModules } from '../src/fixtures/modules';
import { encodeJpeg2000 } from './jpeg-2000-encoder';
import { createRandom, drawNormal, drawUid } from '../src/fixtures/random';

const PIXEL_DATA = 0x7fe00010;
const JPEG_2000_LOSSLESS = '1.2.840.10008.1.2.4.90';
const ROWS = 4096;
const COLUMNS = 3328;
const SPACING_MM = 0.07;
const NOISE = 25;
const LARGEST = 4095;

/** Stored values of a breast against the left edge, with denser parts; x to the right, y down, from the middle. */
const BREAST: readonly Ellipsoid[] = [
  { center: [-116, 0, 0], radii: [150, 125, 60], value: 900 },
  { center: [-116, 0, 0], radii: [120, 95, 50], value: 1500 },
  { center: [-60, -15, 0], radii: [45, 60, 30], value: 2200 },
  { center: [-40, 25, 0], radii: [20, 14, 12], value: 2900 },
  { center: [-30, 10, 0], radii: [4, 4, 4], value: 3600 },
];

/** A DICOM file of one mammography-like image, 3328 columns by 4096 rows, 12 bits in 16. */
export function mammogram(): Uint8Array<ArrayBuffer> {
  return writePart10([...describeMammogram(), [PIXEL_DATA, 'OW', mammogramPixels()]]);
}

/** The same, JPEG 2000 lossless. */
export async function compressedMammogram(): Promise<Uint8Array<ArrayBuffer>> {
  const stream = await encodeJpeg2000({
    rows: ROWS,
    columns: COLUMNS,
    bitsStored: 12,
    samples: mammogramPixels(),
  });
  return writePart10([...describeMammogram(), [PIXEL_DATA, 'OB', { fragments: [stream] }]], {
    transferSyntaxUid: JPEG_2000_LOSSLESS,
  });
}

function mammogramPixels(): Uint16Array<ArrayBuffer> {
  const random = createRandom(3);
  const plane = {
    rows: ROWS,
    columns: COLUMNS,
    position: [(-(COLUMNS - 1) / 2) * SPACING_MM, (-(ROWS - 1) / 2) * SPACING_MM, 0],
    row: [1, 0, 0],
    column: [0, 1, 0],
    spacingMm: SPACING_MM,
  } as const;
  // Around the breast an image for presentation is black.
  return Uint16Array.from(paintEllipsoids(plane, BREAST, 0), (value) =>
    value === 0 ? 0 : Math.max(0, Math.min(LARGEST, Math.round(value + NOISE * drawNormal(random)))),
  );
}

function describeMammogram(): DataSetDescription {
  const random = createRandom(4);
  return [
    ...commonModules({
      patient: { id: 'BENCH-M', name: 'Benchley^Mammo', birthDate: '19600101', sex: 'F' },
      study: {
        uid: drawUid(random),
        id: '1',
        date: '20240110',
        time: '101500',
        description: 'Mammography',
        accessionNumber: 'BM1',
      },
      series: { uid: drawUid(random), number: 1, description: 'L CC', frameOfReferenceUid: drawUid(random) },
      instanceUid: drawUid(random),
      instanceNumber: 1,
    }),
    [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.1.2'], // Digital Mammography X-Ray Image, for presentation
    [0x00080060, 'CS', 'MG'],
    [0x00181164, 'DS', [SPACING_MM, SPACING_MM]],
    [0x00280002, 'US', 1],
    [0x00280004, 'CS', 'MONOCHROME2'],
    [0x00280010, 'US', ROWS],
    [0x00280011, 'US', COLUMNS],
    [0x00280100, 'US', 16],
    [0x00280101, 'US', 12],
    [0x00280102, 'US', 11],
    [0x00280103, 'US', 0],
    [0x00281050, 'DS', 1800],
    [0x00281051, 'DS', 3600],
  ];
}
