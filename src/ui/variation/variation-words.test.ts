import { describe, expect, it } from 'vitest';
import type { Pattern } from '../../catalog/variation';
import { itemWords, kindWords, valueWords } from './variation-words';

const CONSTANT: Pattern = { kind: 'constant', value: 'CT' };
const JUMPS: Pattern = { kind: 'jumps', changes: 2, changesAt: [4, 8], range: null };

describe('kindWords', () => {
  it('says what an attribute does, and in how many instances it is missing', () => {
    expect(kindWords({ pattern: CONSTANT, missing: 0, distinct: 1 })).toBe('Constant');
    expect(kindWords({ pattern: CONSTANT, missing: 3, distinct: 1 })).toBe('Missing in 3');
    expect(kindWords({ pattern: JUMPS, missing: 3, distinct: 3 })).toBe('Jumps, missing in 3');
  });
});

describe('valueWords', () => {
  function words(vr: string, pattern: Pattern, distinct = 3, instances = 50): string {
    const cells = new Uint32Array(instances);
    return valueWords({ vr, cells, variation: { pattern, missing: 0, distinct } });
  }

  it('is the value of what is constant', () => {
    expect(words('CS', CONSTANT)).toBe('CT');
    expect(words('LO', { kind: 'constant', value: '' })).toBe('empty');
    // PS3.6, table A-1.
    const ct = '1.2.840.10008.5.1.4.1.1.2';
    expect(words('UI', { kind: 'constant', value: ct })).toBe(`CT Image Storage ${ct}`);
  });

  it('is from where to where a run goes, and in which steps', () => {
    const positions = { from: '0\\0\\10', to: '0\\0\\16.4', steps: [0, 0, 3.2] };
    expect(words('DS', { kind: 'runs', ...positions })).toBe('0\\0\\10 → 0\\0\\16.4, step 0\\0\\3.2');
    // 0.1 + 0.2 is 0.30000000000000004 in binary.
    expect(words('DS', { kind: 'runs', from: '0', to: '1', steps: [0.1 + 0.2] })).toBe('0 → 1, step 0.3');
    expect(words('TM', { kind: 'runs', from: '10', to: '11', steps: [1800] })).toBe('10 → 11, step 1800 s');
    expect(words('TM', { kind: 'runs', from: '10', to: '11', steps: null })).toBe('10 → 11, unequal steps');
  });

  it('is the range of what jumps, and the instances at which it does, counted from 1', () => {
    expect(words('CS', JUMPS)).toBe('3 values, changes at 5 and 9');
    const range = { lowest: '80', highest: '120' };
    expect(words('DS', { ...JUMPS, range, changes: 40 })).toBe('80 … 120, changes 40 times');
    expect(words('CS', { ...JUMPS, changes: 1, changesAt: [4] }, 2)).toBe('2 values, changes at 5');
    expect(words('UI', { ...JUMPS, changes: 49 }, 50, 50)).toBe('50 values, all different');
  });
});

describe('itemWords', () => {
  it('says in which items an attribute is', () => {
    expect(itemWords('00100010')).toBe('');
    expect(itemWords('00081140[0].00081155')).toBe('(0008,1140)[1]');
    expect(itemWords('52009230[11].00289145[0].00281053')).toBe('(5200,9230)[12] (0028,9145)[1]');
  });
});
