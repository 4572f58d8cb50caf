import { applyMatrix, type Matrix, type Point, type Size } from '../camera';
import { handlesOf, outlineOf, type Measurement } from './measurement';

/** The text of a measurement, as large as it is on the screen (CSS pixels). */
export interface TextBlock {
  readonly measurement: Measurement;
  readonly size: Size;
}

type Placed = Point & Size;

/** From the shape to its text, and from the text to the edge of the view. */
const GAP_PX = 10;
const MARGIN_PX = 4;

/**
 * Where texts stand, the top left corner of each in CSS pixels: below its shape, above, to the right or to the left
 * of it; the first of these that is in the view and hides no text before it, and no other shape if that can be. Null
 * while nothing of the shape is in the view. `toView` maps image coordinates to CSS pixels.
 */
export function placeTexts(
  blocks: readonly TextBlock[],
  toView: Matrix,
  view: Size,
): readonly (Point | null)[] {
  const shapes = blocks.map(({ measurement }) => {
    const points = [...outlineOf(measurement), ...handlesOf(measurement)];
    return points.map((point) => applyMatrix(toView, point));
  });
  const bounds = shapes.map(boundsOf);
  const texts: Placed[] = [];
  return blocks.map(({ size }, index) => {
    const others = bounds.filter((_, other) => other !== index);
    const place = placeText(shapes[index] ?? [], size, { view, texts, others });
    if (place !== null) texts.push({ ...place, ...size });
    return place;
  });
}

interface Surroundings {
  readonly view: Size;
  /** What stands already. */
  readonly texts: readonly Placed[];
  /** Around the other shapes. */
  readonly others: readonly Placed[];
}

function placeText(shape: readonly Point[], text: Size, { view, texts, others }: Surroundings): Point | null {
  const [first] = shape;
  if (first === undefined) return null;
  const most = (measure: (point: Point) => number): Point =>
    shape.reduce((best, point) => (measure(point) > measure(best) ? point : best), first);
  const lowest = most(({ y }) => y);
  const highest = most(({ y }) => -y);
  const rightmost = most(({ x }) => x);
  const leftmost = most(({ x }) => -x);
  if (lowest.y < 0 || highest.y > view.height || rightmost.x < 0 || leftmost.x > view.width) return null;

  // What the edge moves along the shape still stands beside it; what it moves towards the shape does not.
  const along = (point: Point): Point => ({ x: point.x - text.width / 2, y: point.y - text.height / 2 });
  const places = [
    { ...along(lowest), y: lowest.y + GAP_PX },
    { ...along(highest), y: highest.y - GAP_PX - text.height },
    { ...along(rightmost), x: rightmost.x + GAP_PX },
    { ...along(leftmost), x: leftmost.x - GAP_PX - text.width },
  ].map((wanted, index) => {
    const place = clampToView(wanted, text, view);
    const isBeside = index < 2 ? place.y === wanted.y : place.x === wanted.x;
    return { place, isBeside };
  });
  const isOff = (boxes: readonly Placed[]) => (at: { readonly place: Point }) =>
    !boxes.some((box) => overlaps({ ...at.place, ...text }, box));
  const beside = places.filter(({ isBeside }) => isBeside);
  const best =
    beside.find(isOff([...texts, ...others])) ?? beside.find(isOff(texts)) ?? beside[0] ?? places[0];
  return best?.place ?? null;
}

function boundsOf(shape: readonly Point[]): Placed {
  const xs = shape.map(({ x }) => x);
  const ys = shape.map(({ y }) => y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function clampToView({ x, y }: Point, text: Size, view: Size): Point {
  return {
    x: Math.max(MARGIN_PX, Math.min(view.width - text.width - MARGIN_PX, x)),
    y: Math.max(MARGIN_PX, Math.min(view.height - text.height - MARGIN_PX, y)),
  };
}

function overlaps(one: Placed, other: Placed): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
