import { deflateRawSync } from 'node:zlib';
import type { DataSetDescription } from '../src/fixtures/dicom-writer';
import type { PatientFacts, StudyFacts } from '../src/fixtures/modules';
import { writePdf } from '../src/fixtures/pdf-writer';
import { buildZip, type ZipMember } from '../src/fixtures/zip-writer';
import { asFile, ctImage, instanceFile, type ChosenFile, type TestSeries } from './test-archive';

/** What the archive calls its first patient, and who that is in truth. */
const CASE: PatientFacts = { id: 'CASE-0042', name: 'CASE^0042', birthDate: '', sex: 'M' };
export const LEAKED_NAME = 'Roe^Richard';
/** Whom nobody expects. */
export const DOE: PatientFacts = { id: 'H-77120', name: 'Doe^Jane', birthDate: '19610417', sex: 'F' };

/** Stands in one text alone; no rule of the checks knows it. */
export const OWN_TERM = 'Bluebird';

const CASE_STUDY: StudyFacts = {
  uid: '2.25.8001',
  id: '1',
  date: '20240305',
  time: '093012',
  description: 'CT chest',
  accessionNumber: 'X1',
};
const DOE_STUDY: StudyFacts = { ...CASE_STUDY, uid: '2.25.8002', id: '2', description: 'US thyroid' };

const CT: TestSeries = {
  patient: CASE,
  study: CASE_STUDY,
  uid: '2.25.8101',
  number: 2,
  description: 'Axial of Richard Roe',
};
export const SERIES = {
  ct: CT,
  capture: { ...CT, uid: '2.25.8102', number: 3, description: 'Capture' },
  letter: { ...CT, uid: '2.25.8103', number: 4, description: 'Letter' },
  ultrasound: { ...CT, patient: DOE, study: DOE_STUDY, uid: '2.25.8104', number: 1, description: 'Thyroid' },
} as const;

/** Some between are not there. */
const SLICES = [0, 1, 2, 3, 4, 7, 8, 9];
/** In an item of the Original Attributes Sequence (PS3.3 C.12.1.1.9). */
export const NESTED_NAME_PATH = '04000561[0].04000550[0].00100010';

/** Every place that names a patient: the file, '' for the archive itself, and the attribute or the kind of place. */
export const PLANTED: readonly {
  readonly file: string;
  readonly path?: string;
  readonly kind?: string;
}[] = [
  { file: 'ROE_RICHARD/CT/IM3', path: NESTED_NAME_PATH },
  { file: 'ROE_RICHARD/CT/IM0', path: '0008103E' },
  { file: 'ROE_RICHARD/CT/IM4', path: '00291010' },
  { file: 'ROE_RICHARD/CT/IM0', kind: 'folder' },
  { file: '', kind: 'zip-comment' },
  { file: 'notes.txt', kind: 'non-dicom' },
  { file: 'ROE_RICHARD/LETTER', path: '00420011' },
  { file: 'US/IM0', path: '00100010' },
  { file: 'US/IM0', path: '00100020' },
];

/**
 * A transfer as it should not be: a pseudonymised patient whose name is left in many places, a second patient, pictures
 * that may carry text, a series with a gap, and one of its instances in two files that differ.
 */
export function plantedArchive(name: string): ChosenFile {
  const bytes = buildZip(members(), {
    deflateRaw: deflateRawSync,
    comment: utf8('Scans of Richard Roe, as asked for'),
  });
  return asFile(name, bytes);
}

function members(): readonly ZipMember[] {
  return [
    ...SLICES.map((slice) => ({
      name: `ROE_RICHARD/CT/IM${String(slice)}`,
      content: slice === 3 ? ctFile(slice, ORIGINAL) : ctFile(slice, slice === 4 ? PRIVATE : []),
    })),
    { name: 'ROE_RICHARD/CT/IM5', content: ctFile(2, [[0x00204000, 'LT', 'sent again']]) },
    { name: 'ROE_RICHARD/CAPTURE', content: captureFile() },
    { name: 'ROE_RICHARD/LETTER', content: letterFile() },
    { name: 'US/IM0', content: ultrasoundFile() },
    { name: 'notes.txt', content: utf8('Richard Roe called.') },
    { name: 'protocol.txt', content: utf8(`As agreed for ${OWN_TERM}.`) },
  ];
}

const ORIGINAL: DataSetDescription = [
  [0x04000561, 'SQ', [[[0x04000550, 'SQ', [[[0x00100010, 'PN', LEAKED_NAME]]]]]]],
];
const PRIVATE: DataSetDescription = [
  [0x00290010, 'LO', 'PLANTED 1.0'],
  [0x00291010, 'UN', utf8('Table 2: Roe, Richard ')],
];

function ctFile(slice: number, others: DataSetDescription): Uint8Array {
  const instance = { uid: `2.25.82${String(10 + slice)}`, number: slice + 1 };
  return instanceFile(SERIES.ct, instance, [...ctImage(slice), ...others]);
}

function captureFile(): Uint8Array {
  return instanceFile(SERIES.capture, { uid: '2.25.8301', number: 1 }, [
    [0x00080008, 'CS', ['DERIVED', 'SECONDARY']],
    [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.7'],
    [0x00080060, 'CS', 'OT'],
    [0x00080064, 'CS', 'WSD'],
    ...greyPixels(),
  ]);
}

function ultrasoundFile(): Uint8Array {
  return instanceFile(SERIES.ultrasound, { uid: '2.25.8302', number: 1 }, [
    [0x00080008, 'CS', ['ORIGINAL', 'PRIMARY']],
    [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.6.1'],
    [0x00080060, 'CS', 'US'],
    ...greyPixels(),
  ]);
}

/** A ramp of 64 by 64 (PS3.3 C.7.6.3). */
function greyPixels(): DataSetDescription {
  const side = 64;
  return [
    [0x00280002, 'US', 1],
    [0x00280004, 'CS', 'MONOCHROME2'],
    [0x00280010, 'US', side],
    [0x00280011, 'US', side],
    [0x00280100, 'US', 8],
    [0x00280101, 'US', 8],
    [0x00280102, 'US', 7],
    [0x00280103, 'US', 0],
    [0x7fe00010, 'OB', Uint8Array.from({ length: side * side }, (_, index) => index % 256)],
  ];
}

function letterFile(): Uint8Array {
  // Of even length, as a value has to be.
  const pdf = ['Dear colleague, about Richard Roe', 'Dear colleague, about Richard Roe.']
    .map((line) => writePdf([line]))
    .find(({ length }) => length % 2 === 0);
  return instanceFile(SERIES.letter, { uid: '2.25.8303', number: 1 }, [
    [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.104.1'],
    [0x00080060, 'CS', 'DOC'],
    [0x00420010, 'ST', ''],
    [0x00420011, 'OB', pdf ?? new Uint8Array()],
    [0x00420012, 'LO', 'application/pdf'],
  ]);
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
