import type { StackOrder, StackPart } from '../../catalog/stack';

const RULE_WORDS: Readonly<Record<StackPart['rule'], string>> = {
  geometry: 'sorted by position',
  'instance-number': 'sorted by instance number',
  path: 'sorted by file name',
  'dimension-index': 'sorted by dimension index',
  'stack-position': 'sorted by position in the stack',
  frame: 'sorted by frame number',
};

const ORDER_WORDS: Readonly<Record<Exclude<StackOrder, 'sorted'>, string>> = {
  reversed: 'reversed',
  time: 'by time',
  'instance-number': 'by instance number',
  file: 'as in the file',
};

/** The order of a stack, and the rule where it is the stack's own. */
export function orderWords(order: StackOrder, rule: StackPart['rule']): string {
  return order === 'sorted' ? RULE_WORDS[rule] : ORDER_WORDS[order];
}
