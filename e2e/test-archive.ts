import { deflateRawSync } from 'node:zlib';
import { writePart10, type DataSetDescription, type ElementDescription } from '../src/fixtures/dicom-writer';
import { commonModules, type PatientFacts, type StudyFacts } from '../src/fixtures/modules';
import { buildZip, type ZipMember } from '../src/fixtures/zip-writer';

/** A file as Playwright gives it to the page. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export interface TestSeries {
  readonly patient: PatientFacts;
  readonly study: StudyFacts;
  readonly uid: string;
  readonly number: number;
  readonly description: string;
}

export const JANE: PatientFacts = { id: 'P-17', name: 'Roe^Jane', birthDate: '19800229', sex: 'F' };
export const SAM: PatientFacts = { id: 'P-42', name: 'Miller^Sam', birthDate: '19551231', sex: 'M' };

/** Values that name a person, which no test may find kept or logged. */
export const IDENTIFYING = [JANE, SAM].flatMap(({ name, id }) => [name, id, name.split('^')[0] ?? '']);

const CHEST: StudyFacts = {
  uid: '2.25.1001',
  id: '1',
  date: '20240305',
  time: '093012',
  description: 'CT chest',
  accessionNumber: 'A1',
};
const FOLLOW_UP: StudyFacts = { ...CHEST, uid: '2.25.1002', id: '2', date: '20240917', description: 'US' };
const REPORTS: StudyFacts = {
  ...CHEST,
  uid: '2.25.1003',
  id: '3',
  description: 'Report',
  accessionNumber: '',
};

export const CT: TestSeries = {
  patient: JANE,
  study: CHEST,
  uid: '2.25.2001',
  number: 3,
  description: 'Axial',
};
export const CLIP: TestSeries = {
  patient: JANE,
  study: FOLLOW_UP,
  uid: '2.25.2002',
  number: 1,
  description: 'Clip',
};
export const REPORT: TestSeries = {
  patient: SAM,
  study: REPORTS,
  uid: '2.25.2003',
  number: 1,
  description: 'Findings',
};

/** The test CT: 12 axial slices of 40 columns and 48 rows, 2 mm pixels, 3 mm apart from z = 10 upwards. */
export const CT_SHAPE = { slices: 12, columns: 40, rows: 48, spacingMm: 2, stepMm: 3, firstZ: 10 } as const;
export const CT_RESCALE = { slope: 2, intercept: -1000 } as const;
export const CT_WINDOW = { center: 40, width: 400 } as const;

/** White in every window that the tests use; the rest of the image is not. */
export const MARKER = { column: 6, row: 10, side: 4, stored: 3000 } as const;

/** The stored value of a pixel; a bright square apart, no two pixels of a row or of a column have the same. */
export function storedValueOfCt(column: number, row: number): number {
  const isIn = (at: number, start: number): boolean => at >= start && at < start + MARKER.side;
  return isIn(column, MARKER.column) && isIn(row, MARKER.row) ? MARKER.stored : 300 + 4 * row + column;
}

/** From foot to head: `k` grows with the position. */
export function sopUidOfCt(slice: number): string {
  return `2.25.3${String(100 + slice)}`;
}

/** Instance Numbers are in another order than the positions. */
function instanceNumberOfCt(slice: number): number {
  return ((slice * 5) % CT_SHAPE.slices) + 1;
}

export function ctFile(slice: number, series: TestSeries = CT): Uint8Array {
  return instanceFile(series, { uid: sopUidOfCt(slice), number: instanceNumberOfCt(slice) }, ctImage(slice));
}

