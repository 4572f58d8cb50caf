import { formatPersonName } from './person-name';
import { uidName } from './uids';

/**
 * What a value means to people, where that is not what is written: dates, times and ages with their parts told
 * apart, a name of several groups, the name of a registered UID. '' where there is nothing to say; several values
 * are parted by commas.
 */
export function readableValue(vr: string, value: string): string {
  const read = READERS[vr];
  if (read === undefined || value === '') return '';
  return value
    .split('\\')
    .map(read)
    .filter((text) => text !== '')
    .join(', ');
}

const READERS: Readonly<Record<string, (value: string) => string>> = {
  AS: readableAge,
  DA: readableDate,
  DT: readableDateTime,
  PN: (value) => (value.includes('=') ? formatPersonName(value) : ''),
  TM: readableTime,
  UI: uidName,
};

/** `20240305`, and `2024.03.05` of older files (PS3.5 6.2 note), make `2024-03-05`. */
function readableDate(value: string): string {
  const [, year, month, day] = /^(\d{4})\.?(\d\d)\.?(\d\d)$/.exec(value) ?? [];
  return day === undefined ? '' : `${year}-${month}-${day}`;
}

/** `093012.5` makes `09:30:12.5`; '' for an hour alone. */
function readableTime(value: string): string {
  const [, hours, minutes, seconds] = /^(\d\d)(\d\d)(\d\d(?:\.\d{1,6})?)?$/.exec(value) ?? [];
  if (minutes === undefined) return '';
  return [hours, minutes, seconds].filter((part) => part !== undefined).join(':');
}

/** `20240305093012.5+0100` makes `2024-03-05 09:30:12.5 +01:00`. */
function readableDateTime(value: string): string {
  const parts = /^(\d{4})(\d\d)(\d\d)?(\d{4}(?:\d\d(?:\.\d{1,6})?)?|\d\d)?(?:([+-]\d\d)(\d\d))?$/.exec(value);
  if (parts === null) return '';
  const [, year, month, day, time, offsetHours, offsetMinutes] = parts;
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  const clock = time?.length === 2 ? `${time}:00` : readableTime(time ?? '');
  const offset = offsetHours === undefined ? '' : `${offsetHours}:${offsetMinutes}`;
  return [date, clock, offset].filter((part) => part !== '').join(' ');
}

const AGE_UNITS: Readonly<Record<string, string>> = { D: 'day', W: 'week', M: 'month', Y: 'year' };

/** `045Y` makes `45 years`. */
function readableAge(value: string): string {
  const [, digits = '', letter = ''] = /^(\d{3})([DWMY])$/.exec(value) ?? [];
  const unit = AGE_UNITS[letter];
  if (unit === undefined) return '';
  const count = Number(digits);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
