import { decimalsOf, sequenceOf, textOf, textsOf } from '../dicom/elements';
import type { TagKey } from '../dicom/tag';
import { secondsOf, splitDateTime } from './calendar';
import type { DataSet } from '../dicom/data-set';

/**
 * The factor from Bq/ml to the SUV by body weight, g/ml: weight over the dose that was left at the time to which
 * the pixels are decay-corrected (PS3.3 C.8.9.1 and C.8.9.4). Null wherever that is not certain.
 */
export function readSuvPerUnit(dataSet: DataSet): number | null {
  const corrections = textsOf(dataSet, 'x00280051');
  const isCorrected = corrections.includes('ATTN') && corrections.includes('DECY');
  if (textOf(dataSet, 'x00541001') !== 'BQML' || !isCorrected) return null;
  const weightGrams = firstDecimal(dataSet, 'x00101030') * 1000;
  const doseBecquerel = remainingDose(dataSet);
  return weightGrams > 0 && doseBecquerel > 0 ? weightGrams / doseBecquerel : null;
}

/** NaN where unknown. Decay Correction is to the time of injection (ADMIN) or of the start of the series (START). */
function remainingDose(dataSet: DataSet): number {
  const [radiopharmaceutical] = sequenceOf(dataSet, 'x00540016');
  if (radiopharmaceutical === undefined) return NaN;
  const dose = firstDecimal(radiopharmaceutical, 'x00181074');
  const decayCorrection = textOf(dataSet, 'x00541102');
  if (decayCorrection === 'ADMIN') return dose;
  if (decayCorrection !== 'START') return NaN;
  const halfLifeSeconds = firstDecimal(radiopharmaceutical, 'x00181075');
  const waitedSeconds = startOfSeries(dataSet) - injection(dataSet, radiopharmaceutical);
  return waitedSeconds >= 0 && halfLifeSeconds > 0 ? dose * 2 ** (-waitedSeconds / halfLifeSeconds) : NaN;
}

/** NaN where Series Time is later than the acquisition: then it is that of a reformatted series. */
function startOfSeries(dataSet: DataSet): number {
  const series = secondsOf(textOf(dataSet, 'x00080021'), textOf(dataSet, 'x00080031'));
  const acquisition = secondsOf(textOf(dataSet, 'x00080022'), textOf(dataSet, 'x00080032'));
  return series <= acquisition ? series : NaN;
}

/** Radiopharmaceutical Start DateTime; else its Start Time, on the day of the series. */
function injection(dataSet: DataSet, radiopharmaceutical: DataSet): number {
  const { date, time } = splitDateTime(textOf(radiopharmaceutical, 'x00181078'));
  if (date !== '') return secondsOf(date, time);
  return secondsOf(textOf(dataSet, 'x00080021'), textOf(radiopharmaceutical, 'x00181072'));
}

function firstDecimal(dataSet: DataSet, tag: TagKey): number {
  return decimalsOf(dataSet, tag)[0] ?? NaN;
}
