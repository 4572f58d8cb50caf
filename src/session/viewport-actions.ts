import type { FileId } from '../base/ids';
import type { Series } from '../catalog/catalog-types';
import { computeAutomaticWindow } from '../pixels/automatic-window';
import { engine } from './engine';
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
import type { ImageRef } from './state';
import { EMPTY_VIEWPORT, setViewport, useSession } from './store';

const PREFETCH_AHEAD = 6;
const PREFETCH_BEHIND = 2;

/** Opens a series at what a person wants to see of a stack first. */
export function openSeries(seriesKey: string): void {
  const series = findSeries(useSession.getState().catalog, seriesKey);
  if (series === null) return;
  openEmpty(series.key);
  const first = representativeImage(series, (file) => engine.isLarge(file));
  if (first !== null) showImage(indexOfImage(series, first));
}

/** Shows the first image of a file in its series. */
export function showInstance(series: Series, file: FileId): void {
  if (useSession.getState().viewport.seriesKey !== series.key) openEmpty(series.key);
  showImage(indexOfImage(series, { file, frameIndex: 0 }));
}

export function closeSeries(): void {
  openEmpty(null);
  closeHeader();
}

/** Shows an image of the open series; beyond its ends, the end. */
export function showImage(index: number): void {
  const { catalog, viewport } = useSession.getState();
  const series = findSeries(catalog, viewport.seriesKey);
  if (series === null) return;
  const imageIndex = Math.max(0, Math.min(imageCount(series) - 1, index));
  const image = imageAt(series, imageIndex);
  if (image === null) return;
  const direction = imageIndex < viewport.imageIndex ? -1 : 1;
  setViewport({ wanted: image, imageIndex });
  showHeader(image.file);
  void bring(series.key, image);
  prefetchAround(series, imageIndex, direction);
}

export function stepImage(steps: number): void {
  showImage(useSession.getState().viewport.imageIndex + steps);
}

/** The next or previous series in the order of the contents table; at its ends it stays. */
export function stepSeries(steps: number): void {
  const { catalog, viewport } = useSession.getState();
  const all = seriesInOrder(catalog);
  const at = all.findIndex(({ key }) => key === viewport.seriesKey);
  const next = all[at + steps];
  if (next !== undefined) openSeries(next.key);
}

/** After the catalog has changed: the image asked for may stand at another index, or be gone with its archive. */
export function followCatalog(): void {
  const { catalog, viewport } = useSession.getState();
  if (viewport.seriesKey === null) return;
  const series = findSeries(catalog, viewport.seriesKey);
  if (series === null) {
    closeSeries();
    return;
  }
  const imageIndex = viewport.wanted === null ? -1 : indexOfImage(series, viewport.wanted);
  if (imageIndex < 0) showImage(viewport.imageIndex);
  else if (imageIndex !== viewport.imageIndex) setViewport({ imageIndex });
}

/** Puts an image on the canvas, at once where it is decoded already. */
async function bring(seriesKey: string, image: ImageRef): Promise<void> {
  if (engine.frames.get(image.file, image.frameIndex) === undefined) {
    setViewport({ status: { phase: 'loading' } });
    const result = await engine.frames.load(image.file, image.frameIndex);
    if (!result.ok) {
      if (result.error.code !== 'cancelled' && isWanted(seriesKey, image)) {
        setViewport({ status: { phase: 'failed', problem: result.error }, shown: null });
      }
      return;
    }
  }
  present(seriesKey, image);
}

/** An image that was passed by meanwhile is shown as long as the one asked for is on its way. */
function present(seriesKey: string, image: ImageRef): void {
  const { viewport } = useSession.getState();
  const isFinal = isWanted(seriesKey, image);
  const isOnTheWay = viewport.seriesKey === seriesKey && viewport.status.phase === 'loading';
  const frame = engine.frames.hold(image.file, image.frameIndex);
  if (frame === undefined || !(isFinal || isOnTheWay)) return;
  setViewport({
    shown: image,
    automaticWindow: viewport.automaticWindow ?? computeAutomaticWindow(frame.frame, frame.grey),
    ...(isFinal ? { status: { phase: 'ready' } } : {}),
  });
}

function isWanted(seriesKey: string, image: ImageRef): boolean {
  const { viewport } = useSession.getState();
  return viewport.seriesKey === seriesKey && viewport.wanted !== null && isSameImage(viewport.wanted, image);
}

function openEmpty(seriesKey: string | null): void {
  const { isSmooth, viewSize } = useSession.getState().viewport;
  setViewport({ ...EMPTY_VIEWPORT, isSmooth, viewSize, seriesKey });
}

function prefetchAround(series: Series, imageIndex: number, direction: 1 | -1): void {
  const wanted = [];
  for (let step = 1; step <= PREFETCH_AHEAD; step++) wanted.push(imageIndex + step * direction);
  for (let step = 1; step <= PREFETCH_BEHIND; step++) wanted.push(imageIndex - step * direction);
  engine.frames.prefetch(wanted.map((index) => imageAt(series, index)).filter((image) => image !== null));
}
