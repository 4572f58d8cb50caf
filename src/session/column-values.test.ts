import { describe, expect, it } from 'vitest';
import { problem } from '../base/problem';
import { AttributeBatchEncoder } from '../catalog/attribute-batch';
import { AttributeTableBuilder } from '../catalog/attribute-table';
import type { Series } from '../catalog/catalog-types';
import { collectColumnValues } from './column-values';

const PATH = '00180050';
const ATTRIBUTE = { path: PATH, tag: '', keyword: '', name: '', vr: 'DS' };

function series(key: string, instances: number): Series {
  return { key, instances: Array.from({ length: instances }) } as unknown as Series;
}

/** Instances in their order; null has no such attribute, undefined was not read. */
function tableOf(values: readonly (string | null | undefined)[]): AttributeTableBuilder {
  const encoder = new AttributeBatchEncoder();
  values.forEach((value, index) => {
    if (value === undefined) encoder.addFailure(problem('entry-encrypted', '', {}));
    else encoder.add(index, value === null ? [] : [{ ...ATTRIBUTE, value }]);
  });
  const table = new AttributeTableBuilder(values.length);
  table.add(encoder.encode().columns, (entry) => entry);
  return table;
}

describe('collectColumnValues', () => {
  it('takes each series with its own instances', () => {
    const table = tableOf(['5', '5', '3', null, undefined, '2']);
    const all = [series('same', 2), series('not in all', 2), series('one not read', 2)];
    const values = collectColumnValues(all, table, { paths: [PATH], isComplete: true });
    expect(values.get('same')?.byPath.get(PATH)).toEqual({ first: '5', distinct: 1, isComplete: true });
    expect(values.get('not in all')?.byPath.get(PATH)).toEqual({ first: '3', distinct: 2, isComplete: true });
    expect(values.get('one not read')?.byPath.get(PATH)).toEqual({
      first: '2',
      distinct: 1,
      isComplete: true,
    });
  });

  it('knows nothing of what no instance has', () => {
    const values = collectColumnValues([series('a', 1)], tableOf([null]), {
      paths: [PATH],
      isComplete: true,
    });
    expect(values.get('a')?.byPath.get(PATH)).toEqual({ first: '', distinct: 1, isComplete: true });
  });
});
