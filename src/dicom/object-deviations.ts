import type { DataSet, Element } from './data-set';
import { decimalsOf, intOf, textOf } from './elements';
import type { TagKey } from './tag';

/** What is wrong with an attribute, there or missing, in view of what else there is. */
export interface ObjectDeviation {
  readonly tag: TagKey;
  readonly reason: string;
}

/** Of a data set as a whole: what says which object it is, and what says how its pixels are written. */
export function objectDeviations(dataSet: DataSet): readonly ObjectDeviation[] {
  const pixels = dataSet.elements['x7fe00010'];
  const ofPixels = pixels === undefined ? absenceDeviations(dataSet) : pixelDeviations(dataSet, pixels);
  return [...identityDeviations(dataSet), ...ofPixels];
}

function deviation(tag: TagKey, reason: string): ObjectDeviation {
  return { tag, reason };
}

const DIRECTORY_RECORD_SEQUENCE: TagKey = 'x00041220';

/** SOP Class UID and SOP Instance UID (PS3.3 C.12.1): type 1 in all but directories. */
const SOP_COMMON = { x00080016: 'SOP Class UID', x00080018: 'SOP Instance UID' } as const;

/** Of objects that belong to a study (PS3.3 C.7.2.1, C.7.3.1); type 1 where they are. */
const STUDY_AND_SERIES = { x0020000d: 'Study Instance UID', x0020000e: 'Series Instance UID' } as const;

function identityDeviations(dataSet: DataSet): readonly ObjectDeviation[] {
  if (dataSet.elements[DIRECTORY_RECORD_SEQUENCE] !== undefined) return [];
  const isThere = (tag: string): boolean => dataSet.elements[tag] !== undefined;
  const missing = entriesOf(SOP_COMMON).filter(([tag]) => !isThere(tag));
  const empty = entriesOf({ ...SOP_COMMON, ...STUDY_AND_SERIES }).filter(
    ([tag]) => isThere(tag) && textOf(dataSet, tag) === '',
  );
  return [
    ...missing.map(([tag, name]) => deviation(tag, `no ${name}`)),
    ...empty.map(([tag, name]) => deviation(tag, `${name} has no value`)),
  ];
}

/** Pixels in floating point, and elsewhere (Pixel Data Provider URL); Spectroscopy Data, which have Rows of voxels. */
const OTHER_PIXELS: readonly TagKey[] = ['x7fe00008', 'x7fe00009', 'x00287fe0', 'x56000020'];

/** Rows are of the Image Pixel module, which has Pixel Data (PS3.3 C.7.6.3), or else of spectra (C.8.14.1). */
function absenceDeviations({ elements }: DataSet): readonly ObjectDeviation[] {
  const hasPixels = OTHER_PIXELS.some((tag) => elements[tag] !== undefined);
  if (elements['x00280010'] === undefined || hasPixels) return [];
  return [deviation('x7fe00010', 'no Pixel Data, although there are Rows')];
}

/** Type 1 of the Image Pixel module (PS3.3 C.7.6.3). */
const IMAGE_PIXEL = {
  x00280002: 'Samples per Pixel',
  x00280004: 'Photometric Interpretation',
  x00280010: 'Rows',
  x00280011: 'Columns',
  x00280100: 'Bits Allocated',
  x00280101: 'Bits Stored',
  x00280102: 'High Bit',
  x00280103: 'Pixel Representation',
} as const;

function pixelDeviations(dataSet: DataSet, pixels: Element): readonly ObjectDeviation[] {
  const missing = entriesOf(IMAGE_PIXEL).filter(([tag]) => (dataSet.elements[tag]?.length ?? 0) === 0);
  if (missing.length > 0) {
    return missing.map(([tag, name]) => deviation(tag, `Pixel Data without ${name}`));
  }
  const empty = (['x00280010', 'x00280011'] as const).filter((tag) => intOf(dataSet, tag) === 0);
  if (empty.length > 0) return empty.map((tag) => deviation(tag, `${IMAGE_PIXEL[tag]} is 0`));
  return [...colourDeviations(dataSet), ...lengthDeviations(dataSet, pixels)];
}

/** Photometric Interpretation (PS3.3 C.7.6.3.1.2): how many samples each has. */
const SAMPLES: Readonly<Record<string, number>> = {
  ...{ MONOCHROME1: 1, MONOCHROME2: 1, 'PALETTE COLOR': 1, RGB: 3, HSV: 3, ARGB: 4, CMYK: 4, XYB: 3 },
  ...{ YBR_FULL: 3, YBR_FULL_422: 3, YBR_PARTIAL_422: 3, YBR_PARTIAL_420: 3, YBR_ICT: 3, YBR_RCT: 3 },
};

function colourDeviations(dataSet: DataSet): readonly ObjectDeviation[] {
  const photometric = textOf(dataSet, 'x00280004');
  const expected = SAMPLES[photometric];
  const samples = intOf(dataSet, 'x00280002');
  if (expected === undefined) {
    return [deviation('x00280004', `"${photometric}" is not a Photometric Interpretation`)];
  }
  if (samples === expected) return [];
  return [deviation('x00280002', `Samples per Pixel ${String(samples)}, but ${photometric} has ${expected}`)];
}

/** Samples that are written of each pixel where they are not all (PS3.5 8.2). */
const WRITTEN_SAMPLES: Readonly<Record<string, number>> = {
  YBR_FULL_422: 2,
  YBR_PARTIAL_422: 2,
  YBR_PARTIAL_420: 1.5,
};

/** Native Pixel Data is as long as rows, columns, samples, bits and frames make it, to an even number (PS3.5 8.1.1). */
function lengthDeviations(dataSet: DataSet, pixels: Element): readonly ObjectDeviation[] {
  if (pixels.hadUndefinedLength === true) return [];
  const [rows, columns, bits, samples] = (['x00280010', 'x00280011', 'x00280100', 'x00280002'] as const).map(
    (tag) => intOf(dataSet, tag) ?? 0,
  );
  if (rows === undefined || columns === undefined || bits === undefined || samples === undefined) return [];
  const frames = decimalsOf(dataSet, 'x00280008')[0] ?? 1;
  const written = WRITTEN_SAMPLES[textOf(dataSet, 'x00280004')] ?? samples;
  const bytes = Math.ceil((rows * columns * written * bits * frames) / 8);
  if (!(bytes > 0) || pixels.length === bytes || pixels.length === bytes + (bytes % 2)) return [];
  const image = `${frames} × ${rows} × ${columns} × ${written} samples of ${bits} bits`;
  return [deviation('x7fe00010', `${pixels.length} bytes, but ${image} take ${bytes}`)];
}

function entriesOf(names: Readonly<Record<TagKey, string>>): [TagKey, string][] {
  return Object.entries(names) as [TagKey, string][];
}
