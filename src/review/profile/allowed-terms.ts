import type { ReviewOptions } from '../review-options';

const folded = new WeakMap<ReviewOptions, ReadonlySet<string>>();

/** Whether the reviewer has said that a value may stand wherever it stands; case and space around it are no matter. */
export function isAllowedTerm(text: string, options: ReviewOptions): boolean {
  if (options.termsToAllow.length === 0) return false;
  let terms = folded.get(options);
  if (terms === undefined) folded.set(options, (terms = new Set(options.termsToAllow.map(fold))));
  return terms.has(fold(text));
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}
