import type { TextRange } from '../finding';

/** What has the shape of something that leads to a person. */
export interface FoundPattern {
  /** `a phone number` */
  readonly words: string;
  readonly range: TextRange;
  /** Else it is worth a look, but leads to nobody by itself: the address of a vendor's web page. */
  readonly isIdentifying: boolean;
}

/** A shape: an expression with the flag `g`, and what else its match has to be. */
export interface PatternRule {
  readonly words: string;
  readonly pattern: RegExp;
  readonly fits?: (match: string) => boolean;
  readonly isIdentifying?: (match: string) => boolean;
}

/** Rules with a test that is cheaper than theirs: where it does not hold, none of them has a match. */
export interface PatternRules {
  readonly hint: RegExp;
  readonly rules: readonly PatternRule[];
}

export function applyRules({ hint, rules }: PatternRules, text: string): readonly FoundPattern[] {
  return hint.test(text) ? rules.flatMap((rule) => applyRule(rule, text)) : [];
}

function applyRule(
  { words, pattern, fits, isIdentifying }: PatternRule,
  text: string,
): readonly FoundPattern[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [all] = match;
    if (fits !== undefined && !fits(all)) return [];
    const range = [match.index, match.index + all.length] as const;
    return [{ words, range, isIdentifying: isIdentifying?.(all) ?? true }];
  });
}
