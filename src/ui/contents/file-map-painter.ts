import { FILE_STATES, type FileState } from '../../catalog/file-columns';
import type { FileMap } from '../../session/file-map';
import type { FileMapLayout, FileMapSectionLayout } from './file-map-layout';

/** Each as the four bytes of an RGBA pixel in one number, in the order of this machine: see `packColour`. */
export interface FileMapColours {
  readonly ground: number;
  readonly series: readonly number[];
  /** Of files of no series. */
  readonly neutral: number;
  readonly unreadable: number;
  readonly pending: number;
}

/** Rows of pixels, as an ImageData has them. */
export interface PixelArea {
  readonly pixels: Uint32Array;
  readonly width: number;
  readonly height: number;
  /** Of its first row in the map. */
  readonly top: number;
}

interface FileMapPainting {
  readonly map: FileMap;
  readonly layout: FileMapLayout;
  readonly colours: FileMapColours;
  /** 1 for each cell that is to stand out from the others; null: none does. */
  readonly matches: Uint8Array | null;
}

/** Of what does not match, the part of its colour that is left. */
const FADED = 0.2;

/** Draws the cells that lie in an area; the rest of it is ground. */
export function paintFileMap(area: PixelArea, painting: FileMapPainting): void {
  const { map, layout, colours, matches } = painting;
  area.pixels.fill(colours.ground);
  const side = sideOfCell(layout.pitch);
  const stamps = FILE_STATES.map((state) => makeStamp(state, side));
  const full = colourTable(colours);
  const faded = full.map((colour) => mixColours(colour, colours.ground, FADED));
  for (const section of layout.sections) {
    const [from, to] = cellsInArea(section, layout, area);
    for (let cell = from; cell < to; cell++) {
      const table = matches === null || matches[cell] === 1 ? full : faded;
      const state = map.states[cell] ?? 0;
      const series = map.seriesOfCell[cell] ?? 0;
      const colour = table[series === 0 ? state : FILE_STATES.length + (map.colours[series - 1] ?? 0)];
      const index = cell - section.firstCell;
      const x = (index % layout.columns) * layout.pitch;
      const y = section.top + Math.floor(index / layout.columns) * layout.pitch - area.top;
      const stamp = stamps[state];
      if (stamp !== undefined) putStamp(area, stamp, { x, y, side, colour: colour ?? 0 });
    }
  }
}

/** One cell alone, for the legend. */
export function paintCell(
  pixels: Uint32Array,
  side: number,
  { state, colour, ground }: { readonly state: FileState; readonly colour: number; readonly ground: number },
): void {
  pixels.fill(ground);
  const area = { pixels, width: side, height: side, top: 0 };
  putStamp(area, makeStamp(state, side), { x: 0, y: 0, side, colour });
}

/** The inked part of a cell, both ways; between cells that are large enough there is a gap. */
export function sideOfCell(pitch: number): number {
  return pitch - (pitch < 6 ? 0 : Math.max(1, Math.round(pitch / 8)));
}

/** What a file of no series looks like. */
export function colourOfState(state: FileState, colours: FileMapColours): number {
  if (state === 'pending') return colours.pending;
  return state === 'unreadable' ? colours.unreadable : colours.neutral;
}

/** By state, then by series. */
function colourTable(colours: FileMapColours): readonly number[] {
  return [...FILE_STATES.map((state) => colourOfState(state, colours)), ...colours.series];
}

/** From the first cell to the one after the last. */
function cellsInArea(
  { firstCell, cellCount, top }: FileMapSectionLayout,
  { pitch, columns }: FileMapLayout,
  area: PixelArea,
): readonly [number, number] {
  const firstRow = Math.max(0, Math.floor((area.top - top) / pitch));
  const endRow = Math.max(0, Math.ceil((area.top + area.height - top) / pitch));
  return [
    firstCell + Math.min(cellCount, firstRow * columns),
    firstCell + Math.min(cellCount, endRow * columns),
  ];
}

/**
 * The pattern of a state: 1 where a cell of so many pixels each way has its colour. No two states have the same,
 * from two pixels on, but for images and what is waiting: that is faint.
 */
export function makeStamp(state: FileState, side: number): Uint8Array {
  const isInked = PATTERNS[state];
  return Uint8Array.from({ length: side * side }, (_, index) =>
    Number(isInked(index % side, Math.floor(index / side), side)),
  );
}

type Pattern = (x: number, y: number, side: number) => boolean;

const PATTERNS: Readonly<Record<FileState, Pattern>> = {
  pending: () => true,
  shown: () => true,
  // An empty frame: a header without a picture in it.
  headerOnly: (x, y, side) => {
    if (side === 2) return x === 0;
    const line = Math.max(1, Math.round(side / 7));
    return Math.min(x, y, side - 1 - x, side - 1 - y) < line;
  },
  // Stripes from the bottom left to the top right.
  duplicate: (x, y, side) => {
    const line = Math.max(1, Math.round(side / 6));
    return side === 2 ? x + y === 1 : (x + y + line) % (line + Math.ceil(line / 2) + 1) < line;
  },
  // Lines, as of a text.
  notDicom: (_, y, side) => {
    const line = Math.max(1, Math.round(side / 7));
    return y % (2 * line) < line;
  },
  // A cross.
  unreadable: (x, y, side) => {
    const line = side / 8;
    return Math.abs(x - y) <= line || (side > 2 && Math.abs(x + y + 1 - side) <= line);
  },
  // A dot.
  skipped: (x, y, side) => {
    const gap = Math.floor(side / 3);
    return side === 2 ? x + y === 0 : Math.min(x, y, side - 1 - x, side - 1 - y) >= gap;
  },
};

interface StampPlace {
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly colour: number;
}

/** What lies outside of the area is left out. */
function putStamp(area: PixelArea, stamp: Uint8Array, { x, y, side, colour }: StampPlace): void {
  const width = Math.min(side, area.width - x);
  const firstRow = Math.max(0, -y);
  const endRow = Math.min(side, area.height - y);
  for (let row = firstRow; row < endRow; row++) {
    const start = (y + row) * area.width + x;
    for (let column = 0; column < width; column++) {
      if (stamp[row * side + column] === 1) area.pixels[start + column] = colour;
    }
  }
}

/** `#rrggbb` as an opaque pixel. */
export function packColour(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return packPixel(r, g, b);
}

function packPixel(r: number, g: number, b: number): number {
  return new Uint32Array(Uint8Array.of(r, g, b, 255).buffer)[0] ?? 0;
}

/** `part` of the first colour, the rest of the second. */
function mixColours(one: number, other: number, part: number): number {
  const [a, b] = [one, other].map((colour) => new Uint8Array(Uint32Array.of(colour).buffer));
  const channel = (index: number): number =>
    Math.round((a?.[index] ?? 0) * part + (b?.[index] ?? 0) * (1 - part));
  return packPixel(channel(0), channel(1), channel(2));
}
