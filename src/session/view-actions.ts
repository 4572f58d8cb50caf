import type { ArchiveId } from '../base/ids';
import { fullRangeWindow } from '../pixels/automatic-window';
import type { Voi, WindowLevel } from '../pixels/voi-lut';
import { fitCamera, flipHorizontally, flipVertically, type Camera, type Size } from '../viewer/camera';
import type { ImageFacts } from '../viewer/image-facts';
import type { LoadedFrame } from '../viewer/loaded-frame';
import { nextOverlayLevel } from '../viewer/overlay-level';
import type { Interpolation } from '../viewer/resample-weights';
import type { ToolName } from '../viewer/tools';
import type { ViewDrawing } from '../viewer/view-painter';
import { voiOfFrame, type VoiChoice } from '../viewer/voi-choice';
import { engine } from './engine';
import { savePreferences } from './preferences';
import type { ContentsTab, PaneId, Viewport, ViewportLinks } from './state';
import { EMPTY_VIEWPORT, useSession } from './store';
import { activePlace, activeViewport, setViewport, viewportAt, type ViewportPlace } from './viewports';

/** Null: as the file says. */
export function setWindow(window: WindowLevel | null, at: ViewportPlace = activePlace()): void {
  setVoi(window && { kind: 'window', center: window.center, width: window.width }, at);
}

/** Of a viewport; where windows are linked, of all that show the same modality. */
export function setVoi(voi: VoiChoice | null, at: ViewportPlace = activePlace()): void {
  const modality = shownFrame(at)?.facts.modality;
  for (const place of linkedPlaces('window', at)) {
    if (place === at || shownFrame(place)?.facts.modality === modality) setViewport({ voi }, place);
  }
}

/** From the smallest to the largest value of the image that is shown. */
export function setFullRangeWindow(): void {
  const frame = shownFrame();
  if (frame !== null) setWindow(fullRangeWindow(frame.frame, frame.grey));
}

/** Where zooms are linked, the others show as many pixels of the screen for a millimetre, and as far from the middle. */
export function setCamera(camera: Camera, at: ViewportPlace = activePlace()): void {
  const { zoom, panX, panY, ...orientation } = camera;
  setViewport({ orientation }, at);
  const spacing = shownFrame(at)?.facts.spacing;
  for (const place of linkedPlaces('zoom', at)) {
    const other = shownFrame(place)?.facts.spacing;
    const scale = spacing && other ? other.columnMm / spacing.columnMm : 1;
    setViewport({ placement: { zoom: zoom * scale, panX, panY } }, place);
  }
}

/** The places that a change at one of them goes to: that one, and where it is linked the others. */
function linkedPlaces(link: keyof ViewportLinks, at: ViewportPlace): readonly ViewportPlace[] {
  const { links, viewports } = useSession.getState();
  return links[link] ? [...viewports.keys()] : [at];
}

export function setViewSize(viewSize: Size, at: ViewportPlace): void {
  setViewport({ viewSize }, at);
}

/** The camera to draw with: the reader's, else the one that shows the whole image. */
export function cameraOf({ placement, orientation, viewSize }: Viewport, facts: ImageFacts): Camera {
  return { ...fitCamera(facts, viewSize), ...placement, ...orientation };
}

export function flip(axis: 'horizontal' | 'vertical'): void {
  const frame = shownFrame();
  if (frame === null) return;
  const viewport = activeViewport(useSession.getState());
  const camera = cameraOf(viewport, frame.facts);
  const flipped = axis === 'horizontal' ? flipHorizontally(camera) : flipVertically(camera);
  const { zoom, panX, panY, ...orientation } = flipped;
  // An image that is fitted to the view stays so.
  setViewport({ orientation, placement: viewport.placement === null ? null : { zoom, panX, panY } });
}

/** Window, camera and inversion as the file gives them. */
export function resetView(): void {
  const { placement, orientation } = EMPTY_VIEWPORT;
  setViewport({ voi: null, placement, orientation, isInverted: false });
}

export function toggleInverted(): void {
  setViewport({ isInverted: !activeViewport(useSession.getState()).isInverted });
}

export function setInterpolation(interpolation: Interpolation): void {
  setViewport({ interpolation });
}

export function toggleCine(): void {
  setViewport({ isCineOn: !activeViewport(useSession.getState()).isCineOn });
}

/** Overlay planes and shutters, of all viewports. */
export function togglePlanes(): void {
  useSession.setState(({ arePlanesShown }) => ({ arePlanesShown: !arePlanesShown }));
}

export function setCineSpeed(cineSpeed: number): void {
  setViewport({ cineSpeed });
}

export function setTool(tool: ToolName): void {
  // A measurement in the making is none of another tool.
  useSession.setState({ tool, measuring: null });
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

export function setContactSheetOpen(isContactSheetOpen: boolean): void {
  useSession.setState({ isContactSheetOpen });
}

/** Where there is room for one pane only. */
export function showPane(shownPane: PaneId): void {
  useSession.setState({ shownPane });
}

export function showContentsTab(contentsTab: ContentsTab): void {
  useSession.setState({ contentsTab, shownPane: 'contents', isViewerAlone: false });
}

export function toggleViewerAlone(): void {
  useSession.setState(({ isViewerAlone }) => ({ isViewerAlone: !isViewerAlone }));
}

/** All that is drawn in a viewport, at rest; null where it shows no image. */
export function drawingOf(at: ViewportPlace, devicePixelRatio: number): ViewDrawing | null {
  const session = useSession.getState();
  const viewport = viewportAt(session, at);
  const frame = shownFrame(at);
  if (frame === null) return null;
  return {
    frame,
    camera: cameraOf(viewport, frame.facts),
    view: { ...viewport.viewSize, devicePixelRatio },
    voi: voiOf(viewport, frame),
    isInverted: viewport.isInverted,
    interpolation: viewport.interpolation,
    isDraft: false,
    arePlanesShown: session.arePlanesShown,
    hasGraphics: session.overlayLevel !== 'none',
    referenceLine: null,
  };
}

/** The frame on the canvas of a viewport. */
export function shownFrame(at: ViewportPlace = activePlace()): LoadedFrame | null {
  const { shown } = viewportAt(useSession.getState(), at);
  return shown === null ? null : (engine.frames.get(shown.file, shown.frameIndex) ?? null);
}

/** What to draw a frame through; null for colour. */
export function voiOf({ voi, automaticWindow }: Viewport, frame: LoadedFrame): Voi | null {
  return voiOfFrame(frame, voi, automaticWindow);
}
