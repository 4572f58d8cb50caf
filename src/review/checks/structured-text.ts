import { isAllowedTerm } from '../profile/allowed-terms';
import { WEIGHT_OF_KIND } from '../profile/attribute-kind';
import type { Check } from '../check';
import { readConcepts } from '../profile/content-concepts';
import { type ConceptName, type ContentItem, lookupContentItem } from '../profile/content-item-table';
import { contentValueType, isStructuredText } from '../profile/content-item-values';
import { standInOf } from '../identity/dummy-values';
import { type Finding, SEVERITIES } from '../finding';
import type { HeldValue } from '../held/held-value';
import { isCounter, profileEffect } from '../profile/profile';
import { verbOfAction } from '../profile/profile-words';
import type { ReviewInput } from '../review-input';
import type { ReviewOptions } from '../review-options';
import { NOTE, type Weight } from '../weight';

/**
 * Values of content items by their concept names (PS3.15 table E.3.4-1), and the text that presentation states write
 * over images, (0070,0006). Names of persons stop, whatever the concept; dates are to be checked, and text of which
 * the table says that it is an ID, an institution or a device; other text is a note: it has to be read. UIDs are no
 * finding. A value that stands in several items weighs as it does in the worst of them.
 */
export const structuredTextCheck: Check = {
  id: 'structured-text',
  find: (input) => {
    const texts = input.values.all.filter(({ place }) => isStructuredText(place.tag));
    const concepts = readConcepts(texts, input.values);
    return texts.flatMap((held) => findingsOf(held, concepts.get(held.id) ?? [], input));
  },
};

/** Something to be said of a value, in one of the items in which it stands. */
interface Remark {
  readonly weight: Weight;
  readonly message: string;
}

function findingsOf(
  held: HeldValue,
  concepts: readonly ConceptName[],
  { options }: ReviewInput,
): readonly Finding[] {
  const { place, text } = held;
  const standIn = standInOf(text, place.vr);
  if (standIn === 'dummy' || isAllowedTerm(text, options)) return [];
  const valueType = contentValueType(place.tag);
  const remarks =
    valueType === undefined
      ? [UNFORMATTED_TEXT]
      : concepts.flatMap((concept) => remarksOf(text, concept, valueType, options));
  const [worst] = remarks.toSorted((a, b) => rankOf(a) - rankOf(b));
  if (worst === undefined) return [];
  const { message } = worst;
  const { severity, identifying } = standIn === 'pseudonym' ? NOTE : worst.weight;
  return [
    { check: 'structured-text', severity, identifying, value: text, marks: [], message, place: { held } },
  ];
}

function rankOf({ weight }: Remark): number {
  return SEVERITIES.indexOf(weight.severity);
}

const UNFORMATTED_TEXT: Remark = {
  weight: NOTE,
  message: 'This text is shown over the image: see that it tells nothing about who someone is.',
};

function remarksOf(
  text: string,
  concept: ConceptName,
  valueType: string,
  options: ReviewOptions,
): readonly Remark[] {
  const item = lookupContentItem(concept, valueType);
  const effect = profileEffect(item, options);
  const weight = effect === 'clean' ? NOTE : weigh(text, item);
  if (effect === 'keep' || weight === null) return [];
  return [{ weight, message: messageOf(concept, item) }];
}

function weigh(text: string, { kind }: ContentItem): Weight | null {
  return kind === 'id' && isCounter(text) ? NOTE : WEIGHT_OF_KIND[kind];
}

function messageOf({ meaning }: ConceptName, { basicProfile, kind }: ContentItem): string {
  const subject = meaning === '' ? 'A content item' : `The content item ${meaning}`;
  return kind === 'other' || kind === 'descriptor'
    ? `${subject} is text for people to read: see that it tells nothing about who someone is.`
    : `${subject} has a value, which the profile ${verbOfAction(basicProfile)}.`;
}
