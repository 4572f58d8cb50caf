import type { DataSetDescription } from '../src/fixtures/dicom-writer';
import type { ZipMember } from '../src/fixtures/zip-writer';
import { codeItem, contentItem, referenceItem } from '../src/dicom/objects/report.fixture';
import { CT, instanceFile, REPORT, sopUidOfCt, type TestSeries } from './test-archive';

const STORAGE = '1.2.840.10008.5.1.4.1.1';

/** Objects without pixels, all of the patient and study of the test CT but for the report, which is of another one. */
export const MEASUREMENTS: TestSeries = {
  ...REPORT,
  uid: '2.25.2201',
  number: 2,
  description: 'Measurements',
};
export const KEY_OBJECTS: TestSeries = { ...CT, uid: '2.25.2202', number: 11, description: 'Key objects' };
export const STATES: TestSeries = { ...CT, uid: '2.25.2203', number: 12, description: 'States' };
export const CONTOURS: TestSeries = { ...CT, uid: '2.25.2204', number: 13, description: 'Contours' };
export const PROTOCOL: TestSeries = { ...CT, uid: '2.25.2205', number: 14, description: 'Protocol' };

/** Not in any archive of the tests. */
export const MISSING_UID = '2.25.999';

/** So many lines that they come in pages. */
export const LONG_REPORT_LINES = 1200;

export function objectMembers(): readonly ZipMember[] {
  return [
    member('report', MEASUREMENTS, measurementReport()),
    member('key-objects', KEY_OBJECTS, keyObjects()),
    member('state', STATES, presentationState()),
    member('contours', CONTOURS, structureSet()),
    member('protocol', PROTOCOL, [
      [0x00080016, 'UI', '1.2.840.10008.5.1.4.38.1'],
      [0x00720002, 'SH', 'CHEST 2 UP'],
    ]),
  ];
}

function member(name: string, series: TestSeries, content: DataSetDescription): ZipMember {
  return { name, content: instanceFile(series, { uid: `${series.uid}.1`, number: 1 }, content) };
}

const text = (name: string, value: string, relationship?: string): DataSetDescription =>
  contentItem('TEXT', name, [[0x0040a160, 'UT', value]], relationship);

/** A comprehensive SR: markup in a text, a number with its unit, an image of the test CT and one that is missing. */
function measurementReport(): DataSetDescription {
  const number: DataSetDescription = [
    [0x004008ea, 'SQ', [codeItem('mm', 'millimeter')]],
    [0x0040a30a, 'DS', '12.5'],
  ];
  const image = (name: string, uid: string): DataSetDescription =>
    contentItem('IMAGE', name, [[0x00081199, 'SQ', [referenceItem(uid)]]]);
  const findings = contentItem('CONTAINER', 'Findings', [
    [
      0x0040a730,
      'SQ',
      [
        text('Impression', '<b>No</b> fracture'),
        contentItem('NUM', 'Diameter', [[0x0040a300, 'SQ', [number]]]),
        image('Source', sopUidOfCt(4)),
        image('Prior', MISSING_UID),
        contentItem('NUM', 'Volume', []),
      ],
    ],
  ]);
  const lines = Array.from({ length: LONG_REPORT_LINES }, (_, line) => text('Line', `line ${String(line)}`));
  return [
    [0x00080016, 'UI', `${STORAGE}.88.33`],
    [0x00080060, 'CS', 'SR'],
    [0x0040a040, 'CS', 'CONTAINER'],
    [0x0040a043, 'SQ', [codeItem('126000', 'Imaging Measurement Report')]],
    [0x0040a491, 'CS', 'COMPLETE'],
    [0x0040a730, 'SQ', [findings, contentItem('CONTAINER', 'Log', [[0x0040a730, 'SQ', lines]])]],
  ];
}

function keyObjects(): DataSetDescription {
  return [
    [0x00080016, 'UI', `${STORAGE}.88.59`],
    [0x00080060, 'CS', 'KO'],
    [0x0040a040, 'CS', 'CONTAINER'],
    [0x0040a043, 'SQ', [codeItem('113000', 'Of Interest')]],
    [
      0x0040a730,
      'SQ',
      [2, 9].map((slice) =>
        contentItem('IMAGE', '', [[0x00081199, 'SQ', [referenceItem(sopUidOfCt(slice))]]]),
      ),
    ],
  ];
}

function presentationState(): DataSetDescription {
  return [
    [0x00080016, 'UI', `${STORAGE}.11.1`],
    [0x00080060, 'CS', 'PR'],
    [0x00081115, 'SQ', [[[0x00081140, 'SQ', [referenceItem(sopUidOfCt(0))]]]]],
    [0x00700001, 'SQ', [[[0x00700008, 'SQ', [[[0x00700006, 'ST', 'compare with 2023']]]]]]],
    [0x00700080, 'CS', 'MARKED'],
  ];
}

function structureSet(): DataSetDescription {
  return [
    [0x00080016, 'UI', `${STORAGE}.481.3`],
    [0x00080060, 'CS', 'RTSTRUCT'],
    [0x30060002, 'SH', 'PLAN A'],
    [0x30060010, 'SQ', [[[0x30060012, 'SQ', [[[0x30060014, 'SQ', [[[0x0020000e, 'UI', CT.uid]]]]]]]]]],
    [
      0x30060020,
      'SQ',
      [
        [
          [0x30060022, 'IS', '1'],
          [0x30060026, 'LO', 'Lung'],
        ],
      ],
    ],
    [
      0x30060039,
      'SQ',
      [
        [
          [0x3006002a, 'IS', ['10', '200', '30']],
          [0x30060040, 'SQ', [[[0x30060050, 'DS', ['0', '0', '0', '30', '0', '0', '30', '20', '0']]]]],
          [0x30060084, 'IS', '1'],
        ],
      ],
    ],
  ];
}
