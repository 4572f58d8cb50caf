import { describe, expect, it } from 'vitest';
import { createPatternSearch } from './aho-corasick';

function find(patterns: readonly string[], text: string, skipSeparators = false): readonly string[] {
  return createPatternSearch(patterns, { skipSeparators })
    .findAll(text)
    .map(({ pattern, start, end }) => `${patterns[pattern]} ${start}-${end}`);
}

describe('the search for many patterns', () => {
  it('finds those that overlap, that end alike, and that are in one another', () => {
    expect(find(['she', 'he', 'hers', 'his'], 'ushers')).toEqual(['she 1-4', 'he 2-4', 'hers 2-6']);
  });

  it('goes on with what a failed pattern ends with', () => {
    expect(find(['aab', 'ab'], 'aaab')).toEqual(['aab 1-4', 'ab 2-4']);
  });

  it('takes one separator for another', () => {
    expect(find(['smith jones'], 'smith-jones, smith_jones, smithjones')).toEqual([
      'smith jones 0-11',
      'smith jones 13-24',
    ]);
  });

  it('goes over separators where it is told to, and says where the match begins all the same', () => {
    expect(find(['634836837'], 'id 63483683/7.', true)).toEqual(['634836837 3-13']);
    expect(find(['634836837'], 'id 63483683/7.')).toEqual([]);
  });

  it('finds nothing that only looks alike, and what has a character that no pattern has', () => {
    expect(find(['roe'], 'rö roé ro e')).toEqual([]);
    expect(find(['山田'], '患者山田さん')).toEqual(['山田 2-4']);
  });

  it('agrees with a plain search on random texts', () => {
    let seed = 1;
    const random = (below: number): number => (seed = (seed * 48271) % 0x7fffffff) % below;
    const word = (length: number): string =>
      Array.from({ length }, () => 'ab '.charAt(random(3)))
        .join('')
        .trim() || 'a';
    const patterns = [...new Set(Array.from({ length: 12 }, () => word(1 + random(4))))];
    const text = word(400);
    const expected = patterns.flatMap((pattern) =>
      Array.from({ length: text.length }, (_, at) => at)
        .filter((at) => text.startsWith(pattern, at))
        .map((at) => `${pattern} ${at}-${at + pattern.length}`),
    );
    expect(find(patterns, text).toSorted()).toEqual(expected.toSorted());
  });
});
