import type { DecodedFrame } from '../pixels/decoded-frame';
import { isGrey } from '../pixels/render-frame';
import { imageToView, type Camera, type Size } from './camera';
import { DRAFT_PIXELS, planDraft, sampleDraft, type DraftPlan, type Region } from './draft-frame';
import { FrameLayer } from './frame-layer';
import { createPainter, isSamePainter, type FrameLook, type Painter } from './frame-painter';
import { createOffscreenSurface, type CreateSurface } from './pixel-surface';

/** One picture of a view. */
export interface Scene {
  readonly frame: DecodedFrame;
  readonly look: FrameLook;
  /** Height over width of a pixel. */
  readonly pixelAspect: number;
  readonly camera: Camera;
  /** CSS pixels, and the canvas' own pixels for each of them. */
  readonly view: Size & { readonly devicePixelRatio: number };
  /** How pixels are shown that are larger than the screen's. */
  readonly interpolation: 'nearest' | 'bilinear';
  /** While a hand moves: no finer than the screen, and quickly. */
  readonly isDraft: boolean;
}

/** What the renderer needs of a 2D context, of a canvas in the page or off it. */
export type DrawContext = Pick<
  OffscreenCanvasRenderingContext2D,
  'setTransform' | 'fillRect' | 'drawImage' | 'fillStyle' | 'imageSmoothingEnabled' | 'imageSmoothingQuality'
>;

/**
 * Draws frames through a look-up table. What did not change since the last picture is not made again: the table
 * is built for a new window, pixels are painted for a new frame or table, and a new camera only draws.
 */
export class ImageRenderer {
  readonly #full: FrameLayer;
  readonly #draft: FrameLayer;
  #painter: { frame: DecodedFrame; look: FrameLook; paint: Painter } | null = null;
  #draftSource: { of: DecodedFrame; plan: DraftPlan; frame: DecodedFrame } | null = null;

  constructor(createSurface: CreateSurface = createOffscreenSurface) {
    this.#full = new FrameLayer(createSurface);
    this.#draft = new FrameLayer(createSurface);
  }

  /** Covers the whole canvas. Leaves the context with the CSS pixel as its unit. */
  render(context: DrawContext, scene: Scene): void {
    const { view, frame } = scene;
    const ratio = view.devicePixelRatio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = '#000';
    context.fillRect(0, 0, view.width, view.height);

    const paint = this.#painterFor(scene);
    const isDraft = scene.isDraft && needsDraft(scene) && !this.#full.shows(frame, paint);
    if (isDraft) this.#drawDraft(context, scene, paint);
    else {
      const whole = { x: 0, y: 0, width: frame.columns, height: frame.rows };
      drawLayer(context, scene, this.#full.paint(frame, paint), whole);
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
  }

  /** Frees the canvases; the renderer may still be used, and makes new ones. */
  dispose(): void {
    this.#full.dispose();
    this.#draft.dispose();
    this.#painter = null;
    this.#draftSource = null;
  }

  #painterFor({ frame, look }: Scene): Painter {
    const last = this.#painter;
    if (last !== null && isSamePainter(last, { frame, look })) return last.paint;
    const paint = createPainter(frame, look);
    this.#painter = { frame, look, paint };
    return paint;
  }

  #drawDraft(context: DrawContext, scene: Scene, paint: Painter): void {
    const plan = planDraft(geometryOf(scene), scene.camera, scene.view);
    if (plan === null) return;
    drawLayer(context, scene, this.#draft.paint(this.#draftFrame(scene.frame, plan), paint), plan.region);
  }

  #draftFrame(frame: DecodedFrame, plan: DraftPlan): DecodedFrame {
    const last = this.#draftSource;
    if (last !== null && last.of === frame && isSamePlan(last.plan, plan)) return last.frame;
    const sampled = sampleDraft(frame, plan);
    this.#draftSource = { of: frame, plan, frame: sampled };
    return sampled;
  }
}

/** Colour does not change with the window: it is painted once, in full. */
function needsDraft({ frame, look }: Scene): boolean {
  return isGrey(frame, look.palette) && frame.rows * frame.columns > DRAFT_PIXELS;
}

function drawLayer(context: DrawContext, scene: Scene, image: OffscreenCanvas, region: Region): void {
  const { camera, view, interpolation, isDraft } = scene;
  const ratio = view.devicePixelRatio;
  const { a, b, c, d, e, f } = imageToView(camera, geometryOf(scene), view);
  context.setTransform(a * ratio, b * ratio, c * ratio, d * ratio, e * ratio, f * ratio);
  const isMinified = camera.zoom * ratio < 1;
  context.imageSmoothingEnabled = isMinified || interpolation === 'bilinear';
  // `high` averages all pixels that fall on one of the screen, but makes edges ring when it magnifies.
  context.imageSmoothingQuality = isMinified && !isDraft ? 'high' : 'low';
  context.drawImage(image, region.x, region.y, region.width, region.height);
}

function geometryOf({ frame, pixelAspect }: Scene) {
  return { columns: frame.columns, rows: frame.rows, pixelAspect };
}

function isSamePlan(one: DraftPlan, other: DraftPlan): boolean {
  return (
    one.width === other.width &&
    one.height === other.height &&
    one.region.x === other.region.x &&
    one.region.y === other.region.y &&
    one.region.width === other.region.width &&
    one.region.height === other.region.height
  );
}
