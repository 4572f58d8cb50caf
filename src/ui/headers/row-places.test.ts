import { expect, it } from 'vitest';
import { pathsOf, rowOf } from './header-row.fixture';
import { placesOf, rowAtOrAround, trailOf } from './row-places';

const rows = [
  rowOf('00082112', { kind: 'sequence' }),
  rowOf('00082112[0]'),
  rowOf('00082112[0].00081150'),
  rowOf('00082112[0].00081155'),
  rowOf('00082112[1]'),
  rowOf('00082112[1].00081150'),
  rowOf('00100010'),
];

it('tells what a row stands in, and its place among its like', () => {
  const placeOf = placesOf(rows);
  expect(rows.map((_, index) => placeOf(index))).toEqual([
    { parent: -1, position: 1, setSize: 2 },
    { parent: 0, position: 1, setSize: 2 },
    { parent: 1, position: 1, setSize: 2 },
    { parent: 1, position: 2, setSize: 2 },
    { parent: 0, position: 2, setSize: 2 },
    { parent: 4, position: 1, setSize: 1 },
    { parent: -1, position: 2, setSize: 2 },
  ]);
});

it.each([
  ['00082112[1].00081150', ['00082112', '00082112[1]', '00082112[1].00081150']],
  ['00100010', ['00100010']],
])('leads from the outermost sequence to %s', (path, trail) => {
  const row = rows.find((each) => each.path === path);
  expect(row && pathsOf(trailOf(rows, row))).toEqual(trail);
});

it.each([
  ['00082112[1].00081150', '00082112[1].00081150'],
  ['00082112[0].00081160', '00082112[0]'],
  ['00082112[7].00081150', '00082112'],
])('shows for %s what is there of it: %s', (path, shown) => {
  expect(rowAtOrAround(rows, path)?.path).toBe(shown);
});

it('shows nothing for what has no place in the header', () => {
  expect(rowAtOrAround(rows, '00100020')).toBeNull();
});
