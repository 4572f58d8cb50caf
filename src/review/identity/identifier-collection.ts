import { isAllowedTerm } from '../profile/allowed-terms';
import { isCommonWord } from './common-words';
import { isDay } from '../patterns/find-dates';
import { foldText } from './fold-text';
import type { HeldValue } from '../held/held-value';
import type { Identifier, IdentifierKind } from './identifiers';
import { parsePersonName } from './person-name-parts';
import type { ReviewOptions } from '../review-options';
import type { SearchTerm } from './search-hit';
import { addressParts, initialsOf, numberForms, phoneForms, spellingsOf, squeeze } from './written-forms';

export interface CollectedIdentifiers {
  readonly identifiers: readonly Identifier[];
  readonly terms: readonly SearchTerm[];
  readonly birthDates: ReadonlyMap<string, Identifier>;
  readonly numbers: ReadonlyMap<string, Identifier>;
}

interface TermDraft extends SearchTerm {
  /** It may turn out to be the name of more people. */
  readonly people: Set<number>;
}

const MIN_ID_CHARACTERS = 4;
/** Study IDs and numbers of procedure steps are often short, and counted from 1 in every house. */
const MIN_OTHER_ID_CHARACTERS = 6;
const MIN_WORD_CHARACTERS = 4;
const MIN_PHONE_DIGITS = 7;
const MIN_UID_DIGITS = 6;

/** Identifiers, each once, with the forms in which they may be written elsewhere. What was added first is the source. */
export class IdentifierCollection {
  readonly #terms = new Map<string, TermDraft>();
  readonly #people = new Map<string, number>();
  readonly #birthDates = new Map<string, Identifier>();

  /** A value that is not what its place says it is, too short for one or a word of every day, is left out. */
  add(kind: IdentifierKind, text: string, source: HeldValue | null): void {
    const identifier = { kind, text, source };
    if (kind === 'name') this.#addName(text, source);
    else if (kind === 'birth-date') this.#addBirthDate(identifier);
    else if (kind === 'phone') this.#addPhone(identifier);
    else if (kind === 'address') for (const part of addressParts(text)) this.#addWords(identifier, part);
    else if (kind === 'institution') this.#addInstitution(identifier);
    else if (kind === 'own-term') this.#addOwnTerm(identifier);
    else this.#addId(identifier);
  }

  /** Without the parts of names that the reviewer allows. */
  collected(options: ReviewOptions): CollectedIdentifiers {
    const terms = [...this.#terms.values()].filter(
      ({ identifier }) => !isAllowedTerm(identifier.text, options),
    );
    const identifiers = new Set(terms.map(({ identifier }) => identifier));
    for (const identifier of this.#birthDates.values()) identifiers.add(identifier);
    const numbers = new Map<string, Identifier>();
    for (const { key, identifier } of terms) {
      const isId = identifier.kind !== 'phone' && identifier.kind !== 'own-term';
      if (isId && key.length >= MIN_UID_DIGITS && /^\d+$/.test(key)) numbers.set(key, identifier);
    }
    return { identifiers: [...identifiers], terms, birthDates: this.#birthDates, numbers };
  }

  #addName(text: string, source: HeldValue | null): void {
    const whole = foldText(text).text;
    if (this.#people.has(whole)) return;
    const person = this.#people.size;
    this.#people.set(whole, person);
    const { parts, joined } = parsePersonName(text);
    for (const part of parts) {
      const identifier = { kind: 'name', text: part, source } as const;
      for (const key of spellingsOf(part))
        this.#addTerm({ identifier, key, form: 'words' }).people.add(person);
    }
    for (const key of joined)
      this.#addTerm({ identifier: { kind: 'name', text, source }, key, form: 'words' });
  }

  #addBirthDate(identifier: Identifier): void {
    const day = identifier.text.replaceAll('.', '');
    if (isDay(day) && !this.#birthDates.has(day)) this.#birthDates.set(day, identifier);
  }

  #addPhone(identifier: Identifier): void {
    for (const key of phoneForms(identifier.text)) {
      if (key.length >= MIN_PHONE_DIGITS) this.#addTerm({ identifier, key, form: 'number' });
    }
  }

  #addInstitution(identifier: Identifier): void {
    this.#addWords(identifier, identifier.text);
    const key = initialsOf(identifier.text);
    if (key !== '') this.#addTerm({ identifier, key, form: 'initials' });
  }

  #addOwnTerm(identifier: Identifier): void {
    const isNumber = /\d/.test(identifier.text);
    const key = isNumber ? squeeze(identifier.text) : foldText(identifier.text.trim()).text;
    if (key !== '') this.#addTerm({ identifier, key, form: isNumber ? 'number' : 'words' });
  }

  #addId(identifier: Identifier): void {
    const { kind, text } = identifier;
    if (!/\d/.test(text)) {
      this.#addWords(identifier, text);
      return;
    }
    if (kind === 'other-id' && isDay(text)) return;
    const least = kind === 'other-id' ? MIN_OTHER_ID_CHARACTERS : MIN_ID_CHARACTERS;
    for (const key of numberForms(text)) {
      if (key.length >= least) this.#addTerm({ identifier, key, form: 'number' });
    }
  }

  #addWords(identifier: Identifier, text: string): void {
    const key = foldText(text).text;
    if (key.length >= MIN_WORD_CHARACTERS && !isCommonWord(key)) {
      this.#addTerm({ identifier, key, form: 'words' });
    }
  }

  #addTerm(term: Omit<SearchTerm, 'people'>): TermDraft {
    const id = `${term.form} ${term.key}`;
    let known = this.#terms.get(id);
    if (known === undefined) this.#terms.set(id, (known = { ...term, people: new Set() }));
    return known;
  }
}
