import { describe, expect, it } from 'vitest';
import { findDates } from './find-dates';

function certainDays(text: string): readonly string[] {
  return findDates(text).flatMap(({ isCertain, days }) => (isCertain ? days : []));
}

describe('dates in texts', () => {
  it.each([
    '20210419',
    'seen 2021-04-19.',
    '2021/4/19',
    '19.04.2021',
    '19.4.2021',
    '04/19/2021',
    '19/04/2021',
    '19 Apr 2021',
    '19-APR-2021',
    'Apr 19, 2021',
    'April 19th, 2021',
    '19. April 2021',
    '19 avril 2021',
    '19 de abril de 2021',
    '20210419103000',
    'Roe_Richard_20210419',
  ])('reads %s', (text) => {
    expect(certainDays(text)).toEqual(['20210419']);
  });

  it('reads both ways what may be either', () => {
    expect(certainDays('04/05/2021')).toEqual(['20210504', '20210405']);
  });

  it.each([
    ['digits within a longer number', 'count 0020210419 of 9'],
    ['digits before others', '202104190'],
    ['the version of a program', 'VB 1.2.2020.3'],
    ['a component of a UID', '1.2.20210419.5'],
    ['a day that is not in the calendar', '20210230 31.04.2021'],
    ['sizes', '512 x 512 x 120, 0.5/0.5/2.0'],
    ['a year that nobody is from', '18500101 21500101'],
    ['a word that is no month', '19 Slices 2021'],
  ])('takes %s for none', (_, text) => {
    expect(certainDays(text)).toEqual([]);
  });

  it('gives what only somebody who looks for that day would take for one', () => {
    expect(findDates('19042021')).toMatchObject([{ isCertain: false, days: ['20210419'] }]);
    expect(findDates('19.04.61').flatMap(({ days }) => days)).toContain('19610419');
  });

  it('says where', () => {
    const text = 'born 19.4.2021, seen';
    expect(findDates(text).map(({ range }) => text.slice(...range))).toEqual(['19.4.2021']);
  });
});
