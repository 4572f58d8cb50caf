import type { ImageFacts } from './image-facts';

/** A day of the calendar, of no time zone: what a DICOM date is (PS3.5 6.2, VR DA). */
export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

export interface ImageDateTime {
  readonly date: CalendarDate;
  /** As written, `142501.123`; '' where the file gives none. */
  readonly time: string;
}

/** `19700131`, and the retired `1970.01.31`; null for anything else. */
export function parseDate(text: string): CalendarDate | null {
  const match = /^(\d{4})\.?(\d{2})\.?(\d{2})$/.exec(text.trim());
  if (match === null) return null;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  const isReal = date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= daysInMonth(date);
  return isReal ? date : null;
}

/** The day of the reader's own calendar. */
export function localDate(now: Date): CalendarDate {
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}

/**
 * When the image was made: the first of Acquisition, Content, Series and Study that has a date and a time, else
 * the first that has a date.
 */
export function imageDateTime(facts: ImageFacts): ImageDateTime | null {
  const candidates = [
    { date: parseDate(facts.acquisitionDate), time: facts.acquisitionTime },
    { date: parseDate(facts.contentDate), time: facts.contentTime },
    { date: parseDate(facts.seriesDate), time: facts.seriesTime },
    { date: parseDate(facts.studyDate), time: facts.studyTime },
  ].flatMap(({ date, time }) => (date === null ? [] : [{ date, time: isTime(time) ? time : '' }]));
  return candidates.find(({ time }) => time !== '') ?? candidates[0] ?? null;
}

/** `1/31/2024, 2:25:01 PM` for `en-US`; `-` for a missing time. */
export function formatDateTime({ date, time }: ImageDateTime, locale: string): string {
  const instant = toUtc(date, time);
  return time === ''
    ? `${instant.toLocaleDateString(locale, { timeZone: 'UTC' })} -`
    : instant.toLocaleString(locale, { timeZone: 'UTC' });
}

/** Of a date and time (VR DT) `20240131142501.123+0100` the date and the time, as they would be written alone. */
export function splitDateTime(text: string): { readonly date: string; readonly time: string } {
  const [, date = '', time = ''] = /^(\d{8})(\d{2,6}(?:\.\d+)?)?/.exec(text.trim()) ?? [];
  return { date, time };
}

/** Seconds of wall time, to be compared with those of other dates and times of one place; NaN where there are none. */
export function secondsOf(dateText: string, time: string): number {
  const date = parseDate(dateText);
  return date === null || !isTime(time) ? NaN : toUtc(date, time).getTime() / 1000;
}

/** Whole months and whole days from `start` to `end`, each counted by itself; null where `end` is earlier. */
export function elapsed(
  start: CalendarDate,
  end: CalendarDate,
): { readonly months: number; readonly days: number } | null {
  const months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day ? 1 : 0);
  return months < 0 ? null : { months, days: dayNumber(end) - dayNumber(start) };
}

function dayNumber(date: CalendarDate): number {
  return toUtc(date, '').getTime() / 86_400_000;
}

/** The parts are wall time of wherever the scanner stood: put in and taken out as UTC, they stay as they are. */
function toUtc({ year, month, day }: CalendarDate, time: string): Date {
  const { hours, minutes, seconds } = parseTime(time);
  const instant = new Date(0);
  instant.setUTCFullYear(year, month - 1, day);
  instant.setUTCHours(hours, minutes, seconds);
  return instant;
}

function daysInMonth({ year, month }: Pick<CalendarDate, 'year' | 'month'>): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

const TIME = /^(\d{2}):?(\d{2})?:?(\d{2})?(\.\d*)?$/;

function isTime(text: string): boolean {
  return TIME.test(text.trim());
}

/** `142501.123`, `1425`, `14`, and the retired `14:25:01` (VR TM); the fraction is left out. */
function parseTime(text: string): { hours: number; minutes: number; seconds: number } {
  const [, hours = '0', minutes = '0', seconds = '0'] = TIME.exec(text.trim()) ?? [];
  return { hours: Number(hours), minutes: Number(minutes), seconds: Number(seconds) };
}
