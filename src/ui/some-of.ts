import { formatCount } from './format';

/** `A, B, C and 4 more` */
export function someOf(examples: readonly string[], count: number): string {
  const more = count - examples.length;
  return examples.join(', ') + (more > 0 ? ` and ${formatCount(more)} more` : '');
}
