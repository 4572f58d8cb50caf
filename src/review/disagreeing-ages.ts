import { groupBy } from '../base/group-by';
import type { FileId } from '../base/ids';
import { parseDate } from '../dicom/date-time';
import type { ReviewInput } from './review-input';

/** An age that is not what birth date and study date make of it. */
export interface DisagreeingAge {
  /** As written: `045Y`. */
  readonly text: string;
  /** From Patient's Birth Date to Study Date. */
  readonly years: number;
  readonly files: readonly FileId[];
}

export const PATIENT_AGE = '00101010';

const DAYS_IN_YEAR = 365.2425;
const UNIT_YEARS: ReadonlyMap<string, number> = new Map([
  ['D', 1 / DAYS_IN_YEAR],
  ['W', 7 / DAYS_IN_YEAR],
  ['M', 1 / 12],
  ['Y', 1],
]);

/** Ages over 89 are written as 89 or 90 where the true one must not be told (45 CFR 164.514(b)(2)(i)(C)). */
const OLDEST_TOLD = 89;
const TOLERANCE_YEARS = 1;

/** Each age and true age once; those that are more than a year apart. */
export function disagreeingAges({ values, fileOf }: ReviewInput): readonly DisagreeingAge[] {
  const ages = values.all.filter(({ place }) => place.path === PATIENT_AGE);
  return ages.flatMap((age) => {
    const files = values.filesOf(age);
    const byYears = groupBy(files, (file) => yearsAtStudy(fileOf(file)?.summary ?? null));
    return [...byYears]
      .filter(([years]) => isDisagreeing(age.text, years))
      .map(([years, holders]) => ({ text: age.text, years, files: holders }));
  });
}

function yearsAtStudy(
  dates: { readonly patientBirthDate: string; readonly studyDate: string } | null,
): number {
  if (dates === null) return NaN;
  return (parseDate(dates.studyDate) - parseDate(dates.patientBirthDate)) / DAYS_IN_YEAR;
}

/** An age of 45 years is one from 45 to 46 (AS, PS3.5 6.2). False where either is not known. */
function isDisagreeing(text: string, years: number): boolean {
  const [, count, unit = ''] = /^(\d{3})([DWMY])$/.exec(text) ?? [];
  const unitYears = UNIT_YEARS.get(unit);
  if (count === undefined || unitYears === undefined) return false;
  const youngest = Number(count) * unitYears;
  if (youngest >= OLDEST_TOLD && years >= OLDEST_TOLD) return false;
  return years < youngest - TOLERANCE_YEARS || years > youngest + unitYears + TOLERANCE_YEARS;
}
