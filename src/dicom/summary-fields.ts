import { parseDate, parseTime } from './date-time';
import { INSTANCE_NUMBER_KEYS, INSTANCE_TEXT_KEYS, type InstanceNumbers, type InstanceText } from './summary';
import { parseDecimal } from './text-values';

/** An attribute of the summary: what it is for the summary, and how to read it where the VR is not written. */
export type SummaryField =
  | { readonly kind: 'text'; readonly key: keyof InstanceText; readonly vr: string }
  /** US, and whatever is found in its place. */
  | { readonly kind: 'integer'; readonly key: keyof InstanceNumbers }
  /** DS or IS; each value under its key. */
  | { readonly kind: 'decimals'; readonly keys: readonly (keyof InstanceNumbers)[] }
  /** DA, TM or IS, as `parse` reads it. */
  | ParsedField
  /** FD or FL, and whatever is found in its place. */
  | FloatField
  /** Says whose the private elements of its block are (PS3.5 7.8.1). */
  | { readonly kind: 'creator' }
  /** Counts where the block is `creator`'s, and where no element before it had the value. */
  | { readonly kind: 'private'; readonly creator: string; readonly field: ParsedField | FloatField };

interface ParsedField {
  readonly kind: 'parsed';
  readonly key: keyof InstanceNumbers;
  readonly parse: (text: string) => number;
}

interface FloatField {
  readonly kind: 'float';
  readonly key: keyof InstanceNumbers;
  readonly vr: 'FD' | 'FL';
}

/** A summary while it is read. */
export type SummaryDraft = Record<keyof InstanceText, string> & Record<keyof InstanceNumbers, number>;

export const SPECIFIC_CHARACTER_SET = 0x00080005;
export const FLOAT_PIXEL_DATA = 0x7fe00008;
export const PIXEL_DATA = 0x7fe00010;

function text(key: keyof InstanceText, vr: string): SummaryField {
  return { kind: 'text', key, vr };
}

function integer(key: keyof InstanceNumbers): SummaryField {
  return { kind: 'integer', key };
}

function decimals(...keys: readonly (keyof InstanceNumbers)[]): SummaryField {
  return { kind: 'decimals', keys };
}

function parsed(key: keyof InstanceNumbers, parse: (text: string) => number): ParsedField {
  return { kind: 'parsed', key, parse };
}

function float(key: keyof InstanceNumbers, vr: 'FD' | 'FL'): FloatField {
  return { kind: 'float', key, vr };
}

function privateField(creator: string, field: ParsedField | FloatField): SummaryField {
  return { kind: 'private', creator, field };
}

const PRIVATE_CREATOR: SummaryField = { kind: 'creator' };

/** GE adds 10^9 to the b-value of some sequences: `1000000800\\8\\0\\0` is 800. */
function parseGeBValue(text: string): number {
  return parseDecimal(text.split('\\')[0] ?? '') % 1e9;
}

export const SUMMARY_FIELDS: ReadonlyMap<number, SummaryField> = new Map([
  [0x00080008, text('imageType', 'CS')],
  [0x00080016, text('sopClassUid', 'UI')],
  [0x00080018, text('sopInstanceUid', 'UI')],
  [0x00080020, text('studyDate', 'DA')],
  [0x00080021, text('seriesDate', 'DA')],
  [0x00080022, parsed('acquisitionDate', parseDate)],
  [0x00080023, parsed('contentDate', parseDate)],
  [0x00080030, text('studyTime', 'TM')],
  [0x00080031, text('seriesTime', 'TM')],
  [0x00080032, parsed('acquisitionTime', parseTime)],
  [0x00080033, parsed('contentTime', parseTime)],
  [0x00080050, text('accessionNumber', 'SH')],
  [0x00080060, text('modality', 'CS')],
  [0x00080070, text('manufacturer', 'LO')],
  [0x00080080, text('institutionName', 'LO')],
  [0x00081030, text('studyDescription', 'LO')],
  [0x0008103e, text('seriesDescription', 'LO')],
  [0x00081090, text('manufacturerModelName', 'LO')],
  [0x00100010, text('patientName', 'PN')],
  [0x00100020, text('patientId', 'LO')],
  [0x00100030, text('patientBirthDate', 'DA')],
  [0x00100040, text('patientSex', 'CS')],
  [0x00180015, text('bodyPartExamined', 'CS')],
  [0x00180050, decimals('sliceThickness')],
  [0x00180081, decimals('echoTime')],
  [0x00180086, decimals('echoNumber')],
  [0x00181030, text('protocolName', 'LO')],
  [0x00181060, decimals('triggerTime')],
  [0x00189087, float('diffusionBValue', 'FD')],
  [0x00190010, PRIVATE_CREATOR],
  [0x0019100c, privateField('SIEMENS MR HEADER', parsed('diffusionBValue', parseDecimal))],
  [0x0020000d, text('studyInstanceUid', 'UI')],
  [0x0020000e, text('seriesInstanceUid', 'UI')],
  [0x00200010, text('studyId', 'SH')],
  [0x00200011, decimals('seriesNumber')],
  [0x00200012, decimals('acquisitionNumber')],
  [0x00200013, decimals('instanceNumber')],
  [0x00200032, decimals('positionX', 'positionY', 'positionZ')],
  [0x00200037, decimals('rowX', 'rowY', 'rowZ', 'columnX', 'columnY', 'columnZ')],
  [0x00200052, text('frameOfReferenceUid', 'UI')],
  [0x00200100, decimals('temporalPosition')],
  [0x00280002, integer('samplesPerPixel')],
  [0x00280004, text('photometricInterpretation', 'CS')],
  [0x00280008, decimals('numberOfFrames')],
  [0x00280010, integer('rows')],
  [0x00280011, integer('columns')],
  [0x00280100, integer('bitsAllocated')],
  [0x00430010, PRIVATE_CREATOR],
  [0x00431039, privateField('GEMS_PARM_01', parsed('diffusionBValue', parseGeBValue))],
  [0x20010010, PRIVATE_CREATOR],
  [0x20011003, privateField('Philips Imaging DD 001', float('diffusionBValue', 'FL'))],
]);

const EMPTY = Object.fromEntries([
  ...INSTANCE_TEXT_KEYS.map((key) => [key, '']),
  ...INSTANCE_NUMBER_KEYS.map((key) => [key, NaN]),
  ['hasPixelData', 0],
]) as SummaryDraft;

export function emptySummary(): SummaryDraft {
  return { ...EMPTY };
}

/** Whether what was read says of itself that it is an instance of something. */
export function isIdentified(summary: SummaryDraft): boolean {
  const { sopClassUid, sopInstanceUid, studyInstanceUid, seriesInstanceUid, modality, rows, columns } =
    summary;
  const names = [sopClassUid, sopInstanceUid, studyInstanceUid, seriesInstanceUid, modality];
  return names.some((name) => name !== '') || rows + columns > 0;
}
