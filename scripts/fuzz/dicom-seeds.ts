import { deflateRawSync } from 'node:zlib';
import {
  EXPLICIT_BIG_ENDIAN,
  IMPLICIT_LITTLE_ENDIAN,
  writeDataSet,
  writePart10,
  type DataSetDescription,
} from '../../src/fixtures/dicom-writer';
import { writeDicomdir } from '../../src/fixtures/dicomdir';
import { concatenate } from '../../src/base/concatenate';
import { ctSlice, mrSlice } from '../../src/fixtures/phantoms';
import { createRandom } from '../../src/fixtures/random';
import { ultrasoundClip } from '../../src/fixtures/ultrasound-phantom';
import { compressedFiles, nativeFiles, pixelElements, SECONDARY_CAPTURE, withModules } from './image-seeds';

type Bytes = Uint8Array<ArrayBuffer>;

/** DICOM files of every kind that the readers tell apart, of 1 to 10 KB. */
export function buildDicomSeeds(): readonly Bytes[] {
  const random = createRandom(1);
  const plane = { sliceIndex: 3, slices: 9, thicknessMm: 5, random };
  const ct = withModules(1, ctSlice({ ...plane, size: 24, noiseHu: 10 }));
  const head = { ...plane, rows: 20, columns: 16, weighting: 'T1', isSigned: true } as const;
  const mr = withModules(2, mrSlice(head));
  const clip = withModules(3, ultrasoundClip({ rows: 16, columns: 24, frames: 3, frameTimeMs: 40, random }));
  return [
    writePart10(ct),
    writePart10(ct, { transferSyntaxUid: IMPLICIT_LITTLE_ENDIAN, hasPreamble: false, hasMeta: false }),
    writePart10(mr, { transferSyntaxUid: IMPLICIT_LITTLE_ENDIAN, hasUndefinedLengths: true }),
    writePart10(mr, { transferSyntaxUid: EXPLICIT_BIG_ENDIAN, hasPreamble: false }),
    writePart10(clip, { hasUndefinedLengths: true }),
    deflatedFile(ct),
    ...compressedFiles(),
    ...nativeFiles(),
    writePart10(withModules(20, ENHANCED), { hasUndefinedLengths: true }),
    writePart10(withModules(20, ENHANCED), { transferSyntaxUid: IMPLICIT_LITTLE_ENDIAN }),
    writePart10(withModules(21, REPORT)),
    dicomdir(),
  ];
}

const DEFLATED_DATA_SET = '1.2.840.10008.1.2.1.99';

/** PS3.5 A.5. */
function deflatedFile(dataSet: DataSetDescription): Bytes {
  const encoding = { isExplicit: true, isLittleEndian: true, hasUndefinedLengths: false };
  return concatenate([
    writePart10([], { transferSyntaxUid: DEFLATED_DATA_SET, sopInstanceUid: '2.25.79' }),
    deflateRawSync(writeDataSet(dataSet, encoding)),
  ]);
}

/** An enhanced image with functional groups, private elements and values of all VRs. */
const ENHANCED: DataSetDescription = [
  ...pixelElements({ rows: 4, columns: 6, components: 1, bits: 16, frames: 2 }),
  [0x00080005, 'CS', ['', 'ISO 2022 IR 87', 'ISO 2022 IR 149']],
  [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.4.1'],
  [0x0008002a, 'DT', '20240229235959.123456+0100'],
  [0x00081140, 'SQ', [[[0x00081155, 'UI', '2.25.7']], []]],
  [0x00091001, 'UN', Uint8Array.of(0xfe, 0xff, 0, 0xe0, 8, 0, 0, 0, 9, 0, 1, 0x10, 0, 0, 0, 0)],
  [
    0x00100010,
    'PN',
    Uint8Array.of(0x59, 0x61, 0x3d, 0x1b, 0x24, 0x42, 0x3b, 0x33, 0x45, 0x44, 0x1b, 0x28, 0x42, 0x20),
  ],
  [0x00101010, 'AS', '054Y'],
  [0x00181063, 'DS', '33.3'],
  [0x00190010, 'LO', 'FUZZ'],
  [0x00191001, 'SQ', [[[0x00191002, 'FD', [1.5, -0]]]]],
  [0x00209221, 'SQ', [[[0x00209164, 'UI', '2.25.5']]]],
  [0x00280009, 'AT', 0x00181063],
  [
    0x52009229,
    'SQ',
    [
      [
        [
          0x00289110,
          'SQ',
          [
            [
              [0x00280030, 'DS', ['0.5', '0.5']],
              [0x00180050, 'DS', 2],
            ],
          ],
        ],
      ],
    ],
  ],
  [
    0x52009230,
    'SQ',
    [1, 2].map((frame): DataSetDescription => [
      [
        0x00209111,
        'SQ',
        [
          [
            [0x00189074, 'DT', '20240229'],
            [0x00209057, 'UL', frame],
          ],
        ],
      ],
      [0x00209113, 'SQ', [[[0x00200032, 'DS', ['1', '2', String(frame)]]]]],
      [0x00209116, 'SQ', [[[0x00200037, 'DS', ['1', '0', '0', '0', '1', '0']]]]],
    ]),
  ],
  [0x7fe00010, 'OW', new Uint16Array(48).fill(77)],
];

/** Content items in content items, and no pixels. */
const REPORT: DataSetDescription = [
  [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.88.33'],
  [0x00080060, 'CS', 'SR'],
  [0x0040a040, 'CS', 'CONTAINER'],
  [0x0040a730, 'SQ', [contentItem(6)]],
];

function contentItem(depth: number): DataSetDescription {
  const text: DataSetDescription = [
    [0x0040a040, 'CS', 'TEXT'],
    [
      0x0040a043,
      'SQ',
      [
        [
          [0x00080100, 'SH', '121071'],
          [0x00080104, 'LO', 'Finding'],
        ],
      ],
    ],
    [0x0040a160, 'UT', 'Nothing to be seen, at length.'],
  ];
  return depth === 0 ? text : [...text, [0x0040a730, 'SQ', [contentItem(depth - 1), text]]];
}

function dicomdir(): Bytes {
  return writeDicomdir([
    { type: 'PATIENT' },
    { type: 'STUDY' },
    { type: 'SERIES' },
    { type: 'IMAGE', fileId: 'A/B/1', sopInstanceUid: '2.25.79', sopClassUid: SECONDARY_CAPTURE },
    { type: 'IMAGE', fileId: 'A/B/2', sopInstanceUid: '2.25.80', isInUse: false },
    { type: 'SR DOCUMENT', fileId: 'MISSING', sopInstanceUid: '2.25.81' },
  ]);
}
