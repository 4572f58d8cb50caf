import { describe, expect, it } from 'vitest';
import type { VariedAttribute } from '../../session/variation-table';
import { filterRows, variedRows } from './varied-rows';

const RUN = { kind: 'runs', from: '1', to: '4', steps: [1] } as const;

function attribute(path: string, keyword: string, variation: VariedAttribute['variation']): VariedAttribute {
  return { path, tag: '', keyword, name: '', vr: 'IS', cells: new Uint32Array(9), variation };
}

const ATTRIBUTES = [
  attribute('00020003', 'MediaStorageSOPInstanceUID', jumping(2)),
  attribute('00080060', 'Modality', constant('CT')),
  attribute('00180060', 'KVP', jumping(3)),
  attribute('00180050', 'SliceThickness', jumping(2)),
  attribute('00200013', 'InstanceNumber', { pattern: RUN, missing: 2, distinct: 4 }),
  attribute('00204000', 'ImageComments', constant('so so', 1)),
];

function constant(value: string, missing = 0) {
  return { pattern: { kind: 'constant', value }, missing, distinct: 1 } as const;
}

function jumping(distinct: number) {
  const pattern = { kind: 'jumps', changes: 1, changesAt: [1], range: null } as const;
  return { pattern, missing: 0, distinct };
}

const ROWS = variedRows(ATTRIBUTES);

function found(text: string, kind: Parameters<typeof filterRows>[1]['kind'] = 'all'): readonly string[] {
  return filterRows(ROWS, { text, kind }).map(({ attribute: { keyword } }) => keyword);
}

describe('variedRows', () => {
  it('has first what varies most, and of that what has the fewest values', () => {
    expect(found('')).toEqual([
      'SliceThickness',
      'KVP',
      'MediaStorageSOPInstanceUID',
      'ImageComments',
      'InstanceNumber',
      'Modality',
    ]);
  });
});

describe('filterRows', () => {
  it('takes one kind, and for missing all that any instance lacks', () => {
    expect(found('', 'constant')).toEqual(['Modality']);
    expect(found('', 'missing')).toEqual(['ImageComments', 'InstanceNumber']);
    expect(found('', 'runs')).toEqual(['InstanceNumber']);
  });

  it('looks for all words in tag, keyword, name, kind and value', () => {
    expect(found('00180060')).toEqual(['KVP']);
    expect(found('instance number')).toEqual(['InstanceNumber']);
    expect(found('ct')).toContain('Modality');
    expect(found('runs missing')).toEqual(['InstanceNumber']);
    expect(found('modality mr')).toEqual([]);
  });
});
