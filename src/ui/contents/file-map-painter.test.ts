import { describe, expect, it } from 'vitest';
import { FILE_STATES, type FileState } from '../../catalog/file-columns';
import type { FileMap } from '../../session/file-map';
import { layoutFileMap } from './file-map-layout';
import { makeStamp, packColour, paintFileMap, sideOfCell, type FileMapColours } from './file-map-painter';

const COLOURS: FileMapColours = {
  ground: packColour('#000000'),
  series: [packColour('#ff0000'), packColour('#00ff00')],
  neutral: packColour('#808080'),
  unreadable: packColour('#ff00ff'),
  pending: packColour('#303030'),
};

interface Cell {
  readonly state: FileState;
  /** Of its series; none where it is left out. */
  readonly colour?: number;
}

function mapOf(cells: readonly Cell[]): FileMap {
  return {
    sections: [],
    entries: new Uint32Array(cells.length),
    states: Uint8Array.from(cells, ({ state }) => FILE_STATES.indexOf(state)),
    seriesOfCell: Uint32Array.from(cells, ({ colour }) => (colour === undefined ? 0 : colour + 1)),
    series: [],
    colours: Uint8Array.of(0, 1),
  };
}

/** The map's pixels as `#rrggbb`, row by row: four cells a row, each of `pitch` pixels. */
function paint(
  cells: readonly Cell[],
  { pitch = 2, top = 0, rows = 1, matches = null as Uint8Array | null } = {},
): readonly (readonly string[])[] {
  const width = 4 * pitch;
  const layout = layoutFileMap({
    cellCounts: [cells.length],
    width,
    height: 0,
    smallestPitch: pitch,
    largestPitch: pitch,
    labelHeight: 0,
  });
  const pixels = new Uint32Array(width * rows * pitch);
  const area = { pixels, width, height: rows * pitch, top };
  paintFileMap(area, { map: mapOf(cells), layout, colours: COLOURS, matches });
  const bytes = new Uint8Array(pixels.buffer);
  const hexAt = (pixel: number): string =>
    `#${Buffer.from(bytes.subarray(4 * pixel, 4 * pixel + 3)).toString('hex')}`;
  return Array.from({ length: area.height }, (_, y) =>
    Array.from({ length: width }, (_, x) => hexAt(y * width + x)),
  );
}

describe('the painted map', () => {
  it('has the colour of its series for each image', () => {
    const [first] = paint([
      { state: 'shown', colour: 0 },
      { state: 'shown', colour: 1 },
      { state: 'pending' },
    ]);
    expect(first).toEqual([
      ...['#ff0000', '#ff0000', '#00ff00', '#00ff00'],
      ...['#303030', '#303030', '#000000', '#000000'],
    ]);
  });

  it('has the pattern of the state beside it', () => {
    const rows = paint([
      { state: 'duplicate', colour: 1 },
      { state: 'notDicom' },
      { state: 'unreadable' },
      { state: 'skipped' },
    ]);
    expect(rows).toEqual([
      ['#000000', '#00ff00', '#808080', '#808080', '#ff00ff', '#000000', '#808080', '#000000'],
      ['#00ff00', '#000000', '#000000', '#000000', '#000000', '#ff00ff', '#000000', '#000000'],
    ]);
  });

  it('leaves a gap between larger cells', () => {
    // 8 pixels from cell to cell, 7 of them inked.
    const [first] = paint(
      [
        { state: 'shown', colour: 0 },
        { state: 'shown', colour: 0 },
      ],
      { pitch: 8 },
    );
    expect(first?.slice(5, 10)).toEqual(['#ff0000', '#ff0000', '#000000', '#ff0000', '#ff0000']);
  });

  it('draws what lies in the area, and of a cell at its edge the part inside', () => {
    const cells = Array.from({ length: 9 }, (_, index): Cell => ({
      state: 'shown',
      colour: index < 4 ? 0 : 1,
    }));
    const rows = paint(cells, { top: 1, rows: 2 });
    expect(rows.map((row) => row[7])).toEqual(['#ff0000', '#00ff00', '#00ff00', '#000000']);
    expect(rows.map((row) => row[0])).toEqual(['#ff0000', '#00ff00', '#00ff00', '#00ff00']);
  });

  it('fades what the filter does not match', () => {
    const cells: readonly Cell[] = [
      { state: 'shown', colour: 0 },
      { state: 'shown', colour: 0 },
    ];
    const [first] = paint(cells, { matches: Uint8Array.of(0, 1) });
    // A fifth of 255.
    expect(first?.slice(0, 4)).toEqual(['#330000', '#330000', '#ff0000', '#ff0000']);
  });
});

describe('patterns', () => {
  const told = FILE_STATES.filter((state) => state !== 'pending');

  it('tell every state from every other at every size, without colour', () => {
    for (let pitch = 2; pitch <= 42; pitch++) {
      const side = sideOfCell(pitch);
      const stamps = told.map((state) => makeStamp(state, side).join(''));
      expect(new Set(stamps).size, `${side} pixels`).toBe(told.length);
      for (const stamp of stamps) expect(stamp).toContain('1');
    }
  });

  it('fill the cell of an image alone', () => {
    for (const side of [2, 3, 5, 12, 24]) {
      const filled = told.filter((state) => !makeStamp(state, side).includes(0));
      expect(filled).toEqual(['shown']);
    }
  });
});
