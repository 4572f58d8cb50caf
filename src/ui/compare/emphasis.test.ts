import { describe, expect, it } from 'vitest';
import { emphasiseDifference } from './emphasis';

function written(...values: readonly string[]): readonly string[] {
  return emphasiseDifference(values).map(({ before, differing, after }) => `${before}[${differing}]${after}`);
}

describe('emphasiseDifference', () => {
  it('finds what differs between what is the same', () => {
    expect(written('1.2.840.5.9', '1.2.840.17.9')).toEqual(['1.2.840.[5].9', '1.2.840.[17].9']);
    expect(written('AXIAL', 'AXIAL T1', 'AXIAL T2')).toEqual(['AXIAL[]', 'AXIAL[ T1]', 'AXIAL[ T2]']);
    expect(written('CT', 'MR')).toEqual(['[CT]', '[MR]']);
  });

  it('counts no character twice', () => {
    // Begins and ends with `aa`; of the shorter one nothing is left for the end.
    expect(written('aa', 'aaa')).toEqual(['aa[]', 'aa[a]']);
  });

  it('cuts no character in two', () => {
    // Both begin with the code unit D83D.
    expect(written('😀', '😁')).toEqual(['[😀]', '[😁]']);
  });

  it('leaves a value that stands alone, and values that are alike, as they are', () => {
    expect(written('CT')).toEqual(['CT[]']);
    expect(written('', '')).toEqual(['[]', '[]']);
  });
});
