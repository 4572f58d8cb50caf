import { assert } from '../base/assert';
import { type CharacterSet, DEFAULT_CHARACTER_SET } from './character-set';
import type { DataSet, Element } from './data-set';
import { characterSetOf } from './elements';

/** An element or an item, and what is known around it. */
export interface FoundElement {
  readonly element: Element;
  /** The one that the element, or the item's sequence, stands in. */
  readonly dataSet: DataSet;
  readonly characterSet: CharacterSet;
}

/**
 * What a header's row is of, by its path: `00100010`, `00082112[0]`, `00082112[0].00081155`; of a tag that comes again,
 * `00100010~1`. It has to be there.
 */
export function findElement(dataSet: DataSet, path: string): FoundElement {
  const [step = '', ...rest] = path.split('.');
  return findIn(dataSet, characterSetOf(dataSet, DEFAULT_CHARACTER_SET), step, rest);
}

function findIn(
  dataSet: DataSet,
  characterSet: CharacterSet,
  step: string,
  rest: readonly string[],
): FoundElement {
  const [, tag = '', times, index] = /^(\w+)(?:~(\d+))?(?:\[(\d+)\])?$/.exec(step) ?? [];
  const element = occurrence(dataSet.elements[`x${tag.toLowerCase()}`], times);
  assert(element !== undefined, `${step} is in the data set`);
  if (index === undefined) return { element, dataSet, characterSet };
  const item = element.items?.[parseInt(index, 10)];
  assert(item !== undefined, `${step} is in the sequence`);
  const [next, ...others] = rest;
  if (next === undefined) return { element: item, dataSet, characterSet };
  assert(item.dataSet !== undefined, `${step} has elements`);
  return findIn(item.dataSet, characterSetOf(item.dataSet, characterSet), next, others);
}

/** Of a tag that comes several times: the one that counts, or the one before it with that number, from 1. */
function occurrence(inEffect: Element | undefined, times: string | undefined): Element | undefined {
  if (times === undefined) return inEffect;
  const inOrder: Element[] = [];
  for (let each = inEffect; each !== undefined; each = each.earlier) inOrder.unshift(each);
  return inOrder[parseInt(times, 10) - 1];
}
