import type { DataSet } from '../data-set';
import type { TagKey } from '../tag';
import { uidName } from '../uids';
import { type Attributes, codeMeaning, itemsOf, nameOf, textIn } from './attributes';
import type { ReferencesSection } from './object-face';
import type { ObjectReference } from './object-reference';

const MAX_REFERENCES = 1000;
/** Of a data set that refers to nothing no more is looked through. */
const MAX_ITEMS = 200_000;

/** What an item with a Referenced SOP Instance UID refers to (PS3.3 10.3); null where it has none. */
export function instanceReference(item: Attributes, note = ''): ObjectReference | null {
  const uid = textIn(item, 'x00081155');
  if (uid === '') return null;
  const frames = textIn(item, 'x00081160').split('\\').join(', ');
  const notes = [note, frames === '' ? '' : `${frames.includes(',') ? 'frames' : 'frame'} ${frames}`];
  return {
    level: 'instance',
    uid,
    sopClassName: uidName(textIn(item, 'x00081150')),
    note: notes.filter((text) => text !== '').join(', '),
    frameIndex: Math.max(0, (parseInt(frames, 10) || 1) - 1),
  };
}

/** A series by its UID; what it has in `note`. */
export function seriesReference(uid: string, note: string): ObjectReference {
  return { level: 'series', uid, sopClassName: '', note, frameIndex: 0 };
}

export function referencesSection(
  heading: string,
  references: readonly ObjectReference[],
): ReferencesSection {
  return {
    as: 'references',
    heading,
    references: references.slice(0, MAX_REFERENCES),
    total: references.length,
  };
}

/**
 * Every object that a data set names in any of its sequences, each once, with the purpose of the reference or the name
 * of the sequence; with `within`, in this sequence alone.
 */
export function findReferences(attributes: Attributes, within?: TagKey): readonly ObjectReference[] {
  const found = new Map<string, ObjectReference>();
  const waiting = itemsWithin(
    attributes,
    within === undefined ? sequencesOf(attributes) : [within],
  ).reverse();
  let visited = 0;
  for (let next = waiting.pop(); next !== undefined && visited < MAX_ITEMS; next = waiting.pop()) {
    visited += 1;
    const reference = referenceIn(next);
    if (reference !== null && !found.has(reference.uid)) found.set(reference.uid, reference);
    for (const inner of itemsWithin(next.item, sequencesOf(next.item)).reverse()) waiting.push(inner);
  }
  return [...found.values()];
}

/** An item, and the sequence that it is in. */
interface Found {
  readonly item: Attributes;
  readonly sequence: TagKey;
}

/** What the study and its request were, which is known anyway. */
const OF_STUDY: readonly TagKey[] = ['x00081110', 'x00081111', 'x00081120', 'x00400275', 'x0040a370'];

function sequencesOf({ dataSet: { elements } }: Attributes): readonly TagKey[] {
  const tags = Object.keys(elements) as TagKey[];
  return tags.filter((tag) => elements[tag]?.items !== undefined && !OF_STUDY.includes(tag));
}

function itemsWithin(attributes: Attributes, sequences: readonly TagKey[]): Found[] {
  return sequences.flatMap((sequence) => itemsOf(attributes, sequence).map((item) => ({ item, sequence })));
}

/** An instance, or a series of which no instances are named. */
function referenceIn({ item, sequence }: Found): ObjectReference | null {
  const note = codeMeaning(item, 'x0040a170') || roleOf(nameOf(item, sequence));
  const instance = instanceReference(item, note);
  if (instance !== null) return instance;
  const series = textIn(item, 'x0020000e');
  return series === '' || hasItems(item.dataSet) ? null : seriesReference(series, note);
}

/** `Referenced Structure Set Sequence` makes `Structure Set`; '' of a name that says nothing. */
function roleOf(sequence: string): string {
  const role = sequence.replace(/^Referenced /, '').replace(/ Sequence$/, '');
  return /^(Image|SOP|Instance|Series|Study)$/.test(role) ? '' : role;
}

function hasItems({ elements }: DataSet): boolean {
  return Object.values(elements).some(({ items }) => items !== undefined && items.length > 0);
}
