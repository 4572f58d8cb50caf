import type { FileId } from '../base/ids';
import { compareNumbers } from '../base/natural-sort';
import type { Instance, SeriesPart } from './catalog-types';
import type { PartFacts } from './part-facts';
import { splitParts, withDistinctNames, type Part } from './split-parts';
import { sortInstances, type Sortable } from './sort-instances';

/** An instance of a series, and what may tell it apart from the others. */
interface PartMember extends Sortable {
  readonly facts: PartFacts;
  readonly instance: Instance;
}

/**
 * The stacks that a series is made of, whatever the order of `members`: every instance of several frames is one, all
 * others are split (`splitParts`). `whole` is what the series is where it is one stack.
 */
export function seriesParts(
  members: readonly PartMember[],
  whole: Omit<SeriesPart, 'name'>,
  pathOf: (file: FileId) => string,
): readonly SeriesPart[] {
  // In the order of the acquisition, so that parts come in it too.
  const inOrder = members.toSorted(
    (a, b) => compareNumbers(a.instanceNumber, b.instanceNumber) || a.file - b.file,
  );
  const parts = [...imageParts(inOrder), ...inOrder.filter(isMultiFrame).map(framesPart)];
  if (parts.length === 1) return [{ ...whole, name: '' }];
  return withDistinctNames(parts).map((part) => sortPart(part, pathOf));
}

function isMultiFrame({ instance }: PartMember): boolean {
  return instance.frames > 1;
}

function imageParts(members: readonly PartMember[]): readonly Part<PartMember>[] {
  const images = members.filter((member) => !isMultiFrame(member));
  if (images.length === 0) return [];
  const parts = splitParts(images, ({ facts }) => facts);
  const isNameless = parts.length === 1 && images.length < members.length;
  return isNameless ? parts.map((part) => ({ ...part, name: 'Single images' })) : parts;
}

function framesPart(member: PartMember): Part<PartMember> {
  const { instanceNumber } = member;
  return {
    name: Number.isNaN(instanceNumber) ? 'Frames' : `Instance ${instanceNumber}`,
    items: [member],
  };
}

function sortPart({ name, items }: Part<PartMember>, pathOf: (file: FileId) => string): SeriesPart {
  const sorted = sortInstances(items, pathOf);
  return {
    name,
    instances: sorted.items.map(({ item, position }) => ({ ...item.instance, position })),
    sortRule: sorted.rule,
  };
}
