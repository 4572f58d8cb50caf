import { CHECKS } from './checks';
import { findOnce } from './find-once';
import type { Finding } from './finding';
import type { ReviewInput } from './review-input';

/** All that the checks find, check by check. */
export function runChecks(input: ReviewInput): readonly Finding[] {
  return CHECKS.flatMap((check) => findOnce(check, input));
}
