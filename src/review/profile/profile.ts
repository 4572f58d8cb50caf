import { isPrivateTag } from '../../dicom/tag';
import { isAllowedTerm } from './allowed-terms';
import { WEIGHT_OF_KIND } from './attribute-kind';
import { isStructuredText } from './content-item-values';
import { standInOf } from '../identity/dummy-values';
import type { HeldValue } from '../held/held-value';
import { lookupProfile, type ProfileActions, type ProfileAttribute } from './profile-table';
import type { ReviewOptions } from '../review-options';
import { sequencesOf, type ValuePlace } from '../held/value-place';
import { CHECK, NOTE, type Weight } from '../weight';

/** What becomes of a value: it may stay; it may stay if it is clean, which takes eyes; it has to go. */
export type ProfileEffect = 'keep' | 'clean' | 'remove';

/** The attribute of the profile that a value falls under: its own, or the sequence around it. */
export interface ProfilePlace {
  readonly attribute: ProfileAttribute;
  /** The value's own attribute is not in the profile; the sequence that it stands in is. */
  readonly isInSequence: boolean;
}

const CODE_MEANING = 0x00080104;
/** The names of coding schemes and their versions (PS3.3 8.8). */
const CODING_SCHEMES: ReadonlySet<number> = new Set([0x00080102, 0x00080103]);
/** Text in which a sequence says who or what it is about. */
const TELLING_VRS: ReadonlySet<string> = new Set('LO SH LT ST UC UT UR AE PN DA DT'.split(' '));
const FREE_TEXT_VRS: ReadonlySet<string> = new Set('LT ST UC UT'.split(' '));

const places = new WeakMap<ValuePlace, { readonly found: ProfilePlace | null }>();

/**
 * What of the profile applies to a place, at any depth and in the file meta information; null where nothing does, and
 * for private attributes, graphics, documents and structured text, which have checks of their own.
 */
export function profilePlaceOf(place: ValuePlace): ProfilePlace | null {
  let known = places.get(place);
  if (known === undefined) places.set(place, (known = { found: findProfilePlace(place) }));
  return known.found;
}

function findProfilePlace(place: ValuePlace): ProfilePlace | null {
  const { tag, kind } = place;
  if (kind !== null || isPrivateTag(tag) || isStructuredText(tag)) return null;
  const own = lookupProfile(tag);
  if (own !== null) return { attribute: own, isInSequence: false };
  for (const sequence of sequencesOf(place).toReversed()) {
    if (isPrivateTag(sequence)) return null;
    const attribute = lookupProfile(sequence);
    if (attribute === null) continue;
    return isToldBySequence(place, attribute) ? { attribute, isInSequence: true } : null;
  }
  return null;
}

/** An item of a sequence that is to go has much in it that tells nothing by itself: codes, UIDs, numbers. */
function isToldBySequence({ tag, vr }: ValuePlace, { kind }: ProfileAttribute): boolean {
  if (CODING_SCHEMES.has(tag)) return false;
  const isIdentifying = WEIGHT_OF_KIND[kind]?.identifying ?? false;
  return isIdentifying ? TELLING_VRS.has(vr) : tag === CODE_MEANING || FREE_TEXT_VRS.has(vr);
}

export function profileEffect(
  { options }: ProfileActions,
  { allowed }: Pick<ReviewOptions, 'allowed'>,
): ProfileEffect {
  const effects = allowed.map((option) => options.get(option));
  if (effects.includes('keep')) return 'keep';
  return effects.includes('clean') ? 'clean' : 'remove';
}

/** Why the profile check reports a value: as the profile has it, or what makes it weigh less, or more. */
export type ProfileReason = 'remove' | 'clean' | 'pseudonym' | 'counter' | 'very-old';

export interface ProfileHit {
  readonly weight: Weight;
  readonly reason: ProfileReason;
  readonly at: ProfilePlace;
}

/** Null where the value may stay, or stands in for one that was taken away. */
export function profileHitOf({ place, text }: HeldValue, options: ReviewOptions): ProfileHit | null {
  const at = text === '' ? null : profilePlaceOf(place);
  const weight = at === null ? null : WEIGHT_OF_KIND[at.attribute.kind];
  if (at === null || weight === null || isAllowedTerm(text, options)) return null;
  const effect = profileEffect(at.attribute, options);
  const standIn = standInOf(text, place.vr);
  if (effect === 'keep' || standIn === 'dummy') return null;
  if (effect === 'clean') return { weight: NOTE, reason: 'clean', at };
  if (standIn === 'pseudonym') return { weight: NOTE, reason: 'pseudonym', at };
  if (at.attribute.kind === 'id' && isCounter(text)) return { weight: NOTE, reason: 'counter', at };
  if (place.vr === 'AS' && isVeryOld(text)) return { weight: CHECK, reason: 'very-old', at };
  return { weight, reason: 'remove', at };
}

/** The profile check reports this value as one that may identify a person; other checks need not say it again. */
export function isProfileHit(value: HeldValue, options: ReviewOptions): boolean {
  return profileHitOf(value, options)?.weight.identifying ?? false;
}

/** Up to 89, an age does not identify by itself (45 CFR 164.514(b)(2)(i)(C)). */
function isVeryOld(text: string): boolean {
  return text.endsWith('Y') && parseInt(text, 10) >= 90;
}

/** Studies and steps are often numbered from 1. */
export function isCounter(text: string): boolean {
  return /^\d{1,3}$/.test(text);
}
