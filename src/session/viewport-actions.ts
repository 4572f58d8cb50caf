import type { FileId } from '../base/ids';
import type { Problem } from '../base/problem';
import type { Series } from '../catalog/catalog-types';
import type { Stack, StackOrder } from '../catalog/stack';
import { computeAutomaticWindow } from '../pixels/automatic-window';
import { engine } from './engine';
import { instanceWithoutFrameOrder, loadFrameOrder } from './frame-orders';
import { closeHeader, showHeader } from './header-actions';
import {
  findSeries,
  imageAt,
  imageCount,
  indexOfImage,
  isSameImage,
  representativeImage,
  seriesInOrder,
} from './images';
import { linkedImages } from './linked-scrolling';
import { hasPixels, readObject } from './object-actions';
import { mainPart, partWithImage, stackAt } from './stacks';
import type { ImageRef } from './state';
import { EMPTY_VIEWPORT, useSession } from './store';
import { activePlace, activeViewport, setViewport, viewportAt, type ViewportPlace } from './viewports';

const PREFETCH_AHEAD = 6;
const PREFETCH_BEHIND = 2;

/** Opens a series at what a person wants to see of a stack first. */
export function openSeries(seriesKey: string, at: ViewportPlace = activePlace()): void {
  const { catalog, frameOrders } = useSession.getState();
  const series = findSeries(catalog, seriesKey);
  if (series === null) return;
  openEmpty(series.key, at);
  setViewport({ partName: mainPart(series, frameOrders).name }, at);
  showRepresentative(at);
}

function showRepresentative(at: ViewportPlace): void {
  const stack = stackAt(useSession.getState(), at);
  const image = stack && representativeImage(stack, (file) => engine.isLarge(file));
  if (stack !== null && image !== null) showImage(indexOfImage(stack, image), at);
}

/** Shows a part of the open series, or all of it (null): the image that is shown, or one at the same place. */
export function showPart(partName: string | null, at: ViewportPlace = activePlace()): void {
  const before = stackAt(useSession.getState(), at);
  const { wanted, imageIndex } = viewportAt(useSession.getState(), at);
  setViewport({ partName }, at);
  const stack = stackAt(useSession.getState(), at);
  if (before === null || stack === null) return;
  const index = wanted === null ? -1 : indexOfImage(stack, wanted);
  if (index >= 0) showImage(index, at);
  else if (imageCount(stack) === imageCount(before)) showImage(imageIndex, at);
  else showRepresentative(at);
}

/** Goes through the same images in another order, and stays at the one that is shown. */
export function setOrder(order: StackOrder, at: ViewportPlace = activePlace()): void {
  setViewport({ order }, at);
  followCatalogAt(at);
}

/** Shows an image of a file in its series, the first one unless another is meant. */
export function showInstance(series: Series, file: FileId, frameIndex = 0): void {
  const session = useSession.getState();
  if (activeViewport(session).seriesKey !== series.key) openEmpty(series.key, activePlace());
  const image = { file, frameIndex };
  const stack = stackAt(useSession.getState(), activePlace());
  if (stack === null || indexOfImage(stack, image) < 0) {
    setViewport({ partName: partWithImage(series, session.frameOrders, image)?.name ?? null });
  }
  const holding = stackAt(useSession.getState(), activePlace());
  if (holding !== null) showImage(indexOfImage(holding, image));
}

/** Shows an image of the stack in a viewport; beyond its ends, the end. */
export function showImage(index: number, at: ViewportPlace = activePlace()): void {
  const session = useSession.getState();
  const viewport = viewportAt(session, at);
  const series = findSeries(session.catalog, viewport.seriesKey);
  const stack = stackAt(session, at);
  if (series === null || stack === null) return;
  const imageIndex = Math.max(0, Math.min(imageCount(stack) - 1, index));
  const image = imageAt(stack, imageIndex);
  if (image === null) return;
  const direction = imageIndex < viewport.imageIndex ? -1 : 1;
  setViewport({ wanted: image, imageIndex }, at);
  if (at === activePlace()) showHeader(image.file);
  void bring(series, image, at);
  if (series.hasPixels) prefetchAround({ stack, imageIndex, direction }, at);
  const unordered = instanceWithoutFrameOrder(stack);
  if (unordered !== null) void loadFrameOrder(unordered.file).then(followCatalog);
}

export function stepImage(steps: number): void {
  showImage(activeViewport(useSession.getState()).imageIndex + steps);
}

