import type { OverlayPlane } from '../pixels/overlay-planes';
import type { Shutter } from '../pixels/shutter';
import { imageToView, type Camera, type ImageGeometry, type Matrix, type Size } from './camera';
import { createOffscreenSurface, type CreateSurface } from './pixel-surface';
import { PLANE_COLOURS } from './plane-bitmap';
import { PlaneLayer } from './plane-layer';
import { createOffscreenCanvas, PlanesPicture, type CreateCanvas } from './planes-picture';
import { coverOutside, type ShutterContext } from './shutter-painter';

/** What the file has drawn over its image. */
export interface PlanesScene {
  readonly overlays: readonly OverlayPlane[];
  readonly shutter: Shutter | null;
  readonly image: ImageGeometry;
  readonly camera: Camera;
  /** CSS pixels, and the canvas' own pixels for each of them. */
  readonly view: Size & { readonly devicePixelRatio: number };
}

/** What it takes of a 2D context, of a canvas in the page or off it. */
export type PlanesContext = ShutterContext &
  Pick<OffscreenCanvasRenderingContext2D, 'setTransform' | 'drawImage' | 'imageSmoothingEnabled'>;

const OPAQUE = 0xff000000;

/**
 * Draws overlay planes and shutters. What did not change since the last picture is not made again: bitmaps are painted
 * for new planes, put together for a new camera, and a new window only draws.
 */
export class PlanesRenderer {
  readonly #createSurface: CreateSurface;
  readonly #picture: PlanesPicture;
  #layers: ReadonlyMap<OverlayPlane, PlaneLayer> = new Map();

  constructor(
    createSurface: CreateSurface = createOffscreenSurface,
    createCanvas: CreateCanvas = createOffscreenCanvas,
  ) {
    this.#createSurface = createSurface;
    this.#picture = new PlanesPicture(createCanvas);
  }

  /** Over an image with the same camera: the shutter, then the planes. Leaves the context as it was. */
  render(context: PlanesContext, scene: PlanesScene): void {
    const { shutter, overlays } = scene;
    this.#keepLayersOf(overlays);
    const matrix = imageToCanvas(scene);
    const blockSide = blockSideOf(scene);
    context.save();
    if (shutter !== null) {
      setMatrix(context, matrix);
      coverOutside(context, shutter, scene.image);
    }
    for (const plane of overlays) {
      if (shutter?.overlayGroup === plane.group) {
        this.#drawPlane(context, plane, { blockSide, colour: shutterColour(shutter) });
      }
    }
    const drawn = overlays.filter(({ group }) => group !== shutter?.overlayGroup);
    if (drawn.length > 0) {
      const picture = this.#picture.draw({ of: overlays, matrix, ...canvasSize(scene) }, (offscreen) => {
        setMatrix(offscreen, matrix);
        for (const plane of drawn) {
          this.#drawPlane(offscreen, plane, { blockSide, colour: PLANE_COLOURS[plane.type] });
        }
      });
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.drawImage(picture, 0, 0);
    }
    context.restore();
  }

  /** Frees the canvases; the renderer may still be used, and makes new ones. */
  dispose(): void {
    this.#keepLayersOf([]);
    this.#picture.dispose();
  }

  #drawPlane(
    context: Pick<PlanesContext, 'drawImage' | 'imageSmoothingEnabled'>,
    plane: OverlayPlane,
    { blockSide, colour }: { readonly blockSide: number; readonly colour: number },
  ): void {
    const picture = this.#layers.get(plane)?.paint(blockSide, colour) ?? null;
    if (picture === null) return;
    context.imageSmoothingEnabled = false;
    context.drawImage(picture.image, picture.left, picture.top, picture.width, picture.height);
  }

  #keepLayersOf(planes: readonly OverlayPlane[]): void {
    const before = this.#layers;
    for (const [plane, layer] of before) if (!planes.includes(plane)) layer.dispose();
    this.#layers = new Map(
      planes.map((plane) => [plane, before.get(plane) ?? new PlaneLayer(plane, this.#createSurface)]),
    );
  }
}

function setMatrix(context: Pick<PlanesContext, 'setTransform'>, { a, b, c, d, e, f }: Matrix): void {
  context.setTransform(a, b, c, d, e, f);
}

/** In the canvas' own pixels. */
function imageToCanvas({ camera, image, view }: PlanesScene): Matrix {
  const { a, b, c, d, e, f } = imageToView(camera, image, view);
  const ratio = view.devicePixelRatio;
  return { a: a * ratio, b: b * ratio, c: c * ratio, d: d * ratio, e: e * ratio, f: f * ratio };
}

function canvasSize({ view }: PlanesScene): Size {
  const { width, height, devicePixelRatio } = view;
  return { width: Math.round(width * devicePixelRatio), height: Math.round(height * devicePixelRatio) };
}

/** Pixels of the image for one of the screen, where it is smaller. */
function blockSideOf({ camera, image, view }: PlanesScene): number {
  const scale = camera.zoom * Math.min(1, image.pixelAspect) * view.devicePixelRatio;
  return Math.max(1, Math.ceil(1 / scale));
}

function shutterColour({ colour: [red, green, blue] }: Shutter): number {
  return OPAQUE + blue * 0x10000 + green * 0x100 + red;
}
