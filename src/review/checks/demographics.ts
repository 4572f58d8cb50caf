import { groupBy } from '../../base/group-by';
import type { FileId } from '../../base/ids';
import { patientKey, studyKey, withoutPadding } from '../../catalog/catalog-keys';
import type { InstanceSummary } from '../../dicom/summary';
import { disagreeingAges, PATIENT_AGE, type DisagreeingAge } from '../disagreeing-ages';
import type { Check } from '../check';
import type { Finding } from '../finding';
import { foldText } from '../identity/fold-text';
import { isSameName } from '../identity/same-person';
import { isInstanceFile, type InstanceFile } from '../series-files';

/** An attribute that ought to be one and the same in all files of a patient, or of a study. */
interface Constant {
  readonly path: string;
  readonly name: string;
  readonly within: 'patient' | 'study';
  readonly textOf: (summary: InstanceSummary) => string;
  readonly isSame: (one: string, other: string) => boolean;
}

const CONSTANTS: readonly Constant[] = [
  {
    path: '00100010',
    name: 'Patient’s Name',
    within: 'patient',
    textOf: ({ patientName }) => patientName,
    isSame: isSameName,
  },
  {
    path: '00100030',
    name: 'Patient’s Birth Date',
    within: 'patient',
    textOf: ({ patientBirthDate }) => patientBirthDate,
    isSame: isSameDate,
  },
  {
    path: '00100040',
    name: 'Patient’s Sex',
    within: 'patient',
    textOf: ({ patientSex }) => patientSex,
    isSame: isSameText,
  },
  {
    path: '00080020',
    name: 'Study Date',
    within: 'study',
    textOf: ({ studyDate }) => studyDate,
    isSame: isSameDate,
  },
  {
    path: '00080050',
    name: 'Accession Number',
    within: 'study',
    textOf: ({ accessionNumber }) => accessionNumber,
    isSame: isSameText,
  },
];

const MOST_NAMED = 4;

/**
 * Name, sex or birth date that differ within a patient, Study Date or Accession Number within a study (PS3.3 C.7.1.1,
 * C.7.2.1); an age that is more than a year from what birth date and study date make. A missing or empty value
 * disagrees with nothing, nor does another way to write the same.
 */
export const demographicsCheck: Check = {
  id: 'demographics',
  find: (input) => {
    const instances = input.files.filter(isInstanceFile);
    return [
      ...[...groupBy(instances, ({ summary }) => patientKey(summary)).values()].flatMap((files) => [
        ...findDisagreements(files, 'patient'),
        ...[...groupBy(files, ({ summary }) => studyKey(summary)).values()].flatMap((ofStudy) =>
          findDisagreements(ofStudy, 'study'),
        ),
      ]),
      ...disagreeingAges(input).map(ageFinding),
    ];
  },
};

function findDisagreements(files: readonly InstanceFile[], within: Constant['within']): readonly Finding[] {
  return CONSTANTS.filter((constant) => constant.within === within).flatMap((constant) => {
    const variants = variantsOf(files, constant);
    return variants.length < 2 ? [] : [disagreement(constant, variants)];
  });
}

interface Variant {
  readonly text: string;
  readonly files: readonly FileId[];
}

/** What is written, each once however it is written; what stands in the fewest files first. */
function variantsOf(files: readonly InstanceFile[], { textOf, isSame }: Constant): readonly Variant[] {
  const byText = groupBy(files, ({ summary }) => withoutPadding(textOf(summary)));
  if (byText.size < 2) return [];
  const variants: Variant[] = [];
  for (const [text, holders] of byText) {
    if (text === '') continue;
    const ids = holders.map(({ file }) => file);
    const same = variants.findIndex((variant) => isSame(variant.text, text));
    const known = variants[same];
    if (known === undefined) variants.push({ text, files: ids });
    else variants[same] = { ...known, files: [...known.files, ...ids] };
  }
  return variants.toSorted((one, other) => one.files.length - other.files.length);
}

function disagreement({ path, name, within }: Constant, variants: readonly Variant[]): Finding {
  const counts = variants.map(({ text, files }) => `${text} (${countFiles(files)})`);
  return finding({
    path,
    value: listOf(variants.map(({ text }) => text).toSorted()),
    message: `${name} is not the same in all files of the ${within}: ${listOf(counts)}.`,
    files: variants.flatMap(({ files }) => files),
  });
}

function ageFinding({ text, years, files }: DisagreeingAge): Finding {
  return finding({
    path: PATIENT_AGE,
    value: `${text}, by the dates ${formatYears(years)}`,
    message: `Patient’s Age is ${text}, but from birth date to study date it is ${formatYears(years)}.`,
    files,
  });
}

function finding(
  said: Pick<Finding, 'value' | 'message'> & {
    readonly path: string;
    readonly files: readonly FileId[];
  },
): Finding {
  const { path, files, value, message } = said;
  return {
    check: 'demographics',
    severity: 'check',
    identifying: false,
    value,
    marks: [],
    message,
    place: { files, path },
  };
}

function formatYears(years: number): string {
  const whole = Math.floor(years);
  return whole === 1 ? '1 year' : `${whole} years`;
}

function countFiles({ length }: readonly FileId[]): string {
  return length === 1 ? '1 file' : `${length} files`;
}

function listOf(words: readonly string[]): string {
  return words.length <= MOST_NAMED ? words.join(', ') : `${words.slice(0, MOST_NAMED).join(', ')}, …`;
}

function isSameText(one: string, other: string): boolean {
  return foldText(one).text === foldText(other).text;
}

/** `20240305` and, of old, `2024.03.05` (PS3.5 6.2). */
function isSameDate(one: string, other: string): boolean {
  return one.replaceAll('.', '') === other.replaceAll('.', '');
}
