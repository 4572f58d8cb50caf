import { expect, it } from 'vitest';
import { formatTag, isPrivateCreator, isPrivateTag, tagKey, tagNumber } from './tag';

it('writes tags as people and as data sets do', () => {
  expect(formatTag('x0010001a')).toBe('(0010,001A)');
  expect(tagKey(0x0010001a)).toBe('x0010001a');
  expect(tagKey(0xfffee000)).toBe('xfffee000');
  expect(tagNumber('xfffee000')).toBe(0xfffee000);
});

it('tells private elements and their creators', () => {
  expect([0x00091001, 0xffff1001, 0x00081001].map(isPrivateTag)).toEqual([true, true, false]);
  expect([0x00090010, 0x000900ff, 0x00091001, 0x00080010].map(isPrivateCreator)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