/** What a slice has beside the modules that all instances have. */
export function ctImage(slice: number): DataSetDescription {
  const { columns, rows, spacingMm, stepMm, firstZ } = CT_SHAPE;
  const pixels = Uint16Array.from({ length: columns * rows }, (_, index) =>
    storedValueOfCt(index % columns, Math.floor(index / columns)),
  );
  const z = firstZ + slice * stepMm;
  return [
    [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.2'],
    [0x00080060, 'CS', 'CT'],
    [0x00180050, 'DS', stepMm],
    [0x00200032, 'DS', [-40, -48, z]],
    [0x00200037, 'DS', [1, 0, 0, 0, 1, 0]],
    [0x00201041, 'DS', z],
    [0x00280030, 'DS', [spacingMm, spacingMm]],
    ...greyPixels(columns, rows),
    [0x00281050, 'DS', CT_WINDOW.center],
    [0x00281051, 'DS', CT_WINDOW.width],
    [0x00281052, 'DS', CT_RESCALE.intercept],
    [0x00281053, 'DS', CT_RESCALE.slope],
    [0x00281054, 'LO', 'HU'],
    [0x7fe00010, 'OW', pixels],
  ];
}

/** Frames of 20 ms, 8 of them, each of one colour: red 20 times the frame's place. */
export const CLIP_SHAPE = { frames: 8, columns: 16, rows: 12, green: 60, blue: 30 } as const;

export function redOfClip(frame: number): number {
  return 20 * frame;
}

export function clipFile(): Uint8Array {
  const { frames, columns, rows, green, blue } = CLIP_SHAPE;
  const samplesOfFrame = columns * rows * 3;
  const pixels = Uint8Array.from(
    { length: frames * samplesOfFrame },
    (_, index) => [redOfClip(Math.floor(index / samplesOfFrame)), green, blue][index % 3] ?? 0,
  );
  return instanceFile(CLIP, { uid: '2.25.3200', number: 1 }, [
    [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.3.1'],
    [0x00080060, 'CS', 'US'],
    [0x00181063, 'DS', 20],
    [0x00280002, 'US', 3],
    [0x00280004, 'CS', 'RGB'],
    [0x00280006, 'US', 0],
    [0x00280008, 'IS', frames],
    [0x00280009, 'AT', 0x00181063],
    [0x00280010, 'US', rows],
    [0x00280011, 'US', columns],
    [0x00280100, 'US', 8],
    [0x00280101, 'US', 8],
    [0x00280102, 'US', 7],
    [0x00280103, 'US', 0],
    [0x7fe00010, 'OB', pixels],
  ]);
}

/** A Basic Text SR: DICOM without pixels. */
export function reportFile(): Uint8Array {
  return instanceFile(REPORT, { uid: '2.25.3300', number: 1 }, [
    [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.88.11'],
    [0x00080060, 'CS', 'SR'],
  ]);
}

/** Rows, columns and 12 unsigned bits in 16 (PS3.3 C.7.6.3). */
function greyPixels(columns: number, rows: number): readonly ElementDescription[] {
  return [
    [0x00280002, 'US', 1],
    [0x00280004, 'CS', 'MONOCHROME2'],
    [0x00280010, 'US', rows],
    [0x00280011, 'US', columns],
    [0x00280100, 'US', 16],
    [0x00280101, 'US', 12],
    [0x00280102, 'US', 11],
    [0x00280103, 'US', 0],
  ];
}

export function instanceFile(
  series: TestSeries,
  instance: { readonly uid: string; readonly number: number },
  image: DataSetDescription,
): Uint8Array {
  const facts = {
    patient: series.patient,
    study: series.study,
    series: { ...series, frameOfReferenceUid: '2.25.4001' },
    instanceUid: instance.uid,
    instanceNumber: instance.number,
  };
  return writePart10([...commonModules(facts), ...image]);
}

/** The slices of the test CT in an order that is neither that of their positions nor of their numbers. */
export function ctMembers(): readonly ZipMember[] {
  return Array.from({ length: CT_SHAPE.slices }, (_, place) => {
    const slice = (place * 7) % CT_SHAPE.slices;
    return { name: `DICOM/CT/IM${String(place)}`, content: ctFile(slice) };
  });
}

const TEXT = new TextEncoder().encode('This is no DICOM file.');

/** Two patients, three studies, three series, one slice of the CT twice, a report, a text, a DICOM file cut short. */
export const WHOLE_JOB = {
  files: 17,
  dicom: 15,
  patients: 2,
  studies: 3,
  series: 3,
  /** What became of the files. */
  images: 13,
  withoutImage: 1,
  duplicates: 1,
  notDicom: 1,
  unreadable: 1,
} as const;

export function wholeJobMembers(): readonly ZipMember[] {
  return [
    { name: 'README.txt', content: TEXT },
    { name: 'DICOM/', content: new Uint8Array() },
    ...ctMembers(),
    { name: 'DICOM/US/CLIP', content: clipFile() },
    { name: 'DICOM/SR/REPORT', content: reportFile() },
    { name: 'copy of IM0.dcm', content: ctFile(0) },
    // Group 0002 is cut in its middle, so that nothing of the data set is left.
    { name: 'DICOM/cut.dcm', content: reportFile().subarray(0, 180) },
  ];
}

export function zipFile(name: string, members: Iterable<ZipMember>): ChosenFile {
  return asFile(name, buildZip(members, { deflateRaw: deflateRawSync }));
}

export function asFile(name: string, bytes: Uint8Array): ChosenFile {
  return { name, mimeType: 'application/zip', buffer: Buffer.from(bytes) };
}
