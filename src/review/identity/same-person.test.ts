import { describe, expect, it } from 'vitest';
import { compareNamedPeople, isSameName } from './same-person';

describe('the comparison of names', () => {
  it.each([
    ['Roe^Richard', 'ROE^RICHARD'],
    ['Roe^Richard', 'Roe, Richard'],
    ['Roe^Richard', ' Richard  Roe '],
    ['Roe^Richard^^^', 'Roe^Richard'],
    ['Roe^Richard', 'Roe^Richard^Adam^Dr'],
    ['Núñez^Ana', 'Nunez^Ana'],
    ['Yamada^Tarou=山田^太郎', 'YAMADA^TAROU'],
    ['Yamada^Tarou=山田^太郎', '=山田^太郎'],
  ])('%s is %s', (one, other) => {
    expect(isSameName(one, other)).toBe(true);
    expect(isSameName(other, one)).toBe(true);
  });

  it.each([
    ['Roe^Richard', 'Doe^Jane'],
    ['Roe^Richard', 'Roe^Rita'],
    ['Roe', 'Roe^Richard'],
  ])('%s is not %s', (one, other) => {
    expect(isSameName(one, other)).toBe(false);
  });
});

describe('the comparison of people', () => {
  const roe = { id: '4711', name: 'Roe^Jane' };

  it('lets a family name change under one ID', () => {
    expect(compareNamedPeople(roe, { id: '4711', name: 'Doe^Jane' })).toBe('same');
    expect(compareNamedPeople(roe, { id: '4711', name: 'Doe^John' })).toBe('different');
    expect(compareNamedPeople({ ...roe, id: '' }, { id: '', name: 'Doe^Jane' })).toBe('different');
    const initial = { id: '4711', name: 'Roe^J' };
    expect(compareNamedPeople(initial, roe)).toBe('same');
    expect(compareNamedPeople(initial, { id: '4711', name: 'Doe^J' })).toBe('different');
  });

  it('takes one name under two IDs for a merge, and two names under them for two people', () => {
    expect(compareNamedPeople(roe, { id: '4712', name: 'ROE JANE' })).toBe('merged');
    expect(compareNamedPeople(roe, { id: '4712', name: 'Doe^Jane' })).toBe('different');
    expect(compareNamedPeople(roe, { id: '4712', name: '' })).toBe('different');
  });

  it('makes nothing of what is missing, or of how an ID is spaced', () => {
    expect(compareNamedPeople(roe, { id: '', name: 'Roe^Jane' })).toBe('same');
    expect(compareNamedPeople(roe, { id: '4711', name: '' })).toBe('same');
    expect(compareNamedPeople({ ...roe, id: 'ab 4711' }, { ...roe, id: 'AB4711' })).toBe('same');
  });
});
