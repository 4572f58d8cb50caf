import { groupBy } from '../base/group-by';
import { compareNatural } from '../base/natural-sort';
import { isParallel, normalOf, placeOf, positionAlong, type ImagePlane } from './image-plane';
import { PART_ATTRIBUTES, type PartAttribute } from './part-attributes';
import type { PartFacts } from './part-facts';

/** Images that are a stack, named by what tells them apart from the others of their series. */
export interface Part<Item> {
  readonly name: string;
  readonly items: readonly Item[];
}

/** Images of a series, and what is known of each. */
interface Known<Item> {
  readonly item: Item;
  readonly facts: PartFacts;
}

type Parts<Item> = readonly Part<Known<Item>>[];

/**
 * Splits the images of a series into stacks. Localizers, images without a plane, orientations, sizes and Stack IDs go
 * apart first. Where several images then stand at one position, they are split by the first of `PART_ATTRIBUTES` that
 * tells them apart, the parts by the next ones; what no attribute tells apart stays together. Every image is in exactly
 * one part; one part alone has no name.
 */
export function splitParts<Item>(
  items: readonly Item[],
  factsOf: (item: Item) => PartFacts,
): readonly Part<Item>[] {
  let parts: Parts<Item> = [{ name: '', items: items.map((item) => ({ item, facts: factsOf(item) })) }];
  for (const split of [splitLocalizers, splitUnplaced, splitOrientations, splitSizes, splitStacks]) {
    parts = parts.flatMap((part) => joinNames(part.name, split(part.items)));
  }
  parts = parts.flatMap((part) => joinNames(part.name, splitCrowded(part.items, PART_ATTRIBUTES)));
  return withDistinctNames(nameRest(parts)).map((part) => ({
    name: part.name,
    items: part.items.map(({ item }) => item),
  }));
}

function joinNames<Item>(name: string, parts: Parts<Item>): Parts<Item> {
  if (name === '') return parts;
  return parts.map((part) => ({ ...part, name: part.name === '' ? name : `${name} · ${part.name}` }));
}

function isLocalizer({ facts }: Known<unknown>): boolean {
  return facts.imageType.includes('LOCALIZER') && facts.imageType.split('\\')[2] === 'LOCALIZER';
}

function splitLocalizers<Item>(items: readonly Known<Item>[]): Parts<Item> {
  return splitOff(items, isLocalizer, 'Localizer');
}

function splitUnplaced<Item>(items: readonly Known<Item>[]): Parts<Item> {
  return splitOff(items, ({ facts }) => facts.plane === null, 'No position');
}

/** Those that are otherwise come last, where there are others. */
function splitOff<Item>(
  items: readonly Known<Item>[],
  isOther: (known: Known<Item>) => boolean,
  name: string,
): Parts<Item> {
  const others = items.filter(isOther);
  if (others.length === 0 || others.length === items.length) return [{ name: '', items }];
  return [
    { name: '', items: items.filter((known) => !isOther(known)) },
    { name, items: others },
  ];
}

/** More orientations than these are stacks only where there are two images of each, or else a rotation. */
const MAX_SINGLE_PLANES = 3;
/** A longer list helps nobody. */
const MAX_ORIENTATIONS = 50;

function splitOrientations<Item>(items: readonly Known<Item>[]): Parts<Item> {
  const groups: { readonly plane: ImagePlane; readonly items: Known<Item>[] }[] = [];
  const most = Math.max(MAX_SINGLE_PLANES, Math.min(items.length / 2, MAX_ORIENTATIONS));
  for (const known of items) {
    const { plane } = known.facts;
    if (plane === null) return [{ name: '', items }];
    const group = groups.find((other) => isParallel(plane, other.plane));
    if (group !== undefined) group.items.push(known);
    else if (groups.push({ plane, items: [known] }) > most) return [{ name: '', items }];
  }
  if (groups.length === 1) return [{ name: '', items }];
  return groups.map((group) => ({ name: orientationName(group.plane), items: group.items }));
}

/** By the axis of the patient to which the slice normal is nearest. */
function orientationName(plane: ImagePlane): string {
  const [x, y, z] = normalOf(plane);
  const across = Math.abs(x);
  const back = Math.abs(y);
  if (Math.abs(z) >= Math.max(across, back)) return 'Axial';
  return back >= across ? 'Coronal' : 'Sagittal';
}

/** Of images that are no stack, pictures of an ultrasound examination say, a size tells nothing. */
function splitSizes<Item>(items: readonly Known<Item>[]): Parts<Item> {
  const isStack = items.every(({ facts }) => facts.plane !== null);
  return isStack ? splitByKey(items, ['columns', 'rows'], (size) => size.join(' x ')) : [{ name: '', items }];
}

function splitStacks<Item>(items: readonly Known<Item>[]): Parts<Item> {
  return splitByKey(items, ['stackId'], ([id]) => (id === '' ? 'No stack' : `Stack ${String(id)}`));
}

