import { deflateRawSync } from 'node:zlib';
import {
  EXPLICIT_BIG_ENDIAN,
  writePart10,
  type DataSetDescription,
  type ElementDescription,
  type Part10Options,
} from '../../src/fixtures/dicom-writer';
import { commonModules } from '../../src/fixtures/modules';
import { concatenate } from '../../src/base/concatenate';
import { createRandom, drawUid } from '../../src/fixtures/random';
import {
  jpeg2000Stream,
  jpegLosslessStream,
  jpegLsStream,
  jpegStream,
  rleStream,
  type FlatImage,
} from './compressed-streams';

type Bytes = Uint8Array<ArrayBuffer>;

export const SECONDARY_CAPTURE = '1.2.840.10008.5.1.4.1.1.7';

/** Files of one study; the series and the instance are of the number. */
export function withModules(number: number, image: DataSetDescription): DataSetDescription {
  const random = createRandom(number);
  const common = commonModules({
    patient: { id: 'FUZZ-1', name: 'Übel^Ärmel=山田^太郎', birthDate: '19700101', sex: 'O' },
    study: {
      uid: '2.25.77',
      id: '1',
      date: '20240229',
      time: '235959.5',
      description: 'Fuzz',
      accessionNumber: '',
    },
    series: { uid: drawUid(random), number, description: `Series ${number}`, frameOfReferenceUid: '2.25.78' },
    instanceUid: drawUid(random),
    instanceNumber: number,
  });
  const given = new Set(image.map(([tag]) => tag));
  return [...common.filter(([tag]) => !given.has(tag)), ...image];
}

/** Of every codec. */
export function compressedFiles(): readonly Bytes[] {
  const grey = { rows: 16, columns: 24, components: 1 } as const;
  const colour = { rows: 17, columns: 9, components: 3 } as const;
  const deflatedFrame = ({ rows, columns, components }: FlatImage) =>
    new Uint8Array(deflateRawSync(new Uint8Array(rows * columns * components)));
  const kinds: readonly (readonly [string, FlatImage, (image: FlatImage) => Bytes])[] = [
    ['1.2.840.10008.1.2.5', grey, rleStream],
    ['1.2.840.10008.1.2.5', colour, rleStream],
    ['1.2.840.10008.1.2.4.50', grey, jpegStream],
    ['1.2.840.10008.1.2.4.50', colour, jpegStream],
    ['1.2.840.10008.1.2.4.70', grey, jpegLosslessStream],
    ['1.2.840.10008.1.2.4.57', colour, jpegLosslessStream],
    ['1.2.840.10008.1.2.4.80', grey, jpegLsStream],
    ['1.2.840.10008.1.2.4.81', colour, jpegLsStream],
    ['1.2.840.10008.1.2.4.90', grey, jpeg2000Stream],
    ['1.2.840.10008.1.2.4.91', colour, jpeg2000Stream],
    ['1.2.840.10008.1.2.8.1', grey, deflatedFrame],
  ];
  return kinds.map(([transferSyntaxUid, image, compress], index) => {
    // One frame, or three with a Basic Offset Table, or three in fragments that are halves.
    const stream = compress(image);
    const padded = stream.length % 2 === 0 ? stream : concatenate([stream, new Uint8Array(1)]);
    const frames = index % 3 === 0 ? [padded] : [padded, padded, padded];
    const halves = frames.flatMap((frame) => [frame.subarray(0, 8), frame.subarray(8)]);
    const fragments = index % 3 === 2 ? halves : frames;
    const offsets = index % 3 === 1 ? frames.map((_, frame) => frame * (padded.length + 8)) : [];
    const dataSet: DataSetDescription = [
      ...pixelElements({ ...image, bits: 8, frames: frames.length }),
      [0x7fe00010, 'OB', { fragments, offsets }],
    ];
    return writePart10(withModules(4 + index, dataSet), { transferSyntaxUid });
  });
}

