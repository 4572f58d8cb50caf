import { describe, expect, it } from 'vitest';
import { problem } from '../base/problem';
import { AttributeBatchEncoder, type AttributeValue } from './attribute-batch';
import { AttributeTableBuilder, MISSING } from './attribute-table';

function value(path: string, text: string): AttributeValue {
  return { path, tag: '', keyword: '', name: '', vr: 'LO', value: text };
}

function batch(entries: Readonly<Record<number, readonly AttributeValue[]>>) {
  const encoder = new AttributeBatchEncoder();
  for (const [entry, values] of Object.entries(entries)) encoder.add(Number(entry), values);
  return encoder.encode().columns;
}

function textsOf(table: AttributeTableBuilder, path: string): readonly (string | null)[] {
  return Array.from(table.cellsOf(path) ?? [], (cell) =>
    cell === MISSING ? null : (table.values[cell] ?? ''),
  );
}

const PLACES = new Map([
  [7, 0],
  [3, 1],
  [5, 2],
]);
const instanceOf = (entry: number): number | undefined => PLACES.get(entry);

describe('AttributeTableBuilder', () => {
  it('puts batches of any order together, by the place of each instance', () => {
    const table = new AttributeTableBuilder(3);
    table.add(
      batch({ 5: [value('00100010', 'C')], 3: [value('00100010', 'A'), value('00100020', 'C')] }),
      instanceOf,
    );
    table.add(batch({ 7: [value('00100010', 'A'), value('00100030', '')] }), instanceOf);
    expect(textsOf(table, '00100010')).toEqual(['A', 'A', 'C']);
    expect(textsOf(table, '00100020')).toEqual([null, 'C', null]);
    expect(textsOf(table, '00100030')).toEqual(['', null, null]);
    expect(table.done).toBe(3);
  });

  it('lists attributes in the order of a data set, items by their number', () => {
    const table = new AttributeTableBuilder(1);
    const paths = ['00100010', '00081140[10].00081155', '00081140', '00081140[2].00081155', '00080018'];
    table.add(batch({ 7: paths.map((path) => value(path, '')) }), instanceOf);
    expect(table.attributes().map(({ path }) => path)).toEqual([
      '00080018',
      '00081140',
      '00081140[2].00081155',
      '00081140[10].00081155',
      '00100010',
    ]);
  });

  it('tells what failed from what was read', () => {
    const encoder = new AttributeBatchEncoder();
    encoder.add(3, [value('00100010', 'A')]);
    encoder.addFailure(problem('entry-encrypted', 'a.dcm', {}));
    const table = new AttributeTableBuilder(3);
    table.add(encoder.encode().columns, instanceOf);
    expect([...table.isRead]).toEqual([0, 1, 0]);
    expect(table.failures).toEqual([problem('entry-encrypted', 'a.dcm', {})]);
    expect(table.done).toBe(2);
  });

  it('leaves attributes out that would take more than it may hold', () => {
    const table = new AttributeTableBuilder(3, 7);
    table.add(
      batch({ 7: [value('00100010', 'A'), value('00100020', 'B'), value('00100030', 'C')] }),
      instanceOf,
    );
    expect(table.attributes()).toHaveLength(2);
    expect(table.isCut).toBe(true);
  });
});
