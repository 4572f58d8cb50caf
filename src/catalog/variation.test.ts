import { describe, expect, it } from 'vitest';
import { describeVariation, variationKind } from './variation';

/** What an attribute with these values does; null is an instance without it. */
function vary(vr: string, values: readonly (string | null)[]) {
  const distinct = ['', ...new Set(values.filter((value) => value !== null))];
  const cells = Uint32Array.from(values, (value) => (value === null ? 0 : distinct.indexOf(value, 1)));
  return describeVariation(cells, distinct, vr);
}

describe('describeVariation', () => {
  it('calls constant what all instances have alike', () => {
    expect(vary('CS', ['CT', 'CT', 'CT'])).toEqual({
      pattern: { kind: 'constant', value: 'CT' },
      missing: 0,
      distinct: 1,
    });
  });

  it('tells empty from missing', () => {
    const empty = vary('LO', ['', null, '']);
    expect(empty).toEqual({ pattern: { kind: 'constant', value: '' }, missing: 1, distinct: 1 });
    expect(variationKind(empty)).toBe('missing');
    expect(vary('LO', ['', 'A'])).toMatchObject({ pattern: { kind: 'jumps' }, distinct: 2, missing: 0 });
  });

  it('finds numbers in equal steps', () => {
    // 1, 2, 3, 4: three steps of 1.
    expect(vary('IS', ['1', '2', '3', '4']).pattern).toEqual({
      kind: 'runs',
      from: '1',
      to: '4',
      steps: [1],
    });
    // -10.5, -13, -15.5: two steps of -2.5.
    expect(vary('DS', ['-10.5', '-13', '-15.5']).pattern).toEqual({
      kind: 'runs',
      from: '-10.5',
      to: '-15.5',
      steps: [-2.5],
    });
  });

  it('reads positions value by value: two stay, the third goes on by 3', () => {
    const positions = [10, 13, 16].map((z) => `-40\\-48\\${String(z)}`);
    expect(vary('DS', positions).pattern).toEqual({
      kind: 'runs',
      from: '-40\\-48\\10',
      to: '-40\\-48\\16',
      steps: [0, 0, 3],
    });
  });

  it('takes numbers as rounded as they are written: thirds with two digits', () => {
    // 1/3, 2/3, 3/3, 4/3: from 0.33 to 1.33 in three steps, (1.33 - 0.33) / 3.
    const { pattern } = vary('DS', ['0.33', '0.67', '1.00', '1.33']);
    expect(pattern).toMatchObject({ kind: 'runs' });
    expect(pattern.kind === 'runs' && pattern.steps?.[0]).toBeCloseTo(1 / 3, 10);
  });

  it('lets a value stay for some instances before it goes on', () => {
    expect(vary('IS', ['1', '1', '2', '2', '3', '3']).pattern).toMatchObject({ kind: 'runs', steps: [1] });
  });

  it('goes on over instances that do not have it', () => {
    // 1, 2, -, 4, 5: from 2 to 4 are two steps of 1 over two instances.
    expect(vary('IS', ['1', '2', null, '4', '5'])).toEqual({
      pattern: { kind: 'runs', from: '1', to: '5', steps: [1] },
      missing: 1,
      distinct: 4,
    });
    expect(vary('IS', ['1', '2', null, '3', '4'])).toMatchObject({ pattern: { kind: 'runs' }, missing: 1 });
  });

  it('finds no run in other steps, in two numbers, in lists of other lengths, and in text', () => {
    for (const [vr, values] of [
      ['IS', ['1', '2', '4']],
      ['DS', ['0.1', '0.2', '0.4']],
      ['IS', ['1', '2', '1', '2']],
      ['IS', ['1', '2']],
      ['DS', ['1', '2\\3', '4']],
      ['DS', ['1', 'two', '3']],
      ['LO', ['1', '2', '3']],
    ] as const) {
      expect(vary(vr, values).pattern.kind, values.join(' ')).toBe('jumps');
    }
  });

  it('says where a value jumps, and between which numbers', () => {
    const { pattern } = vary('DS', ['120', '120', '80', '80', null, '100']);
    expect(pattern).toEqual({
      kind: 'jumps',
      changes: 2,
      changesAt: [2, 5],
      range: { lowest: '80', highest: '120' },
    });
    expect(vary('CS', ['A', 'B', 'A']).pattern).toMatchObject({ changes: 2, changesAt: [1, 2], range: null });
  });

  it('measures times in seconds and dates in days, over hours and months', () => {
    // 09:59:58, 10:00:00, 10:00:02: 2 s each. 30 and 31 January, 1 February: 1 day each.
    expect(vary('TM', ['095958', '100000', '100002']).pattern).toMatchObject({ kind: 'runs', steps: [2] });
    expect(vary('DA', ['20240130', '20240131', '20240201']).pattern).toMatchObject({ steps: [1] });
    // 23:30 at +0100 is 22:30, 00:00 at +0100 is 23:00, and 23:30 UTC: 30 min = 1800 s each.
    expect(vary('DT', ['202403052330+0100', '202403060000+0100', '202403052330+0000']).pattern).toMatchObject(
      { kind: 'runs', steps: [1800] },
    );
  });

  it('calls times a run that only rise or only fall', () => {
    expect(vary('TM', ['100000', '100001', '100007']).pattern).toEqual({
      kind: 'runs',
      from: '100000',
      to: '100007',
      steps: null,
    });
    expect(vary('TM', ['100000', '100007', '100001']).pattern).toMatchObject({
      kind: 'jumps',
      range: { lowest: '100000', highest: '100007' },
    });
  });
});
