import { describe, expect, it } from 'vitest';
import { colourSeries, SERIES_COLOUR_COUNT } from './series-colours';

const KEYS = Array.from({ length: 200 }, (_, index) => ({ key: `1.2.840.${index * 7919}` }));

/** The colours of series whose files come in this order; a place of -1 is a file of no series. */
function colour(order: readonly number[], archiveStarts: readonly number[] = [0]): readonly number[] {
  const seriesOfFile = Uint32Array.from(order, (index) => index + 1);
  return [...colourSeries({ series: KEYS, seriesOfFile, archiveStarts })];
}

describe('colours of series', () => {
  it('differ between each series and the next, whatever stands between them', () => {
    const order = KEYS.flatMap((_, index) => [index, index, -1]);
    const colours = colour(order);
    expect(Math.max(...colours)).toBeLessThan(SERIES_COLOUR_COUNT);
    for (let index = 1; index < KEYS.length; index++) expect(colours[index]).not.toBe(colours[index - 1]);
  });

  it('are all different for as many series as there are colours', () => {
    const order = KEYS.slice(0, SERIES_COLOUR_COUNT).map((_, index) => index);
    expect(new Set(colour(order).slice(0, SERIES_COLOUR_COUNT)).size).toBe(SERIES_COLOUR_COUNT);
  });

  it('differ from that of the file before, also where an old series comes back in between', () => {
    // Thirteen series, more than colours: the last one follows each of the others in turn.
    for (let before = 0; before < SERIES_COLOUR_COUNT; before++) {
      const order = [...Array(SERIES_COLOUR_COUNT).keys(), before, SERIES_COLOUR_COUNT];
      const colours = colour(order);
      expect(colours[SERIES_COLOUR_COUNT]).not.toBe(colours[before]);
    }
  });

  it('are the same for an archive alone and for one that is opened after others', () => {
    const alone = colour([5, 6, 7, 8]);
    const later = colour([0, 1, 2, 3, 4, 5, 6, 7, 8], [0, 5]);
    expect(later.slice(5, 9)).toEqual(alone.slice(5, 9));
  });

  it('are those of the keys, not of the order: most series of a small archive keep theirs in another', () => {
    const [first = NaN] = colour([0]);
    const behind = colour([1, 0]);
    expect([first, (first + 1) % SERIES_COLOUR_COUNT]).toContain(behind[0]);
  });
});
