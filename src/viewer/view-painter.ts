import type { Voi } from '../pixels/voi-lut';
import { imageToView, type Camera, type Size } from './camera';
import type { LoadedFrame } from './loaded-frame';
import { PlanesRenderer, type PlanesContext } from './planes-renderer';
import { drawReferenceLine } from './reference-line';
import { ImageRenderer, type DrawContext, type Scene } from './renderer';
import { computeRulers, drawRulers, type RulerContext, type Segment } from './rulers';

/** All that is drawn of an image and over it, but for texts and measurements. */
export interface ViewDrawing {
  readonly frame: LoadedFrame;
  readonly camera: Camera;
  /** CSS pixels, and the canvas' own pixels for each of them. */
  readonly view: Size & { readonly devicePixelRatio: number };
  /** Null: a colour image, which is drawn without one. */
  readonly voi: Voi | null;
  readonly isInverted: boolean;
  readonly interpolation: Scene['interpolation'];
  /** While a hand moves: no finer than the screen, and quickly. */
  readonly isDraft: boolean;
  /** Overlay planes and shutters of the file. */
  readonly arePlanesShown: boolean;
  /** Rulers and the reference line. */
  readonly hasGraphics: boolean;
  /** In image coordinates. */
  readonly referenceLine: Segment | null;
}

const NO_VOI: Voi = { kind: 'window', center: 0, width: 1 };

/** Draws views on one canvas; what did not change since the last one is not made again. */
export class ViewPainter {
  readonly #image = new ImageRenderer();
  readonly #planes = new PlanesRenderer();

  /** Covers the whole canvas. Leaves the context with the CSS pixel as its unit. */
  draw(context: DrawContext & PlanesContext & RulerContext, drawing: ViewDrawing): void {
    const { frame, camera, view, referenceLine } = drawing;
    this.#image.render(context, {
      frame: frame.frame,
      look: {
        view: { transform: frame.grey, voi: drawing.voi ?? NO_VOI, invert: drawing.isInverted },
        palette: frame.palette,
      },
      pixelAspect: frame.facts.pixelAspect,
      camera,
      view,
      interpolation: drawing.interpolation,
      isDraft: drawing.isDraft,
    });
    if (drawing.arePlanesShown) {
      this.#planes.render(context, { ...frame, image: frame.facts, camera, view });
    }
    if (!drawing.hasGraphics) return;
    if (referenceLine !== null) {
      drawReferenceLine(context, referenceLine, imageToView(camera, frame.facts, view));
    }
    drawRulers(context, computeRulers(frame.facts.spacing, camera, view));
  }

  dispose(): void {
    this.#image.dispose();
    this.#planes.dispose();
  }
}
