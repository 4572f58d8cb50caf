import type { ArchiveId } from '../base/ids';
import { fullRangeWindow } from '../pixels/automatic-window';
import { isGrey } from '../pixels/render-frame';
import { fitCamera, flipHorizontally, flipVertically, type Camera, type Size } from '../viewer/camera';
import type { ImageFacts } from '../viewer/image-facts';
import type { LoadedFrame } from '../viewer/loaded-frame';
import { nextOverlayLevel } from '../viewer/overlay-level';
import type { ToolName } from '../viewer/tools';
import { fileWindow, type WindowLevel } from '../viewer/window-level';
import { engine } from './engine';
import { savePreferences } from './preferences';
import type { Viewport } from './state';
import { EMPTY_VIEWPORT, setViewport, useSession } from './store';

export function setWindow(window: WindowLevel | null): void {
  setViewport({ window });
}

/** From the smallest to the largest value of the image that is shown. */
export function setFullRangeWindow(): void {
  const frame = shownFrame();
  if (frame !== null) setWindow(fullRangeWindow(frame.frame, frame.grey));
}

export function setCamera({ zoom, panX, panY, ...orientation }: Camera): void {
  setViewport({ placement: { zoom, panX, panY }, orientation });
}

export function setViewSize(viewSize: Size): void {
  setViewport({ viewSize });
}

/** The camera to draw with: the reader's, else the one that shows the whole image. */
export function cameraOf({ placement, orientation, viewSize }: Viewport, facts: ImageFacts): Camera {
  return { ...fitCamera(facts, viewSize), ...placement, ...orientation };
}

export function flip(axis: 'horizontal' | 'vertical'): void {
  const frame = shownFrame();
  if (frame === null) return;
  const { viewport } = useSession.getState();
  const camera = cameraOf(viewport, frame.facts);
  const flipped = axis === 'horizontal' ? flipHorizontally(camera) : flipVertically(camera);
  const { zoom, panX, panY, ...orientation } = flipped;
  // An image that is fitted to the view stays so.
  setViewport({ orientation, placement: viewport.placement === null ? null : { zoom, panX, panY } });
}

/** Window, camera and inversion as the file gives them. */
export function resetView(): void {
  const { placement, orientation } = EMPTY_VIEWPORT;
  setViewport({ window: null, placement, orientation, isInverted: false });
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

export function showArchiveDetails(detailsOf: ArchiveId | null): void {
  useSession.setState({ detailsOf });
}

export function toggleViewerAlone(): void {
  useSession.setState(({ isViewerAlone }) => ({ isViewerAlone: !isViewerAlone }));
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
