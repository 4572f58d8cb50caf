import { describe, expect, it } from 'vitest';
import { hasContradiction, setAllowed, tidyTerms } from './review-options';

describe('setAllowed', () => {
  it('allows an option, and takes it back', () => {
    const allowed = setAllowed(['cleanGraphics'], 'retainUids', true);
    expect(allowed).toEqual(['retainUids', 'cleanGraphics']);
    expect(setAllowed(allowed, 'cleanGraphics', false)).toEqual(['retainUids']);
  });

  it('allows full dates or modified dates, never both', () => {
    const full = setAllowed(['retainUids'], 'retainLongitudinalFullDates', true);
    const modified = setAllowed(full, 'retainLongitudinalModifiedDates', true);
    expect(modified).toEqual(['retainUids', 'retainLongitudinalModifiedDates']);
    expect(hasContradiction([...full, ...modified])).toBe(true);
    expect(hasContradiction(modified)).toBe(false);
    expect(setAllowed(modified, 'retainLongitudinalModifiedDates', false)).toEqual(['retainUids']);
  });
});

describe('tidyTerms', () => {
  it('takes each line once, without what is around it', () => {
    expect(tidyTerms(['Roe ', '', '  ', 'P-17', 'Roe'])).toEqual(['Roe', 'P-17']);
  });
});
