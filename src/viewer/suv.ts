import { decimalsOf, sequenceOf, textOf, textsOf } from '../dicom/elements';
import { privateTag } from '../dicom/private-block';
import type { TagKey } from '../dicom/tag';
import { secondsOf, splitDateTime } from './calendar';
import type { DataSet } from '../dicom/data-set';

/** When a GE scan began, whatever has been computed of it since. */
const GE_SCAN_DATE_TIME = { creator: 'GEMS_PETD_01', group: 0x0009, element: 0x0d } as const;
/** From the counts of Philips to the SUV by body weight. Of their factor to Bq/ml the sources differ in its unit. */
const PHILIPS_SUV = { creator: 'Philips PET Private Group', group: 0x7053, element: 0x00 } as const;

/**
 * The factor from a value after the modality LUT to the SUV by body weight, g/ml (PS3.3 C.8.9.1 and C.8.9.4, with the
 * private elements of the QIBA SUV pseudocode). Null wherever that is not certain, and for Units GML, whose values are
 * SUVs already.
 */
export function readSuvPerUnit(dataSet: DataSet): number | null {
  const corrections = textsOf(dataSet, 'x00280051');
  if (!corrections.includes('ATTN') || !corrections.includes('DECY')) return null;
  switch (textOf(dataSet, 'x00541001')) {
    case 'BQML':
      return positiveOrNull(suvPerBecquerel(dataSet));
    case 'CNTS':
      return positiveOrNull(philipsFactor(dataSet));
    default:
      return null;
  }
}

/** For a value in Bq/ml: weight over the dose that was left at the time to which the pixels are decay-corrected. */
function suvPerBecquerel(dataSet: DataSet): number {
  const weightGrams = firstDecimal(dataSet, 'x00101030') * 1000;
  return weightGrams / remainingDose(dataSet);
}

/** NaN where unknown. Decay Correction is to the time of injection (ADMIN) or of the start of the scan (START). */
function remainingDose(dataSet: DataSet): number {
  const [radiopharmaceutical] = sequenceOf(dataSet, 'x00540016');
  if (radiopharmaceutical === undefined) return NaN;
  const dose = firstDecimal(radiopharmaceutical, 'x00181074');
  const decayCorrection = textOf(dataSet, 'x00541102');
  if (decayCorrection === 'ADMIN') return dose;
  if (decayCorrection !== 'START') return NaN;
  const halfLifeSeconds = firstDecimal(radiopharmaceutical, 'x00181075');
  const scan = startOfScan(dataSet);
  const waitedSeconds = secondsOf(scan.date, scan.time) - injection(radiopharmaceutical, scan.date);
  return waitedSeconds >= 0 && halfLifeSeconds > 0 ? dose * 2 ** (-waitedSeconds / halfLifeSeconds) : NaN;
}

interface DateTime {
  readonly date: string;
  readonly time: string;
}

/**
 * Series Date and Time, unless they are later than the acquisition: then they are those of a reformatted series, and
 * only GE says elsewhere when the scan began. '' where unknown.
 */
function startOfScan(dataSet: DataSet): DateTime {
  const series = { date: textOf(dataSet, 'x00080021'), time: textOf(dataSet, 'x00080031') };
  const acquisition = secondsOf(textOf(dataSet, 'x00080022'), textOf(dataSet, 'x00080032'));
  if (secondsOf(series.date, series.time) <= acquisition) return series;
  const geTag = privateTag(dataSet, GE_SCAN_DATE_TIME);
  return splitDateTime(geTag === null ? '' : textOf(dataSet, geTag));
}

/** Radiopharmaceutical Start DateTime; else its Start Time, on the day of the scan. */
function injection(radiopharmaceutical: DataSet, scanDate: string): number {
  const { date, time } = splitDateTime(textOf(radiopharmaceutical, 'x00181078'));
  if (date !== '') return secondsOf(date, time);
  return secondsOf(scanDate, textOf(radiopharmaceutical, 'x00181072'));
}

function philipsFactor(dataSet: DataSet): number {
  const tag = privateTag(dataSet, PHILIPS_SUV);
  return tag === null ? NaN : firstDecimal(dataSet, tag);
}

function firstDecimal(dataSet: DataSet, tag: TagKey): number {
  return decimalsOf(dataSet, tag)[0] ?? NaN;
}

function positiveOrNull(value: number): number | null {
  return value > 0 && Number.isFinite(value) ? value : null;
}
