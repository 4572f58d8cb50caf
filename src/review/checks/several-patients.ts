import type { Check } from '../check';
import type { Finding } from '../finding';
import type { ReviewInput } from '../review-input';

const MOST_NAMED = 5;

/**
 * How many patients there are, by Patient ID, or by name where there is none. A note where there are several and nobody
 * has said how many are expected; else, where there are more or fewer of them, to be checked. Fewer are missed only
 * when all files have been read.
 */
export const severalPatientsCheck: Check = {
  id: 'several-patients',
  find: (input) => {
    const { patients } = input.catalog.counts;
    const { expectedPatients } = input.options;
    if (expectedPatients === null) return patients > 1 ? [findingOf(input, 'note', '')] : [];
    const isOther = patients > expectedPatients || (input.isComplete && patients < expectedPatients);
    return isOther ? [findingOf(input, 'check', `, where ${expectedPatients} are expected`)] : [];
  },
};

function findingOf(
  { catalog: { patients, counts } }: ReviewInput,
  severity: Finding['severity'],
  against: string,
): Finding {
  const count = counts.patients === 1 ? '1 patient' : `${counts.patients} patients`;
  const names = patients.slice(0, MOST_NAMED).map(({ name, patientId }) => name || patientId || 'no name');
  const more = patients.length > names.length ? ', …' : '';
  const listed = names.length === 0 ? '' : `: ${names.join(', ')}${more}`;
  return {
    check: 'several-patients',
    severity,
    identifying: false,
    value: count,
    marks: [],
    message: `The files are of ${count}${against}${listed}.`,
    place: { files: [] },
  };
}
