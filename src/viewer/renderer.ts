import type { DecodedFrame } from '../pixels/decoded-frame';
import { isGrey } from '../pixels/render-frame';
import { imageToView, type Camera, type ImageGeometry, type Size } from './camera';
import { DRAFT_PIXELS, planDraft, sampleDraft, type DraftPlan, type Region } from './draft-frame';
import { FrameLayer } from './frame-layer';
import { createPainter, isSamePainter, type FrameLook, type Painter } from './frame-painter';
import { createOffscreenSurface, type CreateSurface } from './pixel-surface';
import { resampleFrame } from './resample';
import { planRegion, planResample } from './resample-plan';
import type { Interpolation } from './resample-weights';

/** One picture of a view. */
export interface Scene {
  readonly frame: DecodedFrame;
  readonly look: FrameLook;
  /** Height over width of a pixel. */
  readonly pixelAspect: number;
  readonly camera: Camera;
  /** CSS pixels, and the canvas' own pixels for each of them. */
  readonly view: Size & { readonly devicePixelRatio: number };
  readonly interpolation: Interpolation;
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
 * is built for a new window, pixels are painted for a new frame or table, and a new camera only draws. What the browser
 * does not draw well, minified or bicubic, is resampled here once nothing moves; so is what is large, whose pixels would
 * take more memory than the screen's.
 */
export class ImageRenderer {
  readonly #full: FrameLayer;
  readonly #draft: FrameLayer;
  readonly #resampled: FrameLayer;
  #painter: { frame: DecodedFrame; look: FrameLook; paint: Painter } | null = null;
  #draftSource: { of: DecodedFrame; plan: DraftPlan; frame: DecodedFrame } | null = null;

  constructor(createSurface: CreateSurface = createOffscreenSurface) {
    this.#full = new FrameLayer(createSurface);
    this.#draft = new FrameLayer(createSurface);
    this.#resampled = new FrameLayer(createSurface);
  }

  /** Covers the whole canvas. Leaves the context with the CSS pixel as its unit. */
  render(context: DrawContext, scene: Scene): void {
    const { view } = scene;
    const ratio = view.devicePixelRatio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = '#000';
    context.fillRect(0, 0, view.width, view.height);

    const paint = this.#painterFor(scene);
    if (scene.isDraft) this.#drawQuickly(context, scene, paint);
    else if (isResampled(scene)) this.#drawResampled(context, scene, paint);
    else this.#drawFull(context, scene, paint);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
  }

  /** Frees the canvases; the renderer may still be used, and makes new ones. */
  dispose(): void {
    this.#full.dispose();
    this.#draft.dispose();
    this.#resampled.dispose();
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

  #drawQuickly(context: DrawContext, scene: Scene, paint: Painter): void {
    // Colour does not change with the window: it is painted once, in full.
    if (isLarge(scene) && isGreyScene(scene)) this.#drawDraft(context, scene, paint);
    else this.#drawFull(context, scene, paint);
  }

  #drawFull(context: DrawContext, scene: Scene, paint: Painter): void {
    const { frame } = scene;
    const size = { width: frame.columns, height: frame.rows };
    const image = this.#full.show([frame, paint], size, (pixels) => paint(frame, pixels));
    drawLayer(context, scene, { image, region: { x: 0, y: 0, ...size }, isSmooth: isSmooth(scene) });
  }

  #drawDraft(context: DrawContext, scene: Scene, paint: Painter): void {
    const plan = planDraft(geometryOf(scene), scene.camera, scene.view);
    if (plan === null) return;
    const frame = this.#draftFrame(scene.frame, plan);
    const image = this.#draft.show([frame, paint], plan, (pixels) => paint(frame, pixels));
    drawLayer(context, scene, { image, region: plan.region, isSmooth: isSmooth(scene) });
  }

  #draftFrame(frame: DecodedFrame, plan: DraftPlan): DecodedFrame {
    const last = this.#draftSource;
    if (last !== null && last.of === frame && isSamePlan(last.plan, plan)) return last.frame;
    const sampled = sampleDraft(frame, plan);
    this.#draftSource = { of: frame, plan, frame: sampled };
    return sampled;
  }

  #drawResampled(context: DrawContext, scene: Scene, paint: Painter): void {
    const { frame, camera, view, interpolation } = scene;
    const plan = planResample(geometryOf(scene), camera, view, interpolation);
    if (plan === null) return;
    const { x, y } = plan;
    const source = [frame, paint, interpolation, x.start, x.length, x.count, y.start, y.length, y.count];
    const image = this.#resampled.show(source, { width: x.count, height: y.count }, (pixels) => {
      resampleFrame({ frame, paint, isGrey: isGreyScene(scene) }, plan, pixels);
    });
    // Straight on the screen it is copied pixel by pixel.
    const isTurned = !Number.isInteger(camera.rotationDegrees / 90);
    drawLayer(context, scene, { image, region: planRegion(plan), isSmooth: isTurned });
  }
}

function isGreyScene({ frame, look }: Scene): boolean {
  return isGrey(frame, look.palette);
}

function isResampled(scene: Scene): boolean {
  return isMinified(scene) || scene.interpolation === 'bicubic' || isLarge(scene);
}

function isLarge({ frame }: Scene): boolean {
  return frame.rows * frame.columns > DRAFT_PIXELS;
}

function isSmooth(scene: Scene): boolean {
  return isMinified(scene) || scene.interpolation !== 'nearest';
}

/** In either direction. */
function isMinified({ camera, view, pixelAspect }: Scene): boolean {
  return camera.zoom * view.devicePixelRatio * Math.min(1, pixelAspect) < 1;
}

interface Layer {
  readonly image: OffscreenCanvas;
  /** Of the frame, in its pixels. */
  readonly region: Region;
  readonly isSmooth: boolean;
}

function drawLayer(context: DrawContext, scene: Scene, { image, region, isSmooth }: Layer): void {
  const ratio = scene.view.devicePixelRatio;
  const { a, b, c, d, e, f } = imageToView(scene.camera, geometryOf(scene), scene.view);
  context.setTransform(a * ratio, b * ratio, c * ratio, d * ratio, e * ratio, f * ratio);
  context.imageSmoothingEnabled = isSmooth;
  context.imageSmoothingQuality = 'low';
  context.drawImage(image, region.x, region.y, region.width, region.height);
}

function geometryOf({ frame, pixelAspect }: Scene): ImageGeometry {
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
