import { isAllowedTerm } from '../profile/allowed-terms';
import { standInOf } from './dummy-values';
import { findNamesInValue } from '../patterns/find-person-names';
import { findRecordNumbers } from '../patterns/find-record-numbers';
import { IdentifierCollection } from './identifier-collection';
import { createIdentifierSearch } from './identifier-search';
import type { Echo, IdentifierKind, Identifiers } from './identifiers';
import type { HeldValue } from '../held/held-value';
import { profilePlaceOf } from '../profile/profile';
import { learnPseudonyms, pseudonymKey } from './pseudonyms';
import type { HeldValues } from '../review-input';
import type { ReviewOptions } from '../review-options';
import type { ValuePlace } from '../held/value-place';

const ACCESSION_NUMBER = 0x00080050;
/** Patient ID, Other Patient IDs, Medical Record Locator. */
const PATIENT_IDS: ReadonlySet<number> = new Set([0x00100020, 0x00101000, 0x00101090]);
/** Of the places that the profile takes for institutions, those that are called by a name. */
const INSTITUTIONS: ReadonlySet<number> = new Set([0x00080080, 0x00102299, 0x0040a027, 0x00404036]);
const INSTITUTION_ADDRESS = 0x00080081;

/**
 * Collects who the people in the archives are, and what leads to them: first from the attributes made for it, at any
 * depth (Original Attributes Sequence and SR content items included), and from private ones by their VR; then what a
 * text by itself says is a name or a number of somebody. What stands in for those is left out, and what the reviewer
 * allows.
 */
export function learnIdentifiers(values: HeldValues, options: ReviewOptions): Identifiers {
  const collection = new IdentifierCollection();
  const pseudonyms = learnPseudonyms(values);
  const addAll = (identitiesOf: (value: HeldValue) => readonly Identity[]): void => {
    for (const source of values.all) {
      for (const { kind, text } of identitiesOf(source)) {
        const isStandIn = standInOf(text, source.place.vr) !== null || pseudonyms.has(pseudonymKey(text));
        if (!isStandIn && !isAllowedTerm(text, options)) collection.add(kind, text, source);
      }
    }
  };
  for (const term of options.termsToFind) collection.add('own-term', term, null);
  addAll((value) => identitiesByPlace(value, options));
  addAll((value) => identitiesByText(value, options));

  const { terms, birthDates, identifiers, numbers } = collection.collected(options);
  const findIn = createIdentifierSearch({ terms, birthDates });
  const echoesIn = (value: HeldValue): readonly Echo[] =>
    findIn(value.text).filter(({ identifier }) => identifier.source !== value);
  return { all: identifiers, findIn, echoesIn, birthDates, numbers };
}

interface Identity {
  readonly kind: IdentifierKind;
  readonly text: string;
}

function identitiesByPlace({ place, text }: HeldValue, options: ReviewOptions): readonly Identity[] {
  const kind = kindOfPlace(place, text, options);
  return kind === null ? [] : text.split('\\').map((one) => ({ kind, text: one.trim() }));
}

function identitiesByText(value: HeldValue, options: ReviewOptions): readonly Identity[] {
  const { place, text } = value;
  if (kindOfPlace(place, text, options) !== null) return [];
  return [
    ...findNamesInValue(value).map(({ name }) => ({ kind: 'name', text: name }) as const),
    ...findRecordNumbers(value).map((range) => ({ kind: 'other-id', text: text.slice(...range) }) as const),
  ];
}

/** What the place itself says that its values are. */
function kindOfPlace(place: ValuePlace, text: string, { allowed }: ReviewOptions): IdentifierKind | null {
  if (place.vr === 'PN') return 'name';
  if (place.tag === 0 || place.vr === 'SQ') return null;
  if (place.tag === ACCESSION_NUMBER) return 'accession-number';
  if (PATIENT_IDS.has(place.tag)) return 'patient-id';
  const found = profilePlaceOf(place);
  if (found === null || found.isInSequence) return null;
  switch (found.attribute.kind) {
    case 'id':
      return 'other-id';
    case 'contact':
      return isPhone(text) ? 'phone' : 'address';
    case 'birth-date':
      return place.vr === 'DA' ? 'birth-date' : null;
    case 'institution':
      if (allowed.includes('retainInstitutionIdentity')) return null;
      if (place.tag === INSTITUTION_ADDRESS) return 'address';
      return INSTITUTIONS.has(place.tag) ? 'institution' : null;
    default:
      return null;
  }
}

const MIN_PHONE_DIGITS = 6;

function isPhone(text: string): boolean {
  const digits = text.match(/\d/g)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return digits >= MIN_PHONE_DIGITS && letters <= digits;
}
