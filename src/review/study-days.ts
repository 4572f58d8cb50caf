import type { HeldValues } from './review-input';

/** Study, Series, Acquisition and Content Date, Acquisition DateTime, Instance Creation Date. */
const DATES: ReadonlySet<string> = new Set([
  '00080020',
  '00080021',
  '00080022',
  '00080023',
  '0008002A',
  '00080012',
]);

/** The days on which the headers say that something was made: `20210419`. */
export function studyDays({ all }: HeldValues): ReadonlySet<string> {
  const days = new Set<string>();
  for (const { place, text } of all) {
    if (DATES.has(place.path)) days.add(text.replaceAll('.', '').slice(0, 8));
  }
  return days;
}
