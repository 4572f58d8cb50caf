import { groupBy } from '../../base/group-by';
import type { FileId } from '../../base/ids';
import { withoutPadding } from '../../catalog/catalog-keys';
import type { InstanceSummary } from '../../dicom/summary';
import type { Check } from '../check';
import { standInOf } from '../identity/dummy-values';
import type { Finding } from '../finding';
import { compareNamedPeople, type NamedPerson } from '../identity/same-person';
import { isInstanceFile, type InstanceFile } from '../series-files';

/** Under one UID. */
interface Scope {
  readonly name: 'series' | 'study';
  readonly uidOf: (summary: InstanceSummary) => string;
}

interface Mixture {
  readonly scope: Scope;
  /** Told apart for all that is known; each under one name and ID or several. */
  readonly people: readonly (readonly PersonFiles[])[];
}

interface PersonFiles extends NamedPerson {
  readonly files: readonly FileId[];
}

const SERIES: Scope = { name: 'series', uidOf: ({ seriesInstanceUid }) => seriesInstanceUid };
const STUDY: Scope = { name: 'study', uidOf: ({ studyInstanceUid }) => studyInstanceUid };

const PATIENT_NAME = '00100010';
const PATIENT_ID = '00100020';

/** So many names and IDs are held against each other; where there are more, that is enough. */
const MOST_COMPARED = 100;
const MOST_NAMED = 4;

/**
 * One Series or Study Instance UID with more than one Patient ID or name (PS3.3 A.1.2): a stop. One name under two IDs,
 * as after a merge of records, is a note; another spelling of a name, or another family name under the same ID, is no
 * finding. A study is not said to be mixed for people who are mixed in one of its series.
 */
export const mixedPeopleCheck: Check = {
  id: 'mixed-people',
  find: ({ files }) => {
    const instances = files.filter(isInstanceFile);
    const series = findMixtures(instances, SERIES);
    const said = new Set(series.map(valueOf));
    const studies = findMixtures(instances, STUDY).filter((mixture) => !said.has(valueOf(mixture)));
    return [...series, ...studies].map(findingOf);
  },
};

function findMixtures(instances: readonly InstanceFile[], scope: Scope): readonly Mixture[] {
  const groups = groupBy(instances, ({ summary }) => withoutPadding(scope.uidOf(summary)));
  return [...groups]
    .filter(([uid]) => uid !== '')
    .map(([, files]) => ({ scope, people: tellApart(files) }))
    .filter(({ people }) => people.flat().length > 1);
}

/** Those of the fewest files first; one alone only where that one has several IDs. */
function tellApart(files: readonly InstanceFile[]): Mixture['people'] {
  const byPerson = groupBy(files, ({ summary }) => `${summary.patientId}\n${summary.patientName}`);
  if (byPerson.size < 2) return [];
  // Who is fully known comes first: what is missing is like anybody.
  const persons = [...byPerson.values()].map(personOf).toSorted((one, other) => known(other) - known(one));
  const people: PersonFiles[][] = [];
  for (const person of persons.slice(0, MOST_COMPARED)) addPerson(people, person);
  return people.toSorted((one, other) => countFiles(one) - countFiles(other));
}

function personOf(files: readonly InstanceFile[]): PersonFiles {
  const { patientId = '', patientName = '' } = files[0]?.summary ?? {};
  return {
    id: standInOf(patientId, 'LO') === 'dummy' ? '' : withoutPadding(patientId),
    name: standInOf(patientName, 'PN') === 'dummy' ? '' : withoutPadding(patientName),
    files: files.map(({ file }) => file),
  };
}

function known({ id, name }: NamedPerson): number {
  return Number(id !== '') + Number(name !== '');
}

/** To whom it is the same, to whom it may be merged, else by itself. */
function addPerson(people: PersonFiles[][], person: PersonFiles): void {
  for (const ofOne of people) {
    const same = ofOne.findIndex((one) => compareNamedPeople(one, person) === 'same');
    const one = ofOne[same];
    if (one === undefined) continue;
    ofOne[same] = { ...one, files: [...one.files, ...person.files] };
    return;
  }
  const merged = people.find((ofOne) => ofOne.some((one) => compareNamedPeople(one, person) === 'merged'));
  if (merged === undefined) people.push([person]);
  else merged.push(person);
}

function findingOf(mixture: Mixture): Finding {
  const { scope, people } = mixture;
  const [person = []] = people;
  const isMerge = people.length === 1;
  return {
    check: 'mixed-people',
    severity: isMerge ? 'note' : 'stop',
    identifying: false,
    value: valueOf(mixture),
    marks: [],
    message: isMerge
      ? `One ${scope.name} has the same name under ${person.length} Patient IDs, as after a merge of records.`
      : `One ${scope.name} is of ${people.length} people: ${listOf(people.map(countWords))}.`,
    place: {
      files: people.flat().flatMap(({ files }) => files),
      path: isMerge ? PATIENT_ID : PATIENT_NAME,
    },
  };
}

/** The same for the same people, whatever the order of their files. */
function valueOf({ people }: Mixture): string {
  const persons = people.length === 1 ? people.flat() : people.flatMap(([person]) => person ?? []);
  return listOf(persons.map(personWords).toSorted());
}

function countWords(person: readonly PersonFiles[]): string {
  const [first] = person;
  const count = countFiles(person);
  return `${first === undefined ? '' : personWords(first)} in ${count} ${count === 1 ? 'file' : 'files'}`;
}

/** `Roe^Richard (ID 4711)` */
function personWords({ id, name }: NamedPerson): string {
  if (name === '') return `ID ${id}`;
  return id === '' ? name : `${name} (ID ${id})`;
}

function listOf(words: readonly string[]): string {
  const more = words.length - MOST_NAMED;
  return [...words.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

function countFiles(person: readonly PersonFiles[]): number {
  return person.reduce((total, { files }) => total + files.length, 0);
}
