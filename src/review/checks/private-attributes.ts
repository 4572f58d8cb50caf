import { assert } from '../../base/assert';
import { groupBy } from '../../base/group-by';
import type { FileId } from '../../base/ids';
import { isPrivateCreator, isPrivateTag } from '../../dicom/tag';
import { isAllowedTerm } from '../profile/allowed-terms';
import type { Check } from '../check';
import type { Finding } from '../finding';
import type { HeldValue } from '../held/held-value';
import type { HeldValues, ReviewInput } from '../review-input';
import { isKnownSafe, readDeclaredSafe } from '../profile/safe-private';

/**
 * Each private creator (PS3.5 7.8.1), and each private attribute that holds text, once for all of its values. Safe is
 * what PS3.15 table E.3.10-1 has, or what all files that hold it declare to be safe (PS3.3 C.12.1): that it is kept is
 * told with its creator only, and not where the transfer allows it. What a value says is for other checks to find:
 * most private attributes are technical, none is called identifying here, and one of flags and terms alone is a note.
 */
export const privateAttributesCheck: Check = {
  id: 'private-attributes',
  find: (input) => [...creatorFindings(input), ...attributeFindings(input)],
};

function creatorFindings({ values, options }: ReviewInput): readonly Finding[] {
  if (options.allowed.includes('retainSafePrivate')) return [];
  return values.all.flatMap((held) =>
    isPrivateCreator(held.place.tag) && !isAllowedTerm(held.text, options) ? creatorFinding(held) : [],
  );
}

function creatorFinding(held: HeldValue): Finding {
  return {
    check: 'private-attributes',
    severity: 'note',
    identifying: false,
    value: held.text,
    marks: [],
    message: `There are private attributes of ${held.text}: the Basic Profile removes all of them, the safe ones too.`,
    place: { held },
  };
}

function attributeFindings({ values, options }: ReviewInput): readonly Finding[] {
  const isDeclaredSafe = readDeclaredSafe(values);
  const telling = values.all.filter(
    (held) =>
      isPrivateTag(held.place.tag) &&
      !isPrivateCreator(held.place.tag) &&
      held.text !== '' &&
      !isKnownSafe(held.place) &&
      !isAllowedTerm(held.text, options) &&
      !isDeclaredSafe(held),
  );
  const attributes = groupBy(telling, ({ place }) => `${place.path} ${place.creator}`);
  return [...attributes.values()].map((group) => attributeFinding(group, values));
}

function attributeFinding(held: readonly HeldValue[], values: HeldValues): Finding {
  const [first] = held;
  assert(first !== undefined, 'a group has a value');
  const { creator } = first.place;
  const owner =
    creator === '' ? 'A private attribute that no creator has reserved' : `A private attribute of ${creator}`;
  const count = held.length === 1 ? '' : `; it has ${held.length} different values, of which this is one`;
  return {
    check: 'private-attributes',
    severity: held.some(mayTell) ? 'check' : 'note',
    identifying: false,
    value: first.text,
    marks: [],
    message: `${owner}, which is not known to be safe${count}.`,
    place:
      held.length === 1 ? { held: first } : { files: filesOf(held, values), path: pathOf(first, values) },
  };
}

const TERM_VRS: ReadonlySet<string> = new Set(['AS', 'CS', 'TM', 'UI']);

/** Whether there is room for more than a setting: a term, a flag or a short code is one. */
function mayTell({ place, text }: HeldValue): boolean {
  return !TERM_VRS.has(place.vr) && /\p{L}{3}|\p{N}{4}/u.test(text);
}

/** Each once: in items of a sequence, a file may hold several of the values. */
function filesOf(held: readonly HeldValue[], values: HeldValues): readonly FileId[] {
  const files = held.flatMap((value) => values.filesOf(value));
  return held[0]?.place.path.includes('.') ? [...new Set(files)] : files;
}

/** With the item numbers that it has in the first file. */
function pathOf(held: HeldValue, values: HeldValues): string {
  if (!held.place.path.includes('.')) return held.place.path;
  const [file] = values.filesOf(held);
  const placed = file === undefined ? [] : values.ofFile(file);
  return placed.find(({ value }) => value.id === held.id)?.path ?? held.place.path;
}