/** The next or previous series in the order of the contents table; at its ends it stays. */
export function stepSeries(steps: number): void {
  const session = useSession.getState();
  const all = seriesInOrder(session.catalog);
  const at = all.findIndex(({ key }) => key === activeViewport(session).seriesKey);
  const next = all[at + steps];
  if (next !== undefined) openSeries(next.key);
}

/** After a stack has changed: an image asked for may stand at another index, or be gone with its archive. */
export function followCatalog(): void {
  const { viewports } = useSession.getState();
  for (const at of viewports.keys()) followCatalogAt(at);
}

function followCatalogAt(at: ViewportPlace): void {
  const session = useSession.getState();
  const viewport = viewportAt(session, at);
  if (viewport.seriesKey === null) return;
  const series = findSeries(session.catalog, viewport.seriesKey);
  if (series === null) {
    openEmpty(null, at);
    if (at === activePlace()) closeHeader();
    return;
  }
  const stack = stackAt(session, at);
  const imageIndex = stack === null || viewport.wanted === null ? -1 : indexOfImage(stack, viewport.wanted);
  if (imageIndex < 0) showImage(viewport.imageIndex, at);
  else if (imageIndex !== viewport.imageIndex) setViewport({ imageIndex }, at);
}

/** Puts an image on the canvas, at once where it is decoded already; an object without one is shown otherwise. */
async function bring(series: Series, image: ImageRef, at: ViewportPlace): Promise<void> {
  if (engine.frames.get(image.file, image.frameIndex) === undefined) {
    setViewport({ status: { phase: 'loading' } }, at);
    if (!hasPixels(series, image)) return presentObject(series.key, image, null, at);
    const result = await engine.frames.load(image.file, image.frameIndex, at);
    if (!result.ok) return presentObject(series.key, image, result.error, at);
  }
  present(series.key, image, at);
}

/** `failure` is why its pixels could not be shown; null where it has none. */
async function presentObject(
  seriesKey: string,
  image: ImageRef,
  failure: Problem | null,
  at: ViewportPlace,
): Promise<void> {
  if (failure?.code === 'cancelled' || !isWanted(seriesKey, image, at)) return;
  const face = await readObject(image, at, failure);
  if (!isWanted(seriesKey, image, at) || (!face.ok && face.error.code === 'cancelled')) return;
  const status = face.ok
    ? ({ phase: 'object', image, face: face.value } as const)
    : ({ phase: 'failed', problem: face.error } as const);
  setViewport({ status, shown: null }, at);
}

/** An image that was passed by meanwhile is shown as long as the one asked for is on its way. */
function present(seriesKey: string, image: ImageRef, at: ViewportPlace): void {
  const viewport = viewportAt(useSession.getState(), at);
  const isFinal = isWanted(seriesKey, image, at);
  const isOnTheWay = viewport.seriesKey === seriesKey && viewport.status.phase === 'loading';
  if (!isFinal && !isOnTheWay) return;
  const frame = engine.frames.hold(image.file, image.frameIndex, at);
  if (frame === undefined) return;
  const change = {
    shown: image,
    automaticWindow: viewport.automaticWindow ?? computeAutomaticWindow(frame.frame, frame.grey),
    ...(isFinal ? { status: { phase: 'ready' } as const } : {}),
  };
  setViewport(change, at);
  // A series that is opened moves no other; one that is scrolled does.
  if (viewport.shown !== null && at === activePlace()) {
    for (const linked of linkedImages()) showImage(linked.index, linked.at);
  }
}

function isWanted(seriesKey: string, image: ImageRef, at: ViewportPlace): boolean {
  const viewport = viewportAt(useSession.getState(), at);
  return viewport.seriesKey === seriesKey && viewport.wanted !== null && isSameImage(viewport.wanted, image);
}

function openEmpty(seriesKey: string | null, at: ViewportPlace): void {
  const { interpolation, viewSize } = viewportAt(useSession.getState(), at);
  setViewport({ ...EMPTY_VIEWPORT, interpolation, viewSize, seriesKey }, at);
  if (seriesKey === null) engine.frames.release(at);
}

function prefetchAround(
  { stack, imageIndex, direction }: { stack: Stack; imageIndex: number; direction: 1 | -1 },
  at: ViewportPlace,
): void {
  const wanted = [];
  for (let step = 1; step <= PREFETCH_AHEAD; step++) wanted.push(imageIndex + step * direction);
  for (let step = 1; step <= PREFETCH_BEHIND; step++) wanted.push(imageIndex - step * direction);
  const images = wanted.map((index) => imageAt(stack, index)).filter((image) => image !== null);
  engine.frames.prefetch(images, at);
}
