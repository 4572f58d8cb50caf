import type { CheckId } from './check-ids';
import type { Finding } from './finding';
import type { ReviewInput } from './review-input';

/**
 * A rule about what must not leave, or is wrong, or is missing; a pure function of what is known of the archives. What
 * it is called, and why it matters, is in `CHECK_WORDS`.
 */
export interface Check {
  readonly id: CheckId;
  readonly find: (input: ReviewInput) => readonly Finding[];
}
