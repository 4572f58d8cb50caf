import type { Check } from './check';
import type { CheckId } from './check-ids';
import type { Finding } from './finding';
import type { ReviewInput } from './review-input';

const found = new WeakMap<ReviewInput, Map<CheckId, readonly Finding[]>>();

/** What a check finds; for one input it is asked only once, also where another check asks for it. */
export function findOnce({ id, find }: Check, input: ReviewInput): readonly Finding[] {
  let ofInput = found.get(input);
  if (ofInput === undefined) found.set(input, (ofInput = new Map<CheckId, readonly Finding[]>()));
  let findings = ofInput.get(id);
  if (findings === undefined) ofInput.set(id, (findings = find(input)));
  return findings;
}
