import type { Fact } from './object-face';
import { factOf } from './sections';

/** How many triangles a model for 3D printing has, and how large it is; none of another document. */
export function readModelFacts(bytes: Uint8Array, mimeType: string, unit: string): readonly Fact[] {
  if (mimeType === 'model/stl' || mimeType === 'application/sla') return stlFacts(bytes, unit);
  return mimeType === 'model/obj' ? objFacts(decodeAscii(bytes), unit) : [];
}

interface Box {
  readonly least: number[];
  readonly most: number[];
}

const STL_HEADER_BYTES = 84;
const STL_TRIANGLE_BYTES = 50;

/** Binary where the length fits the count in its header, which no text does; else ASCII. */
function stlFacts(bytes: Uint8Array, unit: string): readonly Fact[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const triangles = bytes.length < STL_HEADER_BYTES ? 0 : view.getUint32(80, true);
  const isBinary = bytes.length === STL_HEADER_BYTES + triangles * STL_TRIANGLE_BYTES;
  return isBinary ? binaryStlFacts(view, triangles, unit) : asciiStlFacts(decodeAscii(bytes), unit);
}

/** Of each triangle: the normal and three vertices in 12 floats, and two bytes. */
function binaryStlFacts(view: DataView, triangles: number, unit: string): readonly Fact[] {
  const box = emptyBox();
  for (let triangle = 0; triangle < triangles; triangle++) {
    const at = STL_HEADER_BYTES + triangle * STL_TRIANGLE_BYTES;
    for (let number = 3; number < 12; number++)
      extend(box, number % 3, view.getFloat32(at + number * 4, true));
  }
  return [...factOf('Triangles', String(triangles)), ...sizeFact(box, unit)];
}

function asciiStlFacts(text: string, unit: string): readonly Fact[] {
  const triangles = count(text, /^\s*facet\s/gm);
  return [...factOf('Triangles', String(triangles)), ...sizeFact(boxOf(text, /^\s*vertex\s+(.+)$/gm), unit)];
}

/** Wavefront OBJ: a line for each vertex (`v`) and for each face (`f`), which need not be a triangle. */
function objFacts(text: string, unit: string): readonly Fact[] {
  return [
    ...factOf('Vertices', String(count(text, /^v\s/gm))),
    ...factOf('Faces', String(count(text, /^f\s/gm))),
    ...sizeFact(boxOf(text, /^v\s+(.+)$/gm), unit),
  ];
}

function boxOf(text: string, vertex: RegExp): Box {
  const box = emptyBox();
  for (const [, numbers = ''] of text.matchAll(vertex)) {
    numbers
      .trim()
      .split(/\s+/, 3)
      .forEach((number, axis) => extend(box, axis, Number(number)));
  }
  return box;
}

function emptyBox(): Box {
  return { least: [Infinity, Infinity, Infinity], most: [-Infinity, -Infinity, -Infinity] };
}

function extend({ least, most }: Box, axis: number, value: number): void {
  least[axis] = Math.min(least[axis] ?? value, value);
  most[axis] = Math.max(most[axis] ?? value, value);
}

/** `20 x 15.5 x 3 mm` */
function sizeFact({ least, most }: Box, unit: string): readonly Fact[] {
  const sides = most.map((value, axis) => value - (least[axis] ?? 0));
  if (!sides.every(Number.isFinite)) return [];
  const words = sides.map((side) => String(Number(side.toPrecision(5)))).join(' x ');
  return factOf('Size', unit === '' ? words : `${words} ${unit}`);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function decodeAscii(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
