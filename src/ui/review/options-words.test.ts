import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS, PROFILE_OPTIONS } from '../../review/review-options';
import { OPTION_GROUPS, optionsSummary } from './options-words';

describe('optionsSummary', () => {
  it('says nothing of options as they are at first', () => {
    expect(optionsSummary(DEFAULT_OPTIONS)).toBe('');
  });

  it('says in what they differ', () => {
    expect(
      optionsSummary({
        allowed: ['retainUids', 'cleanGraphics', 'cleanDescriptors'],
        expectedPatients: 1,
        termsToFind: ['Roe'],
        termsToAllow: ['PHANTOM'],
      }),
    ).toBe('3 allowed · 1 patient · 2 terms');
  });
});

it('offers every option once', () => {
  const offered = OPTION_GROUPS.flatMap(({ options }) => options);
  expect(offered.toSorted()).toEqual(PROFILE_OPTIONS.toSorted());
});
