import { elapsed, imageDateTime, localDate, parseDate, type CalendarDate } from './calendar';
import type { ImageFacts } from './image-facts';

export interface PatientAges {
  /** `45 y`, `1 y 3 m`, `5 m`, `12 d`; '' where unknown. */
  readonly now: string;
  readonly atAcquisition: string;
}

/** From the birth date; without one, Patient's Age is the age at acquisition and that of today is unknown. */
export function computePatientAges(facts: ImageFacts, now: Date): PatientAges {
  const birth = parseDate(facts.patientBirthDate);
  if (birth === null) return { now: '', atAcquisition: formatAgeString(facts.patientAge) };
  const acquired = imageDateTime(facts)?.date;
  return {
    now: formatAge(birth, localDate(now)),
    atAcquisition: acquired === undefined ? formatAgeString(facts.patientAge) : formatAge(birth, acquired),
  };
}

/** Years; years and months under two years; months under one year; days under one month; '' before birth. */
export function formatAge(birth: CalendarDate, at: CalendarDate): string {
  const age = elapsed(birth, at);
  if (age === null) return '';
  return age.months === 0 ? `${age.days} d` : formatMonths(age.months);
}

/** Patient's Age (PS3.5 6.2, VR AS): `045Y` as `45 y`, `015M` as `1 y 3 m`, `002W` as `14 d`; '' for others. */
export function formatAgeString(text: string): string {
  const match = /^(\d{1,3})([YMWD])$/.exec(text.trim().toUpperCase());
  if (match === null) return '';
  const count = Number(match[1]);
  if (match[2] === 'Y') return `${count} y`;
  if (match[2] === 'M') return formatMonths(count);
  return `${match[2] === 'W' ? count * 7 : count} d`;
}

function formatMonths(months: number): string {
  if (months < 12) return `${months} m`;
  if (months < 24) return `1 y ${months - 12} m`;
  return `${Math.floor(months / 12)} y`;
}
