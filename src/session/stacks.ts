import type { FileId } from '../base/ids';
import type { Series } from '../catalog/catalog-types';
import type { FramePart } from '../catalog/frame-order';
import {
  countImages,
  orderStack,
  stackParts,
  wholeSeries,
  type Stack,
  type StackOrder,
  type StackPart,
} from '../catalog/stack';
import { findSeries } from './images';
import type { ImageRef, SessionState, Viewport } from './state';
import { viewportAt, type ViewportPlace } from './viewports';

type FrameOrders = ReadonlyMap<FileId, readonly FramePart[]>;

/** What was made of a series, as long as it and the order of its frames are the same. */
interface KnownStacks {
  readonly frameOrders: FrameOrders;
  readonly parts: readonly StackPart[];
  readonly whole: StackPart;
}

const knownStacks = new WeakMap<Series, KnownStacks>();
const orderedStacks = new WeakMap<StackPart, Map<StackOrder, Stack>>();

function knownStacksOf(series: Series, frameOrders: FrameOrders): KnownStacks {
  const known = knownStacks.get(series);
  if (known?.frameOrders === frameOrders) return known;
  const stacks = { frameOrders, parts: stackParts(series, frameOrders), whole: wholeSeries(series) };
  knownStacks.set(series, stacks);
  return stacks;
}

/** The parts of a series that can be shown by themselves: one at least. */
export function partsOf(series: Series, frameOrders: FrameOrders): readonly StackPart[] {
  return knownStacksOf(series, frameOrders).parts;
}

/** The part that a series opens with: the one of most images, of several the first. */
export function mainPart(series: Series, frameOrders: FrameOrders): StackPart {
  const { parts, whole } = knownStacksOf(series, frameOrders);
  return parts.reduce(
    (most, part) => (countImages(part) > countImages(most) ? part : most),
    parts[0] ?? whole,
  );
}

/** Its images, as they are shown at first. */
export function mainStack(series: Series, frameOrders: FrameOrders): Stack {
  return orderedStack(mainPart(series, frameOrders), 'sorted');
}

/** The part that an image is in. */
export function partWithImage(
  series: Series,
  frameOrders: FrameOrders,
  image: Pick<ImageRef, 'file' | 'frameIndex'>,
): StackPart | null {
  const has = ({ runs }: StackPart): boolean =>
    runs.some(
      ({ instance, frames }) =>
        instance.file === image.file &&
        (frames === null || frames.some(({ frameIndex }) => frameIndex === image.frameIndex)),
    );
  return partsOf(series, frameOrders).find(has) ?? null;
}

/**
 * The images that a viewport goes through. A part whose name is not there any more, since its series has grown or the
 * order of its frames is known by now, gives way to the one that the viewport's image is in.
 */
export function stackOf(
  series: Series,
  { partName, order, wanted }: Pick<Viewport, 'partName' | 'order' | 'wanted'>,
  frameOrders: FrameOrders,
): Stack {
  const { parts, whole } = knownStacksOf(series, frameOrders);
  if (partName === null) return orderedStack(whole, order);
  const part =
    parts.find(({ name }) => name === partName) ??
    (wanted === null ? null : partWithImage(series, frameOrders, wanted)) ??
    mainPart(series, frameOrders);
  return orderedStack(part, order);
}

function orderedStack(part: StackPart, order: StackOrder): Stack {
  let byOrder = orderedStacks.get(part);
  if (byOrder === undefined) orderedStacks.set(part, (byOrder = new Map<StackOrder, Stack>()));
  let stack = byOrder.get(order);
  if (stack === undefined) byOrder.set(order, (stack = orderStack(part, order)));
  return stack;
}

/** Null where no series is open. */
export function stackAt(
  session: Pick<SessionState, 'catalog' | 'viewports' | 'frameOrders'>,
  at: ViewportPlace,
): Stack | null {
  const viewport = viewportAt(session, at);
  const series = findSeries(session.catalog, viewport.seriesKey);
  return series === null ? null : stackOf(series, viewport, session.frameOrders);
}