/** Native pixels of the kinds that phantoms do not have. */
export function nativeFiles(): readonly Bytes[] {
  const size = { rows: 8, columns: 10, components: 1 } as const;
  const file = (elements: DataSetDescription, options?: Part10Options) =>
    writePart10(withModules(16, elements), options);
  return [
    // Frames of one bit a pixel, without padding between them.
    file([
      ...pixelElements({ ...size, rows: 7, columns: 9, bits: 1, frames: 6 }),
      [0x7fe00010, 'OB', new Uint8Array(48).fill(0x5a)],
    ]),
    file([
      ...pixelElements({ ...size, bits: 8, frames: 1 }, 'PALETTE COLOR'),
      ...PALETTE,
      [0x7fe00010, 'OB', Uint8Array.from({ length: 80 }, (_, index) => index % 8)],
    ]),
    file([
      ...pixelElements({ ...size, components: 3, bits: 8, frames: 1 }, 'YBR_FULL_422'),
      [0x7fe00010, 'OB', new Uint8Array(160).fill(90)],
    ]),
    file([
      ...pixelElements({ ...size, bits: 32, frames: 1 }),
      [0x7fe00008, 'OF', new Float32Array(80).fill(1e9)],
    ]),
    file(
      [
        ...pixelElements({ ...size, bits: 64, frames: 2 }),
        [0x7fe00009, 'OD', new Float64Array(160).fill(-1)],
      ],
      {
        transferSyntaxUid: EXPLICIT_BIG_ENDIAN,
      },
    ),
    file([
      ...pixelElements({ ...size, bits: 16, frames: 1 }),
      ...LOOKUP_TABLES,
      [0x7fe00010, 'OW', new Uint16Array(80).fill(3)],
    ]),
  ];
}

interface PixelFacts extends FlatImage {
  readonly bits: number;
  readonly frames: number;
}

export function pixelElements(
  { rows, columns, components, bits, frames }: PixelFacts,
  photometric = components === 3 ? 'YBR_FULL' : 'MONOCHROME2',
): readonly ElementDescription[] {
  return [
    [0x00080016, 'UI', SECONDARY_CAPTURE],
    [0x00080060, 'CS', 'OT'],
    [0x00280002, 'US', components],
    [0x00280004, 'CS', photometric],
    [0x00280006, 'US', 0],
    [0x00280008, 'IS', frames],
    [0x00280010, 'US', rows],
    [0x00280011, 'US', columns],
    [0x00280100, 'US', bits],
    [0x00280101, 'US', bits],
    [0x00280102, 'US', bits - 1],
    [0x00280103, 'US', 0],
  ];
}

/** Eight entries of 16 bits: red as they are, green in a line, blue a part of itself repeated (PS3.3 C.7.9.2). */
const PALETTE: DataSetDescription = [
  [0x00281101, 'US', [8, 0, 16]],
  [0x00281102, 'US', [8, 0, 16]],
  [0x00281103, 'US', [8, 0, 16]],
  [0x00281201, 'OW', Uint16Array.of(0, 8000, 16000, 24000, 32000, 40000, 48000, 56000)],
  [0x00281222, 'OW', Uint16Array.of(0, 1, 0, 1, 7, 65535)],
  [0x00281223, 'OW', Uint16Array.of(0, 4, 1, 2, 3, 4, 2, 1, 0, 0)],
];

/** Modality and VOI LUT in sequences, several windows, padding. */
const LOOKUP_TABLES: DataSetDescription = [
  [0x00280120, 'US', 0],
  [0x00280121, 'US', 2],
  [0x00281050, 'DS', ['40', '400', '1e3']],
  [0x00281051, 'DS', ['1', '0', '-5']],
  [0x00281055, 'LO', ['ABDOMEN', 'WIDE', 'ODD']],
  [0x00281056, 'CS', 'SIGMOID'],
  [
    0x00283000,
    'SQ',
    [
      [
        [0x00283002, 'US', [4, 0, 16]],
        [0x00283006, 'OW', Uint16Array.of(1, 2, 3, 4)],
      ],
    ],
  ],
  [
    0x00283010,
    'SQ',
    [
      [
        [0x00283002, 'US', [4, 0, 8]],
        [0x00283006, 'OW', Uint16Array.of(1, 2, 3, 4)],
      ],
    ],
  ],
];
