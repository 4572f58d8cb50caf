const MS_PER_DAY = 86_400_000;

export const SECONDS_PER_DAY = 86_400;

/** A date (DA) in days since 1970; NaN where it is none. `19700102` and, of old, `1970.01.02`: 1. */
export function parseDate(text: string): number {
  const [, year, month, day] = /^(\d{4})\.?(\d\d)\.?(\d\d)$/.exec(text) ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / MS_PER_DAY;
}

/** A time (TM) in seconds since midnight. `01`, `0102`, `010203`, `010203.5` and, of old, `01:02:03`. */
export function parseTime(text: string): number {
  const parts = /^(\d\d)(?::?(\d\d)(?::?(\d\d(?:\.\d{1,6})?))?)?$/.exec(text);
  if (parts === null) return NaN;
  const [, hours, minutes = 0, seconds = 0] = parts;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** A moment (DT) in seconds since 1970. `20240305093012.5+0100`, from the right as much less as is not known. */
export function parseDateTime(text: string): number {
  const parts = /^(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)?(\d\d(?:\.\d{1,6})?)?)?(?:([+-])(\d\d)(\d\d))?$/.exec(
    text,
  );
  if (parts === null) return NaN;
  const [, year, month = 1, day = 1, hours = 0, minutes = 0, seconds = 0, sign, zoneHours, zoneMinutes] =
    parts;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / MS_PER_DAY;
  const local = days * SECONDS_PER_DAY + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (sign === undefined) return local;
  const zone = Number(zoneHours) * 3600 + Number(zoneMinutes) * 60;
  return sign === '+' ? local - zone : local + zone;
}
