import { describe, expect, it } from 'vitest';
import { imageFacts } from './image-facts.fixture';
import { computePatientAges, formatAge, formatAgeString } from './patient-age';

const birth = { year: 2000, month: 3, day: 15 };

describe('formatAge', () => {
  it('writes years from two years on', () => {
    expect(formatAge(birth, { year: 2045, month: 3, day: 15 })).toBe('45 y');
    expect(formatAge(birth, { year: 2045, month: 3, day: 14 })).toBe('44 y');
    expect(formatAge(birth, { year: 2002, month: 3, day: 15 })).toBe('2 y');
  });

  it('writes years and months under two, months under one, days under a month', () => {
    expect(formatAge(birth, { year: 2001, month: 6, day: 20 })).toBe('1 y 3 m');
    expect(formatAge(birth, { year: 2002, month: 3, day: 14 })).toBe('1 y 11 m');
    expect(formatAge(birth, { year: 2000, month: 8, day: 15 })).toBe('5 m');
    expect(formatAge(birth, { year: 2000, month: 3, day: 27 })).toBe('12 d');
    // March has 31 days: 16 to the end of it, and 14 of April.
    expect(formatAge(birth, { year: 2000, month: 4, day: 14 })).toBe('30 d');
    expect(formatAge(birth, birth)).toBe('0 d');
  });

  it('is empty before birth', () => {
    expect(formatAge(birth, { year: 2000, month: 3, day: 14 })).toBe('');
  });
});

describe('formatAgeString', () => {
  it('reads Patient’s Age', () => {
    expect(formatAgeString('045Y')).toBe('45 y');
    expect(formatAgeString('015M')).toBe('1 y 3 m');
    expect(formatAgeString('005M')).toBe('5 m');
    expect(formatAgeString('002W')).toBe('14 d');
    expect(formatAgeString('012D')).toBe('12 d');
    expect(formatAgeString('adult')).toBe('');
  });
});

describe('computePatientAges', () => {
  const now = new Date(2024, 0, 15);

  it('counts to today and to the acquisition', () => {
    const facts = imageFacts({
      patientBirthDate: '19700131',
      acquisitionDate: '20100201',
      patientAge: '099Y',
    });
    expect(computePatientAges(facts, now)).toEqual({ now: '53 y', atAcquisition: '40 y' });
  });

  it('without a birth date knows only Patient’s Age, at acquisition', () => {
    expect(computePatientAges(imageFacts({ patientAge: '045Y' }), now)).toEqual({
      now: '',
      atAcquisition: '45 y',
    });
  });
});
