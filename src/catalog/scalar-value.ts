import { parseDecimal } from '../dicom/text-values';

/** VRs of numbers (PS3.5 6.2). */
const NUMBER_VRS = new Set('DS FD FL IS SL SS SV UL US UV'.split(' '));

type ReadScalar = (text: string) => number;

/** Days since 1970, seconds since midnight, seconds since 1970. */
const TIME_READERS: Readonly<Record<string, ReadScalar>> = {
  DA: daysOf,
  TM: secondsOf,
  DT: secondsSince1970,
};

/** How one value of a VR is read as a number, NaN where it is none; null: it has no order. */
export function scalarReader(vr: string): ReadScalar | null {
  return NUMBER_VRS.has(vr) ? parseDecimal : (TIME_READERS[vr] ?? null);
}

export function isTimeVr(vr: string): boolean {
  return Object.hasOwn(TIME_READERS, vr);
}

const MS_PER_DAY = 86_400_000;

/** `19700102` and, of old, `1970.01.02`: 1. */
function daysOf(text: string): number {
  const [, year, month, day] = /^(\d{4})\.?(\d\d)\.?(\d\d)$/.exec(text) ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / MS_PER_DAY;
}

/** `01`, `0102`, `010203`, `010203.5` and, of old, `01:02:03`. */
function secondsOf(text: string): number {
  const parts = /^(\d\d)(?::?(\d\d)(?::?(\d\d(?:\.\d{1,6})?))?)?$/.exec(text);
  if (parts === null) return NaN;
  const [, hours, minutes = 0, seconds = 0] = parts;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** `20240305093012.5+0100`, from the right as much less as is not known. */
function secondsSince1970(text: string): number {
  const parts = /^(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)?(\d\d(?:\.\d{1,6})?)?)?(?:([+-])(\d\d)(\d\d))?$/.exec(
    text,
  );
  if (parts === null) return NaN;
  const [, year, month = 1, day = 1, hours = 0, minutes = 0, seconds = 0, sign, zoneHours, zoneMinutes] =
    parts;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / MS_PER_DAY;
  const local = days * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (sign === undefined) return local;
  const zone = Number(zoneHours) * 3600 + Number(zoneMinutes) * 60;
  return sign === '+' ? local - zone : local + zone;
}
