import { describe, expect, it } from 'vitest';
import { overlayPlane } from '../pixels/overlay-plane.fixture';
import type { Shutter } from '../pixels/shutter';
import { fitCamera, pan } from './camera';
import type { PixelSurface } from './pixel-surface';
import { PlanesRenderer, type PlanesContext, type PlanesScene } from './planes-renderer';

const IMAGE = { columns: 10, rows: 10, pixelAspect: 1 };
const VIEW = { width: 100, height: 100, devicePixelRatio: 2 };

function scene(part: Partial<PlanesScene> = {}): PlanesScene {
  return {
    overlays: [overlayPlane(['.#', '..'], { left: 3, top: -1 })],
    shutter: null,
    image: IMAGE,
    camera: fitCamera(part.image ?? IMAGE, VIEW),
    view: VIEW,
    ...part,
  };
}

/** A renderer whose canvases write down what is drawn on them: `page`, then those off the page in their order. */
function recorded() {
  const surfaces: { readonly size: string; readonly pixels: Uint32Array; isReleased: boolean }[] = [];
  const drawn: string[] = [];
  const canvases: { width: number; height: number }[] = [];

  const contextOf = (name: string): unknown => {
    let matrix = '';
    const properties: Record<string, unknown> = {
      setTransform: (...numbers: number[]) => {
        matrix = numbers.map((number) => number + 0).join(' ');
      },
      drawImage: ({ name: what }: { name: string }, ...at: number[]) => {
        drawn.push(`${name}: ${what} at ${at.join(' ')} in ${matrix}`);
      },
    };
    return new Proxy(properties, { get: (target, key: string) => target[key] ?? (() => undefined) });
  };
  const createSurface = (width: number, height: number): PixelSurface => {
    const record = {
      size: `${width} x ${height}`,
      pixels: new Uint32Array(width * height),
      isReleased: false,
    };
    surfaces.push(record);
    return {
      width,
      height,
      pixels: record.pixels,
      image: { name: `bitmap ${record.size}` } as unknown as OffscreenCanvas,
      upload: () => undefined,
      release: () => {
        record.isReleased = true;
      },
    };
  };
  const createCanvas = (width: number, height: number): OffscreenCanvas => {
    const name = `canvas ${canvases.length + 1}`;
    const context = contextOf(name);
    const canvas = { name, width, height, getContext: () => context };
    canvases.push(canvas);
    return canvas as unknown as OffscreenCanvas;
  };
  const renderer = new PlanesRenderer(createSurface, createCanvas);
  const page = contextOf('page') as PlanesContext;
  const draw = (what: PlanesScene): readonly string[] => {
    drawn.length = 0;
    renderer.render(page, what);
    return [...drawn];
  };
  return { renderer, surfaces, canvases, draw };
}

describe('PlanesRenderer', () => {
  it('draws a plane at its origin, magnified as the image is, and puts an edge around it', () => {
    const { surfaces, draw } = recorded();
    // 10 columns on 100 CSS pixels of 2 pixels each; the pixel that is set is the second of the plane's first row.
    expect(draw(scene())).toEqual([
      'canvas 1: bitmap 1 x 1 at 4 -1 1 1 in 20 0 0 20 0 0',
      'canvas 2: canvas 1 at 1 1 in ',
      'canvas 2: canvas 1 at -1 -1 in ',
      'canvas 2: canvas 1 at 0 0 in ',
      'page: canvas 2 at 0 0 in 1 0 0 1 0 0',
    ]);
    // Alpha, then blue, green, red.
    expect(surfaces[0]?.pixels[0]?.toString(16)).toBe('ffffd633');
  });

  it('draws regions of interest in another colour', () => {
    const { surfaces, draw } = recorded();
    draw(scene({ overlays: [overlayPlane(['#'], { type: 'roi' })] }));
    expect(surfaces[0]?.pixels[0]?.toString(16)).toBe('ff3d9dff');
  });

  it('puts blocks of pixels together where the image is smaller than its pixels', () => {
    const { draw } = recorded();
    // 1000 columns on 200 pixels: 5 become one.
    const wide = { columns: 1000, rows: 10, pixelAspect: 1 };
    const overlays = [overlayPlane(['#.........#'])];
    expect(draw(scene({ overlays, image: wide }))[0]).toMatch(/^canvas 1: bitmap 3 x 1 at 0 0 15 5 /);
  });

  it('does again only what has changed', () => {
    const { surfaces, canvases, draw } = recorded();
    const first = scene();
    draw(first);
    expect(draw({ ...first })).toEqual(['page: canvas 2 at 0 0 in 1 0 0 1 0 0']);
    expect(draw({ ...first, camera: pan(first.camera, 5, 0) })).toHaveLength(5);
    expect([surfaces.length, canvases.length]).toEqual([1, 2]);
    draw(scene());
    expect(surfaces.map(({ isReleased }) => isReleased)).toEqual([true, false]);
  });

  it('covers the pixels of a bitmap shutter in its colour, and draws no overlay of them', () => {
    const { surfaces, draw } = recorded();
    const shutter: Shutter = { shapes: [], overlayGroup: 0x6000, colour: [0x11, 0x22, 0x33] };
    expect(draw(scene({ shutter }))).toEqual(['page: bitmap 1 x 1 at 4 -1 1 1 in 20 0 0 20 0 0']);
    expect(surfaces[0]?.pixels[0]?.toString(16)).toBe('ff332211');
  });

  it('frees all when disposed of', () => {
    const { renderer, surfaces, canvases, draw } = recorded();
    draw(scene());
    renderer.dispose();
    expect(surfaces.map(({ isReleased }) => isReleased)).toEqual([true]);
    expect(canvases.map(({ width }) => width)).toEqual([0, 0]);
  });
});
