import type { DataSetDescription } from '../src/fixtures/dicom-writer';
import { mergeElements, writePart10 } from '../src/fixtures/dicom-writer';
import { commonModules } from '../src/fixtures/modules';
import { ctSlice } from '../src/fixtures/phantoms';
import { createRandom, drawUid } from '../src/fixtures/random';
import type { ZipMember } from '../src/fixtures/zip-writer';

const FRAMES = 1250;
const SIZE = 16;

/** Two series of one image each: a CT-like one with a header of some 50 elements, and an enhanced MR with some 40,000. */
export function headerFiles(): readonly (ZipMember & { readonly content: Uint8Array })[] {
  const random = createRandom(11);
  const study = {
    uid: drawUid(random),
    id: '1',
    date: '20240110',
    time: '101500',
    description: 'Headers',
    accessionNumber: 'BH1',
  };
  const moduleOf = (number: number) =>
    commonModules({
      patient: { id: 'BENCH-H', name: 'Benchley^Header', birthDate: '19600101', sex: 'O' },
      study,
      series: {
        uid: drawUid(random),
        number,
        description: number === 1 ? 'Short' : 'Long',
        frameOfReferenceUid: drawUid(random),
      },
      instanceUid: drawUid(random),
      instanceNumber: 1,
    });
  const slice = ctSlice({ size: 512, sliceIndex: 0, slices: 1, thicknessMm: 2, noiseHu: 1, random });
  return [
    { name: 'DICOM/PAT0001/ST01/SE01/IM0001', content: writePart10(mergeElements(moduleOf(1), slice)) },
    {
      name: 'DICOM/PAT0001/ST01/SE02/IM0001',
      content: writePart10(mergeElements(moduleOf(2), enhancedMr())),
    },
  ];
}

function enhancedMr(): DataSetDescription {
  return [
    [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.4.1'],
    [0x00080060, 'CS', 'MR'],
    [0x00280002, 'US', 1],
    [0x00280004, 'CS', 'MONOCHROME2'],
    [0x00280008, 'IS', FRAMES],
    [0x00280010, 'US', SIZE],
    [0x00280011, 'US', SIZE],
    [0x00280100, 'US', 8],
    [0x00280101, 'US', 8],
    [0x00280102, 'US', 7],
    [0x00280103, 'US', 0],
    [0x52009230, 'SQ', Array.from({ length: FRAMES }, (_, frame) => functionalGroups(frame))],
    [0x7fe00010, 'OB', new Uint8Array(FRAMES * SIZE * SIZE)],
  ];
}

/** 32 elements with those of their items, as scanners write them for each frame. */
function functionalGroups(frame: number): DataSetDescription {
  return [
    [
      0x00189006,
      'SQ',
      [
        [
          [0x00189073, 'FD', 12.5],
          [0x00189098, 'FD', [63.8, 63.8]],
          [0x00180095, 'DS', 220],
        ],
      ],
    ],
    [
      0x00189112,
      'SQ',
      [
        [
          [0x00180080, 'DS', 2000],
          [0x00181314, 'DS', 90],
          [0x00180091, 'IS', 1],
        ],
      ],
    ],
    [0x00189114, 'SQ', [[[0x00189082, 'FD', 30 + frame]]]],
    [
      0x00189117,
      'SQ',
      [
        [
          [0x00189087, 'FD', 1000],
          [0x00189075, 'CS', 'DIRECTIONAL'],
        ],
      ],
    ],
    [
      0x00209111,
      'SQ',
      [
        [
          [0x00189074, 'DT', '20240110101500.000000'],
          [0x00189151, 'DT', '20240110101500.000000'],
          [0x00189220, 'FD', 1.5],
          [0x00209057, 'UL', frame + 1],
          [0x00209056, 'SH', '1'],
          [0x00209157, 'UL', [1, frame + 1]],
          [0x00209156, 'US', frame + 1],
        ],
      ],
    ],
    [0x00209113, 'SQ', [[[0x00200032, 'DS', [-110, -110, frame]]]]],
    [0x00209116, 'SQ', [[[0x00200037, 'DS', [1, 0, 0, 0, 1, 0]]]]],
    [
      0x00289110,
      'SQ',
      [
        [
          [0x00180050, 'DS', 2],
          [0x00280030, 'DS', [1, 1]],
        ],
      ],
    ],
    [
      0x00289132,
      'SQ',
      [
        [
          [0x00281050, 'DS', 500],
          [0x00281051, 'DS', 1000],
        ],
      ],
    ],
    [
      0x00289145,
      'SQ',
      [
        [
          [0x00281052, 'DS', 0],
          [0x00281053, 'DS', 1],
          [0x00281054, 'LO', 'US'],
        ],
      ],
    ],
  ];
}
