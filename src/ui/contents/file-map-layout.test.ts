import { describe, expect, it } from 'vitest';
import { cellAfterKey, cellAtPoint, layoutFileMap, placeOfCell } from './file-map-layout';

const SPACE = { width: 350, height: 600, smallestPitch: 2, largestPitch: 14, labelHeight: 0 };

function layoutOf(...cellCounts: readonly number[]) {
  return layoutFileMap({ ...SPACE, cellCounts });
}

describe('the size of the cells', () => {
  it('is the largest allowed for few files', () => {
    // 350 / 14 = 25 columns.
    expect(layoutOf(60)).toMatchObject({ pitch: 14, columns: 25, height: 3 * 14 });
  });

  it('shrinks until all fit', () => {
    // 9 pixels: 38 columns, 66 rows, 2,508 places; 10 pixels: 35 columns, 60 rows, 2,100 places.
    expect(layoutOf(2100).pitch).toBe(10);
    expect(layoutOf(2101).pitch).toBe(9);
  });

  it('stays at the smallest, and the map becomes higher than its pane', () => {
    // 175 columns; 500,000 / 175 = 2,857.1 rows of 2 pixels.
    expect(layoutOf(500_000)).toMatchObject({ pitch: 2, columns: 175, height: 5716 });
  });

  it('has room for the labels of archives', () => {
    const { sections, height } = layoutFileMap({ ...SPACE, cellCounts: [30, 5], labelHeight: 24 });
    // Two rows of 14 pixels and a label each: 24 + 28 + 24 + 14.
    expect(sections.map(({ top }) => top)).toEqual([24, 24 + 28 + 24]);
    expect(height).toBe(90);
  });

  it('is drawn in one column where the pane is narrower than a cell', () => {
    expect(layoutFileMap({ ...SPACE, width: 0, cellCounts: [3] }).columns).toBe(1);
  });
});

describe('places', () => {
  const layout = layoutFileMap({ ...SPACE, cellCounts: [30, 5], labelHeight: 24 });

  it('find their cell again, for every cell of every archive', () => {
    for (let cell = 0; cell < 35; cell++) {
      const { x, y } = placeOfCell(layout, cell);
      expect(cellAtPoint(layout, x, y)).toBe(cell);
      expect(cellAtPoint(layout, x + 13.9, y + 13.9)).toBe(cell);
    }
    expect(placeOfCell(layout, 26)).toEqual({ x: 14, y: 24 + 14 });
    expect(placeOfCell(layout, 31)).toEqual({ x: 14, y: 76 });
  });

  it('beside the last cells, between archives and outside are nobody’s', () => {
    // Row 2 of the first archive has five cells, 70 pixels; the label of the second is from 52 to 76.
    expect(cellAtPoint(layout, 71, 40)).toBeNull();
    expect(cellAtPoint(layout, 5, 60)).toBeNull();
    expect(cellAtPoint(layout, 5, 10)).toBeNull();
    expect(cellAtPoint(layout, -1, 30)).toBeNull();
    expect(cellAtPoint(layout, 351, 30)).toBeNull();
    expect(cellAtPoint(layout, 5, 91)).toBeNull();
  });
});

describe('keys', () => {
  // Rows of 25: 0-24, 25-29; then 30-54, 55-79, 80-84.
  const layout = layoutOf(30, 55);
  const after = (cell: number, key: string, rowsInView = 3) => cellAfterKey(layout, cell, key, rowsInView);

  it('go along the files, from one archive to the next', () => {
    expect([after(0, 'ArrowLeft'), after(24, 'ArrowRight'), after(29, 'ArrowRight')]).toEqual([0, 25, 30]);
    expect([after(84, 'ArrowRight'), after(84, 'Home'), after(0, 'End')]).toEqual([84, 0, 84]);
  });

  it('go up and down in a column, or to the nearest cell where the row is short', () => {
    expect([after(3, 'ArrowDown'), after(28, 'ArrowUp'), after(20, 'ArrowDown')]).toEqual([28, 3, 29]);
    expect([after(27, 'ArrowDown'), after(32, 'ArrowUp'), after(50, 'ArrowUp')]).toEqual([32, 27, 29]);
  });

  it('stay in the first and the last row', () => {
    expect([after(3, 'ArrowUp'), after(82, 'ArrowDown'), after(60, 'ArrowDown')]).toEqual([3, 82, 84]);
  });

  it('go by pages', () => {
    expect([after(3, 'PageDown'), after(3, 'PageDown', 4)]).toEqual([33, 58]);
    expect([after(58, 'PageUp', 4), after(58, 'PageUp', 100)]).toEqual([3, 3]);
    expect(after(3, 'PageDown', 100)).toBe(83);
  });

  it('that do not move are left to others', () => {
    expect(after(3, 'Escape')).toBeNull();
  });
});
