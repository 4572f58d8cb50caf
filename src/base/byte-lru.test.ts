import { expect, it } from 'vitest';
import { ByteLru } from './byte-lru';

it('drops the entry used longest ago when the bytes exceed the limit', () => {
  const cache = new ByteLru<string, number>(100);
  cache.set('a', 1, 40);
  cache.set('b', 2, 40);
  cache.get('a');
  cache.set('c', 3, 40);
  expect([cache.has('a'), cache.has('b'), cache.has('c')]).toEqual([true, false, true]);
  expect(cache.bytes).toBe(80);
});

it('keeps the newest entry even when it is larger than the limit', () => {
  const cache = new ByteLru<string, number>(100);
  cache.set('a', 1, 40);
  cache.set('big', 2, 500);
  expect(cache.has('a')).toBe(false);
  expect(cache.get('big')).toBe(2);
});

it('counts a replaced entry once', () => {
  const cache = new ByteLru<string, number>(100);
  cache.set('a', 1, 40);
  cache.set('a', 2, 30);
  expect(cache.bytes).toBe(30);
});
