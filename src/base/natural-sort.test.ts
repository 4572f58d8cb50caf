import { describe, expect, it } from 'vitest';
import { compareNatural, compareNumbers, compareText } from './natural-sort';

describe('compareNatural', () => {
  it('puts IM2 before IM10, in every folder of a path', () => {
    const paths = ['SE10/IM1', 'SE2/IM10', 'SE2/IM2', 'SE1/IM300'];
    expect(paths.toSorted(compareNatural)).toEqual(['SE1/IM300', 'SE2/IM2', 'SE2/IM10', 'SE10/IM1']);
  });

  it('puts letters with marks beside their base letters', () => {
    expect(['Zorn', 'Ähre', 'Bach'].toSorted(compareNatural)).toEqual(['Ähre', 'Bach', 'Zorn']);
  });
});

describe('compareText', () => {
  it('orders DICOM times of different precision', () => {
    expect(['142501.123', '0915', '1425', '142501'].toSorted(compareText)).toEqual([
      '0915',
      '1425',
      '142501',
      '142501.123',
    ]);
  });
});

describe('compareNumbers', () => {
  it('puts NaN last', () => {
    expect([NaN, 10, -1, NaN, 2].toSorted(compareNumbers)).toEqual([-1, 2, 10, NaN, NaN]);
  });
});