function splitByKey<Item>(
  items: readonly Known<Item>[],
  keys: readonly (keyof PartFacts)[],
  nameOf: (values: readonly unknown[]) => string,
): Parts<Item> {
  const first = items[0]?.facts;
  const isSame = ({ facts }: Known<Item>): boolean =>
    keys.every((key) => Object.is(facts[key], first?.[key]));
  // The rule: no text is made of anything.
  if (items.every(isSame)) return [{ name: '', items }];
  const groups = groupBy(items, ({ facts }) => nameOf(keys.map((key) => facts[key])));
  return [...groups].map(([name, group]) => ({ name, items: group }));
}

/** Images at one position only are a stack over what else they differ in. */
function splitCrowded<Item>(
  items: readonly Known<Item>[],
  attributes: readonly PartAttribute[],
): Parts<Item> {
  const places = placesOf(items);
  const count = new Set(places).size;
  if (places === null || count < 2 || count === items.length) return [{ name: '', items }];
  const positions = [...groupBy([...items.keys()], (index) => places[index]).values()].map((indices) =>
    indices.flatMap((index) => items[index] ?? []),
  );
  for (const attribute of attributes) {
    const parts =
      attribute.by === 'value'
        ? splitByValue(items, positions, attribute)
        : splitByRank(positions, attribute);
    if (parts === null) continue;
    const remaining = attributes.filter((other) => other !== attribute);
    return parts.flatMap((part) => joinNames(part.name, splitCrowded(part.items, remaining)));
  }
  return [{ name: '', items }];
}

/** Where each image stands along the slice normal, as whole numbers; null where they have no common one. */
function placesOf(items: readonly Known<unknown>[]): readonly number[] | null {
  const reference = items[0]?.facts.plane ?? null;
  if (reference === null) return null;
  const normal = normalOf(reference);
  const places: number[] = [];
  for (const { facts } of items) {
    if (facts.plane === null || !isParallel(facts.plane, reference)) return null;
    places.push(placeOf(positionAlong(facts.plane, normal)));
  }
  return places;
}

/** Null where an image has no value, or no position has all of the values: then they do not tell stacks apart. */
function splitByValue<Item>(
  items: readonly Known<Item>[],
  positions: readonly (readonly Known<Item>[])[],
  { valueOf, nameOf }: PartAttribute,
): Parts<Item> | null {
  const groups = groupBy(items, ({ facts }) => valueOf(facts));
  const values = [...groups.keys()].sort(compareValues);
  if (values.length < 2 || values.some(isMissing)) return null;
  const hasAll = (position: readonly Known<Item>[]): boolean =>
    position.length >= values.length &&
    new Set(position.map(({ facts }) => valueOf(facts))).size === values.length;
  if (!positions.some(hasAll)) return null;
  return values.map((value) => ({ name: nameOf(value, values), items: groups.get(value) ?? [] }));
}

/** Null unless there are equally many images at all positions, all of different values. */
function splitByRank<Item>(
  positions: readonly (readonly Known<Item>[])[],
  { valueOf, nameOf }: PartAttribute,
): Parts<Item> | null {
  const ranks = positions[0]?.length ?? 0;
  const parts = Array.from({ length: ranks }, (_, rank) => ({
    name: nameOf(rank + 1, []),
    items: [] as Known<Item>[],
  }));
  for (const position of positions) {
    const values = new Set(position.map(({ facts }) => valueOf(facts)));
    if (position.length !== ranks || values.size !== ranks || [...values].some(isMissing)) return null;
    const ranked = position.toSorted((a, b) => compareValues(valueOf(a.facts), valueOf(b.facts)));
    for (const [rank, known] of ranked.entries()) parts[rank]?.items.push(known);
  }
  return parts;
}

function isMissing(value: number | string): boolean {
  return value === '' || Number.isNaN(value);
}

function compareValues(a: number | string, b: number | string): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareNatural(String(a), String(b));
}

/** What is left beside localizers and images without a position has no name yet. */
function nameRest<Item>(parts: Parts<Item>): Parts<Item> {
  if (parts.length === 1) return parts.map((part) => ({ ...part, name: '' }));
  return parts.map((part) => (part.name === '' ? { ...part, name: restName(part.items) } : part));
}

function restName<Item>(items: readonly Known<Item>[]): string {
  const plane = placesOf(items) === null ? null : (items[0]?.facts.plane ?? null);
  return plane === null ? 'Images' : orientationName(plane);
}

/** Of parts with the same name, all but the first are numbered. */
export function withDistinctNames<Item>(parts: readonly Part<Item>[]): readonly Part<Item>[] {
  const counts = new Map<string, number>();
  return parts.map((part) => {
    const count = (counts.get(part.name) ?? 0) + 1;
    counts.set(part.name, count);
    return count === 1 ? part : { ...part, name: `${part.name} (${count})` };
  });
}
