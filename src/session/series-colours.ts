import type { Series } from '../catalog/catalog-types';

/** As many as people with colour blindness can tell from each other: `--series-1` and so on in the theme. */
export const SERIES_COLOUR_COUNT = 12;

const NONE = 255;
const HASHED_LENGTH = 24;

interface PlacedSeries {
  readonly series: readonly Pick<Series, 'key'>[];
  /** Of each file in the order of the archives: the place of its series plus 1, 0 where it is in none. */
  readonly seriesOfFile: Uint32Array;
  /** Where each archive begins in `seriesOfFile`. */
  readonly archiveStarts: readonly number[];
}

/**
 * Gives each series one of a few colours: the one that its key leads to or, where series before it in the archive
 * have that, the next one. So an archive looks the same each time it is opened; as many of its series as there are
 * colours differ before any colour comes again; and no series begins with the colour of the one before.
 *
 * @returns for each series a number from 0 to `SERIES_COLOUR_COUNT` - 1
 */
export function colourSeries({ series, seriesOfFile, archiveStarts }: PlacedSeries): Uint8Array {
  const colours = new Uint8Array(series.length).fill(NONE);
  archiveStarts.forEach((start, archive) => {
    const end = archiveStarts[archive + 1] ?? seriesOfFile.length;
    const used = new Set<number>();
    let previous = -1;
    for (let file = start; file < end; file++) {
      const index = (seriesOfFile[file] ?? 0) - 1;
      if (index < 0 || index === previous) continue;
      if (colours[index] === NONE) {
        colours[index] = chooseColour(series[index]?.key ?? '', used, colours[previous]);
      }
      used.add(colours[index] ?? NONE);
      previous = index;
    }
  });
  return colours;
}

/** Starts over when all colours are used. */
function chooseColour(key: string, used: Set<number>, previousColour: number | undefined): number {
  const wanted = hash(key) % SERIES_COLOUR_COUNT;
  for (let step = 0; step < SERIES_COLOUR_COUNT; step++) {
    const colour = (wanted + step) % SERIES_COLOUR_COUNT;
    if (!used.has(colour)) return colour;
  }
  used.clear();
  return wanted === previousColour ? (wanted + 1) % SERIES_COLOUR_COUNT : wanted;
}

/** FNV-1a in 32 bits of the end of a text, which is where the UIDs of one maker differ. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = Math.max(0, text.length - HASHED_LENGTH); index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
