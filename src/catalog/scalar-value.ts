import { parseDate, parseDateTime, parseTime } from '../dicom/date-time';
import { parseDecimal } from '../dicom/text-values';

/** VRs of numbers (PS3.5 6.2). */
const NUMBER_VRS = new Set('DS FD FL IS SL SS SV UL US UV'.split(' '));

type ReadScalar = (text: string) => number;

/** Days since 1970, seconds since midnight, seconds since 1970. */
const TIME_READERS: Readonly<Record<string, ReadScalar>> = {
  DA: parseDate,
  TM: parseTime,
  DT: parseDateTime,
};

/** How one value of a VR is read as a number, NaN where it is none; null: it has no order. */
export function scalarReader(vr: string): ReadScalar | null {
  return NUMBER_VRS.has(vr) ? parseDecimal : (TIME_READERS[vr] ?? null);
}

export function isTimeVr(vr: string): boolean {
  return Object.hasOwn(TIME_READERS, vr);
}
