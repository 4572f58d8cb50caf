import type { FileId } from '../base/ids';
import type { Series } from '../catalog/catalog-types';
import { computeAutomaticWindow, fullRangeWindow } from '../pixels/automatic-window';
import { isGrey } from '../pixels/render-frame';
import { fitCamera, flipHorizontally, flipVertically, type Camera, type Size } from '../viewer/camera';
import type { ImageFacts } from '../viewer/image-facts';
import { nextOverlayLevel } from '../viewer/overlay-level';
import type { ToolName } from '../viewer/tools';
import { fileWindow, type WindowLevel } from '../viewer/window-level';
import type { LoadedFrame } from '../viewer/loaded-frame';
import { engine } from './engine';
import { showHeader } from './header-actions';
import { findSeries, imageAt, imageCount, indexOfImage, seriesInOrder } from './images';
import { savePreferences } from './preferences';
import type { Viewport } from './state';
import { EMPTY_VIEWPORT, setViewport, useSession } from './store';

const PREFETCH_AHEAD = 6;
const PREFETCH_BEHIND = 2;

/** Opens a series at its middle image: what a person wants to see of a stack first. */
export function openSeries(seriesKey: string): void {
  const series = findSeries(useSession.getState().catalog, seriesKey);
  if (series === null) return;
  openEmpty(series.key);
  showImage(Math.floor((imageCount(series) - 1) / 2));
}

/** Shows the first image of a file in its series. */
export function showInstance(series: Series, file: FileId): void {
  if (useSession.getState().viewport.seriesKey !== series.key) openEmpty(series.key);
  showImage(indexOfImage(series, { file, frameIndex: 0 }));
}

export function closeSeries(): void {
  openEmpty(null);
  useSession.setState({ header: { phase: 'empty' } });
}

