import type { Variation } from '../../catalog/variation';
import { SERIES_COLOUR_COUNT } from '../../session/series-colours';
import type { StripCell } from './strip-cells';

interface Strip {
  readonly cells: readonly StripCell[];
  readonly variation: Variation;
  /** Device pixels in a CSS pixel. */
  readonly ratio: number;
}

/** Narrower cells have no line between them, CSS pixels. */
const MIN_CELL_WITH_LINE = 4;
const FAINTEST = 0.18;

/** One tone for what is constant, a ramp for what runs, and as many tones as there are values for what jumps. */
export function paintStrip(canvas: HTMLCanvasElement, { cells, variation, ratio }: Strip): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { width, height } = canvas;
  const colourOf = themeColours(canvas);
  const line = width / cells.length >= MIN_CELL_WITH_LINE * ratio ? Math.round(ratio) : 0;
  context.clearRect(0, 0, width, height);
  cells.forEach(({ tone }, place) => {
    if (tone === null) return;
    const { name, alpha } = toneOf(tone, variation);
    const left = Math.round((place * width) / cells.length);
    const right = Math.round(((place + 1) * width) / cells.length);
    context.fillStyle = colourOf(name);
    context.globalAlpha = alpha;
    context.fillRect(left, 0, Math.max(1, right - left - line), height);
  });
  context.globalAlpha = 1;
}

/** The theme's colours, each looked up once: that is slow. */
function themeColours(canvas: HTMLCanvasElement): (name: string) => string {
  const style = getComputedStyle(canvas);
  const known = new Map<string, string>();
  return (name) => {
    let colour = known.get(name);
    if (colour === undefined) known.set(name, (colour = style.getPropertyValue(name)));
    return colour;
  };
}

/** A colour of the theme, and how much of it. */
function toneOf(
  tone: number,
  { pattern, distinct }: Variation,
): { readonly name: string; readonly alpha: number } {
  if (pattern.kind === 'constant') return { name: '--line-strong', alpha: 1 };
  if (pattern.kind === 'runs') {
    return { name: '--accent', alpha: FAINTEST + ((1 - FAINTEST) * tone) / Math.max(1, distinct - 1) };
  }
  if (distinct <= SERIES_COLOUR_COUNT) return { name: `--series-${String(tone + 1)}`, alpha: 1 };
  // Tones that follow each other are far apart: steps of the golden ratio.
  return { name: '--warning', alpha: FAINTEST + (1 - FAINTEST) * ((tone * 0.618034) % 1) };
}
