import type { FileId } from '../../base/ids';
import { uidName } from '../../dicom/uids';
import { isAllowedTerm } from '../profile/allowed-terms';
import type { Check } from '../check';
import { wordsOfEchoes } from '../identity/echo-words';
import { isDay } from '../patterns/find-dates';
import type { Finding, TextRange } from '../finding';
import type { HeldValue } from '../held/held-value';
import type { Echo } from '../identity/identifiers';
import type { ReviewInput } from '../review-input';
import { studyDays } from '../study-days';
import { rootOfUid } from '../uid-roots';

/**
 * UIDs (PS3.5 9) that say something. One finding for each value with a component that is a known number or birth date:
 * it identifies. One for each attribute at the top of a data set and each day that its UIDs have in a component: it
 * identifies where a study in the archive is of that day; else it is a note, since many systems make UIDs of the time.
 * Nested UIDs refer to those at the top, and repeat their dates. And a note for each root: who made the UIDs.
 */
export const uidsCheck: Check = {
  id: 'uids',
  find: (input) => {
    const uids = input.values.all.filter(isInstanceUid);
    const findings = uids.flatMap((held) => numberFindings(held, input));
    return [...findings, ...dateFindings(uids, input), ...rootFindings(uids, input)];
  },
};

/** Classes, transfer syntaxes and the like are registered (PS3.6 annex A), and who implemented a program is no secret. */
const IMPLEMENTATION_CLASS_UID = 0x00020012;

function isInstanceUid({ place, text }: HeldValue): boolean {
  return place.vr === 'UI' && place.tag !== IMPLEMENTATION_CLASS_UID && uidName(text) === '';
}

function numberFindings(held: HeldValue, { identifiers, options }: ReviewInput): readonly Finding[] {
  if (identifiers.numbers.size + identifiers.birthDates.size === 0) return [];
  const { text } = held;
  const echoes = components(text).flatMap(({ digits, range }): readonly Echo[] => {
    const identifier = identifiers.numbers.get(digits) ?? identifiers.birthDates.get(digits);
    return identifier === undefined || isAllowedTerm(digits, options) ? [] : [{ identifier, range }];
  });
  if (echoes.length === 0) return [];
  return [
    {
      check: 'uids',
      severity: 'stop',
      identifying: true,
      value: text,
      marks: echoes.map(({ range }) => range),
      message: `A component of the UID is ${wordsOfEchoes(echoes)}.`,
      place: { held },
    },
  ];
}

interface Component {
  readonly digits: string;
  readonly range: TextRange;
}

/** The shortest that can be the number of a person, or a date. */
const MIN_DIGITS = 6;

function components(uid: string): readonly Component[] {
  const long: Component[] = [];
  for (let start = 0; start <= uid.length;) {
    const point = uid.indexOf('.', start);
    const end = point === -1 ? uid.length : point;
    if (end - start >= MIN_DIGITS) long.push({ digits: uid.slice(start, end), range: [start, end] });
    start = end + 1;
  }
  return long;
}

interface DatedUids {
  readonly day: string;
  readonly first: HeldValue;
  readonly mark: TextRange;
  readonly values: HeldValue[];
}

function dateFindings(uids: readonly HeldValue[], { values, options }: ReviewInput): readonly Finding[] {
  const groups = new Map<string, DatedUids>();
  for (const held of uids) {
    if (held.place.path.includes('.')) continue;
    for (const { digits, range } of components(held.text)) {
      const day = dayIn(digits);
      if (day === '') continue;
      const key = `${held.place.path} ${day}`;
      const mark = [range[0], range[0] + day.length] as const;
      let group = groups.get(key);
      if (group === undefined) groups.set(key, (group = { day, first: held, mark, values: [] }));
      group.values.push(held);
    }
  }
  const days = options.allowed.includes('retainLongitudinalFullDates')
    ? new Set<string>()
    : studyDays(values);
  return [...groups.values()].map((group) =>
    dateFinding(group, days.has(group.day), filesOf(group.values, values)),
  );
}

const DATED = /^(?:199|20\d)\d(?:\d{4}|\d{10,})$/;

/** `20210419` by itself, or followed by the time or a counter: `20210419103000123`. */
function dayIn(digits: string): string {
  const day = DATED.test(digits) ? digits.slice(0, 8) : '';
  return isDay(day) ? day : '';
}

function dateFinding(
  { day, first, mark, values }: DatedUids,
  isStudyDay: boolean,
  files: readonly FileId[],
): Finding {
  const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
  const subject = values.length === 1 ? 'The UID has' : `${values.length} UIDs, of which this is one, have`;
  return {
    check: 'uids',
    severity: isStudyDay ? 'check' : 'note',
    identifying: isStudyDay,
    value: first.text,
    marks: [mark],
    message: `${subject} the date ${date} as a component${isStudyDay ? ', which is that of a study' : ''}.`,
    place: { files, path: first.place.path },
  };
}

function rootFindings(uids: readonly HeldValue[], { values }: ReviewInput): readonly Finding[] {
  const roots = new Map<string, HeldValue[]>();
  for (const held of uids) {
    const root = rootOfUid(held.text);
    const known = roots.get(root);
    if (known === undefined) roots.set(root, [held]);
    else known.push(held);
  }
  return [...roots].map(([root, held]) => ({
    check: 'uids',
    severity: 'note',
    identifying: false,
    value: root,
    marks: [],
    message: `${held.length === 1 ? 'One UID begins' : `${held.length} different UIDs begin`} with this root, which tells who made them.`,
    place: { files: filesOf(held, values) },
  }));
}

/** Each once, in the order of archives and entries. */
function filesOf(held: readonly HeldValue[], values: ReviewInput['values']): readonly FileId[] {
  return [...new Set(held.flatMap((value) => values.filesOf(value)))].sort((a, b) => a - b);
}