/** Shows an image of the open series; beyond its ends, the end. */
export function showImage(wantedIndex: number): void {
  const { catalog, viewport } = useSession.getState();
  const series = findSeries(catalog, viewport.seriesKey);
  if (series === null) return;
  const imageIndex = Math.max(0, Math.min(imageCount(series) - 1, wantedIndex));
  const image = imageAt(series, imageIndex);
  if (image === null) return;
  const direction = imageIndex < viewport.imageIndex ? -1 : 1;
  setViewport({ imageIndex });
  showHeader(image.file);
  const known = engine.frames.get(image.file, image.frameIndex);
  if (known !== undefined) {
    present(series.key, imageIndex);
  } else {
    setViewport({ status: { phase: 'loading' } });
    void engine.frames.load(image.file, image.frameIndex).then((result) => {
      if (result.ok) present(series.key, imageIndex);
      else if (result.error.code !== 'cancelled' && isWanted(series.key, imageIndex)) {
        setViewport({ status: { phase: 'failed', problem: result.error }, shown: null });
      }
    });
  }
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

export function setWindow(window: WindowLevel | null): void {
  setViewport({ window });
}

/** From the smallest to the largest value of the image that is shown. */
export function setFullRangeWindow(): void {
  const frame = shownFrame();
  if (frame !== null) setWindow(fullRangeWindow(frame.frame, frame.grey));
}

export function setCamera(camera: Camera | null): void {
  setViewport({ camera });
}

export function setViewSize(viewSize: Size): void {
  setViewport({ viewSize });
}

/** The camera to draw with: the reader's, else the one that shows the whole image. */
export function cameraOf({ camera, viewSize }: Viewport, facts: ImageFacts): Camera {
  return camera ?? fitCamera(facts, viewSize);
}

export function flip(axis: 'horizontal' | 'vertical'): void {
  const frame = shownFrame();
  if (frame === null) return;
  const camera = cameraOf(useSession.getState().viewport, frame.facts);
  setCamera(axis === 'horizontal' ? flipHorizontally(camera) : flipVertically(camera));
}

/** Window, camera and inversion as the file gives them. */
export function resetView(): void {
  setViewport({ window: null, camera: null, isInverted: false });
}

export function toggleInverted(): void {
  setViewport({ isInverted: !useSession.getState().viewport.isInverted });
}

export function toggleSmooth(): void {
  setViewport({ isSmooth: !useSession.getState().viewport.isSmooth });
}

export function toggleCine(): void {
  setViewport({ isCineOn: !useSession.getState().viewport.isCineOn });
}

export function setTool(tool: ToolName): void {
  useSession.setState({ tool });
}

export function cycleOverlayLevel(): void {
  const overlayLevel = nextOverlayLevel(useSession.getState().overlayLevel);
  useSession.setState({ overlayLevel });
  savePreferences({ overlayLevel });
}

export function setHelpOpen(isHelpOpen: boolean): void {
  useSession.setState({ isHelpOpen });
}

/** The frame on the canvas. */
export function shownFrame(): LoadedFrame | null {
  const { shown } = useSession.getState().viewport;
  return shown === null ? null : (engine.frames.get(shown.file, shown.frameIndex) ?? null);
}

/** The window to draw with: the reader's, else the file's, else the automatic one of the series; none for colour. */
export function windowOf(viewport: Viewport, { frame, grey, palette }: LoadedFrame): WindowLevel | null {
  if (!isGrey(frame, palette)) return null;
  return viewport.window ?? fileWindow(grey) ?? viewport.automaticWindow;
}

/** After the catalog has changed: the shown image may stand at another index, or be gone with its archive. */
export function followCatalog(): void {
  const { catalog, viewport } = useSession.getState();
  if (viewport.seriesKey === null) return;
  const series = findSeries(catalog, viewport.seriesKey);
  if (series === null) {
    closeSeries();
    return;
  }
  const { shown } = viewport;
  if (shown === null) return;
  const imageIndex = indexOfImage(series, shown);
  if (imageIndex < 0) showImage(viewport.imageIndex);
  else if (imageIndex !== shown.imageIndex && viewport.status.phase === 'ready') {
    setViewport({ imageIndex, shown: { ...shown, imageIndex } });
  }
}

function openEmpty(seriesKey: string | null): void {
  const { isSmooth, viewSize } = useSession.getState().viewport;
  setViewport({ ...EMPTY_VIEWPORT, isSmooth, viewSize, seriesKey });
}

function isWanted(seriesKey: string, imageIndex: number): boolean {
  const { viewport } = useSession.getState();
  return viewport.seriesKey === seriesKey && viewport.imageIndex === imageIndex;
}

/** Puts a frame that has arrived on the canvas; one that was passed by meanwhile only while nothing newer is there. */
function present(seriesKey: string, imageIndex: number): void {
  const { catalog, viewport } = useSession.getState();
  const series = findSeries(catalog, seriesKey);
  if (series === null || viewport.seriesKey !== seriesKey) return;
  const image = imageAt(series, imageIndex);
  if (image === null) return;
  const frame = engine.frames.get(image.file, image.frameIndex);
  if (frame === undefined) return;
  const isFinal = imageIndex === viewport.imageIndex;
  if (!isFinal && viewport.status.phase !== 'loading') return;
  setViewport({
    shown: { ...image, imageIndex },
    automaticWindow: viewport.automaticWindow ?? computeAutomaticWindow(frame.frame, frame.grey),
    ...(isFinal ? { status: { phase: 'ready' } } : {}),
  });
}

function prefetchAround(series: Series, imageIndex: number, direction: 1 | -1): void {
  const wanted = [];
  for (let step = 1; step <= PREFETCH_AHEAD; step++) wanted.push(imageIndex + step * direction);
  for (let step = 1; step <= PREFETCH_BEHIND; step++) wanted.push(imageIndex - step * direction);
  engine.frames.prefetch(wanted.map((index) => imageAt(series, index)).filter((image) => image !== null));
}
