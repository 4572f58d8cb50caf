import { assert } from '../../base/assert';
import { groupBy } from '../../base/group-by';
import type { Severity } from '../finding';
import type { Echo, IdentifierKind } from './identifiers';
import { wordsOfPlace } from '../place-words';

/** Of one and of more. */
const KINDS: Readonly<Record<IdentifierKind, readonly [one: string, more: string]>> = {
  name: ['the name', 'the names'],
  'patient-id': ['the patient’s number', 'the patients’ numbers'],
  'accession-number': ['the accession number', 'the accession numbers'],
  'birth-date': ['the birth date', 'the birth dates'],
  phone: ['the phone number', 'the phone numbers'],
  address: ['the address', 'the addresses'],
  institution: ['the institution', 'the institutions'],
  'other-id': ['the number', 'the numbers'],
  'own-term': ['what you look for:', 'what you look for:'],
};

/** A table of patients has hundreds. */
const MOST_TEXTS = 4;

const WEAK: ReadonlySet<IdentifierKind> = new Set(['accession-number', 'institution', 'other-id']);

/** A number of the visit or the house leads to a person by way of an information system only. */
export function severityOfEchoes(echoes: readonly Echo[]): Severity {
  return echoes.every(({ identifier }) => WEAK.has(identifier.kind)) ? 'check' : 'stop';
}

/** `the names Roe and Richard, which also stand in (0010,0010) Patient's Name, and the birth date …`. */
export function wordsOfEchoes(echoes: readonly Echo[]): string {
  const groups = groupBy(echoes, ({ identifier: { kind, source } }) =>
    [kind, source === null ? '' : wordsOfPlace(source.place)].join('\n'),
  );
  return [...groups.values()].map(wordsOfGroup).join(', and ');
}

function wordsOfGroup(echoes: readonly Echo[]): string {
  const [first] = echoes;
  assert(first !== undefined, 'a group has an echo');
  const { kind, source } = first.identifier;
  const texts = [...new Set(echoes.map(({ identifier }) => identifier.text))];
  const isOne = texts.length === 1;
  const subject = `${KINDS[kind][isOne ? 0 : 1]} ${texts.slice(0, MOST_TEXTS).join(' and ')}`;
  const more = texts.length > MOST_TEXTS ? ` and ${texts.length - MOST_TEXTS} more` : '';
  if (source === null) return subject + more;
  return `${subject}${more}, which also ${isOne ? 'stands' : 'stand'} in ${wordsOfPlace(source.place)}`;
}
