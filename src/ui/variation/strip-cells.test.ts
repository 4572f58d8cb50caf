import { describe, expect, it } from 'vitest';
import { stripCells } from './strip-cells';

describe('stripCells', () => {
  it('has a cell for each instance, the same tone for the same value, none where it is missing', () => {
    expect(stripCells(Uint32Array.of(7, 7, 9, 0, 7), 100)).toEqual([
      { instance: 0, tone: 0 },
      { instance: 1, tone: 0 },
      { instance: 2, tone: 1 },
      { instance: 3, tone: null },
      { instance: 4, tone: 0 },
    ]);
  });

  it('never hides the one instance of many that is another', () => {
    const cells = new Uint32Array(1000).fill(5);
    cells[777] = 6;
    cells[123] = 0;
    const strip = stripCells(cells, 10);
    // Each cell stands for 100 instances: 700 to 799 for the one, 100 to 199 for the other.
    expect(strip).toHaveLength(10);
    expect(strip[7]).toEqual({ instance: 777, tone: 1 });
    expect(strip[1]).toEqual({ instance: 123, tone: null });
    expect(strip[0]).toEqual({ instance: 0, tone: 0 });
  });
});
