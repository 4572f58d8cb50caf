import { describe, expect, it } from 'vitest';
import { formatReviewOptions, parseReviewOptions } from './options-file';
import { DEFAULT_OPTIONS, PROFILE_OPTIONS, type ReviewOptions } from './review-options';

const HEAD = { format: 'glovebox-review-options', version: 1 };

const OPTIONS: ReviewOptions = {
  allowed: ['retainUids', 'cleanDescriptors'],
  expectedPatients: 12,
  termsToFind: ['Roe', 'Straße 7', '"quoted"'],
  termsToAllow: ['PHANTOM'],
};

const parse = (content: unknown) => parseReviewOptions(JSON.stringify(content), 'options.json');

function reasonOf(content: unknown): string | undefined {
  const parsed = parse(content);
  if (parsed.ok || parsed.error.code !== 'review-options-unreadable') return undefined;
  return parsed.error.detail.reason;
}

describe('a file of review options', () => {
  it('gives back what was saved', () => {
    for (const options of [OPTIONS, DEFAULT_OPTIONS]) {
      expect(parseReviewOptions(formatReviewOptions(options), 'options.json')).toEqual({
        ok: true,
        value: options,
      });
    }
  });

  it('says what it is, and keeps its form', () => {
    expect(JSON.parse(formatReviewOptions(OPTIONS))).toEqual({ ...HEAD, ...OPTIONS });
  });

  it('may have other fields, and lack some', () => {
    expect(parse({ ...HEAD, comment: 'of 2026', termsToFind: ['Roe'] })).toEqual({
      ok: true,
      value: { ...DEFAULT_OPTIONS, termsToFind: ['Roe'] },
    });
  });

  it('may be written by hand: terms are trimmed, and each is taken once', () => {
    const parsed = parse({
      ...HEAD,
      termsToFind: [' Roe ', '', 'Roe', 'Doe'],
      allowed: ['retainUids', 'retainUids'],
    });
    expect(parsed).toMatchObject({
      ok: true,
      value: { termsToFind: ['Roe', 'Doe'], allowed: ['retainUids'] },
    });
  });

  it('is refused with its reason where it is something else', () => {
    for (const text of ['', 'options', '{"format":', '[]', 'null', '7']) {
      const parsed = parseReviewOptions(text, 'options.json');
      expect(parsed.ok ? text : parsed.error.where).toBe('options.json');
    }
    expect(reasonOf(OPTIONS)).toBe('it holds something else');
    expect(reasonOf({ ...HEAD, version: 2 })).toBe('it was saved by another version of this page');
  });

  it('is refused where a field is not what it is to be', () => {
    expect(reasonOf({ ...HEAD, allowed: 'retainUids' })).toContain('no option of the profile');
    expect(reasonOf({ ...HEAD, allowed: ['retainEverything'] })).toContain('no option of the profile');
    expect(reasonOf({ ...HEAD, allowed: PROFILE_OPTIONS })).toContain('exclude each other');
    for (const expectedPatients of [0, -1, 1.5, '3', 1e9]) {
      expect(reasonOf({ ...HEAD, expectedPatients })).toContain('number of patients');
    }
    expect(reasonOf({ ...HEAD, termsToFind: ['Roe', 7] })).toContain('terms to find');
    expect(reasonOf({ ...HEAD, termsToAllow: { 0: 'Roe' } })).toContain('terms to allow');
    expect(reasonOf({ ...HEAD, termsToAllow: ['x'.repeat(501)] })).toContain('short texts');
    expect(reasonOf({ ...HEAD, termsToFind: Array.from({ length: 10_001 }, String) })).toContain(
      'more than 10000',
    );
  });
});
