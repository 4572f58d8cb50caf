import { describe, expect, it } from 'vitest';
import type { DecodedFrame, SampleArray } from '../pixels/decoded-frame';
import { greyTransform } from '../pixels/grey-transform.fixture';
import { fitCamera, pan } from './camera';
import type { PixelSurface } from './pixel-surface';
import { ImageRenderer, type DrawContext, type Scene } from './renderer';

const GREY = greyTransform();
const view = { width: 100, height: 100, devicePixelRatio: 2 };

function frameOf(columns: number, rows: number, samples: SampleArray): DecodedFrame {
  return { rows, columns, samplesPerPixel: 1, colourSpace: 'MONOCHROME2', samples, min: 0, max: 255 };
}

const small = frameOf(2, 1, Uint8Array.of(0, 255));
const large = frameOf(2000, 1000, new Uint8Array(2_000_000));

function scene(frame: DecodedFrame, part: Partial<Scene> = {}, width = 256): Scene {
  return {
    frame,
    look: {
      view: {
        transform: GREY,
        voi: { kind: 'window', center: 128, width },
        invert: false,
      },
      palette: null,
    },
    pixelAspect: 1,
    camera: fitCamera({ ...frame, pixelAspect: 1 }, view),
    view,
    interpolation: 'nearest',
    isDraft: false,
    ...part,
  };
}

interface Drawing {
  readonly size: string;
  readonly at: readonly number[];
  readonly matrix: readonly number[];
  readonly smoothing: string;
}

/** A renderer whose surfaces and context write down what is done with them. */
function recorded() {
  const surfaces: { size: string; pixels: Uint32Array; uploads: number; isReleased: boolean }[] = [];
  const drawings: Drawing[] = [];
  const renderer = new ImageRenderer((width, height) => {
    const record = {
      size: `${width} x ${height}`,
      pixels: new Uint32Array(width * height),
      uploads: 0,
      isReleased: false,
    };
    surfaces.push(record);
    const surface: PixelSurface = {
      width,
      height,
      pixels: record.pixels,
      image: { width, height } as OffscreenCanvas,
      upload: () => {
        record.uploads += 1;
      },
      release: () => {
        record.isReleased = true;
      },
    };
    return surface;
  });
  let matrix: readonly number[] = [];
  const context = {
    setTransform: (...numbers: number[]) => {
      // No -0.
      matrix = numbers.map((number) => number + 0);
    },
    fillRect: () => undefined,
    drawImage: (image: OffscreenCanvas, ...at: number[]) => {
      drawings.push({
        size: `${image.width} x ${image.height}`,
        at,
        matrix,
        smoothing: context.imageSmoothingEnabled ? context.imageSmoothingQuality : 'none',
      });
    },
    fillStyle: '',
    imageSmoothingEnabled: true,
    imageSmoothingQuality: 'low' as ImageSmoothingQuality,
  };
  const draw = (what: Scene): void => renderer.render(context as unknown as DrawContext, what);
  return { renderer, surfaces, drawings, draw };
}

const BLACK = 0xff000000;
const WHITE = 0xffffffff;

describe('ImageRenderer', () => {
  it('paints through the window and draws in pixels of the device', () => {
    const { surfaces, drawings, draw } = recorded();
    draw(scene(small));
    expect(surfaces[0]?.pixels).toEqual(Uint32Array.of(BLACK, WHITE));
    // 2 x 1 pixels in 100 x 100: zoom 50, 25 px from the top; twice that in pixels of the device.
    expect(drawings).toEqual([
      { size: '2 x 1', at: [0, 0, 2, 1], matrix: [100, 0, 0, 100, 0, 50], smoothing: 'none' },
    ]);
  });

  it('only draws again for a new camera', () => {
    const { surfaces, drawings, draw } = recorded();
    const first = scene(small);
    draw(first);
    draw({ ...first, camera: pan(first.camera, 5, 5) });
    // The same look, made anew.
    draw(scene(small));
    expect(drawings).toHaveLength(3);
    expect(surfaces.map(({ uploads }) => uploads)).toEqual([1]);
  });

  it('paints again for a new window, inversion or frame, into the same surface', () => {
    const { surfaces, draw } = recorded();
    draw(scene(small));
    draw(scene(small, {}, 1));
    const inverted = scene(small);
    draw({ ...inverted, look: { ...inverted.look, view: { ...inverted.look.view, invert: true } } });
    expect(surfaces[0]?.pixels).toEqual(Uint32Array.of(WHITE, BLACK));
    draw(scene(frameOf(2, 1, Uint8Array.of(255, 0))));
    expect(surfaces[0]?.pixels).toEqual(Uint32Array.of(WHITE, BLACK));
    expect(surfaces.map(({ uploads }) => uploads)).toEqual([4]);
  });

  it('releases the surface when the size of the frames changes, and all when disposed of', () => {
    const { renderer, surfaces, draw } = recorded();
    draw(scene(small));
    draw(scene(frameOf(1, 2, Uint8Array.of(0, 1))));
    expect(surfaces.map(({ isReleased }) => isReleased)).toEqual([true, false]);
    renderer.dispose();
    expect(surfaces.map(({ isReleased }) => isReleased)).toEqual([true, true]);
  });

  it('drafts a large image at the resolution of the screen, and resamples it at rest in the same place', () => {
    const { drawings, draw } = recorded();
    draw(scene(large, { isDraft: true }));
    draw(scene(large));
    // 2000 columns on 200 pixels of the device: zoom 0.05 x 2 = 0.1.
    const [draft, atRest] = drawings;
    expect(draft).toMatchObject({ size: '200 x 100', at: [0, 0, 2000, 1000], smoothing: 'low' });
    // Pixel by pixel.
    expect(atRest).toMatchObject({ size: '200 x 100', at: [0, 0, 2000, 1000], smoothing: 'none' });
    expect(draft?.matrix).toEqual(atRest?.matrix);
  });

  it('never holds all pixels of a large image', () => {
    const { surfaces, draw } = recorded();
    const magnified = scene(large);
    // 100 x 100 CSS pixels show 10 x 10 pixels of the image, on 200 x 200 of the device.
    draw({ ...magnified, camera: { ...magnified.camera, zoom: 10 } });
    expect(surfaces.map(({ size }) => size)).toEqual(['200 x 200']);
  });

  it('drafts no small image', () => {
    const { drawings, draw } = recorded();
    draw(scene(small, { isDraft: true }));
    expect(drawings.map(({ size }) => size)).toEqual(['2 x 1']);
  });

  it('averages pixels that are smaller than the screen’s, once', () => {
    const { drawings, surfaces, draw } = recorded();
    const checks = Uint8Array.from({ length: 400 * 400 }, (_, index) => (index % 2) * 255);
    draw(scene(frameOf(400, 400, checks)));
    draw(scene(frameOf(400, 400, checks)));
    // Two columns of the image on one of the device: half black, half white.
    expect(drawings[0]).toMatchObject({ size: '200 x 200', smoothing: 'none' });
    expect(new Set(surfaces[0]?.pixels)).toEqual(new Set([0xff808080]));
    const [frame] = [frameOf(400, 400, checks)];
    draw(scene(frame));
    draw(scene(frame));
    expect(surfaces[0]?.uploads).toBe(3);
  });

  it('resamples for bicubic interpolation, but not while a hand moves', () => {
    const { drawings, draw } = recorded();
    draw(scene(small, { interpolation: 'bicubic', isDraft: true }));
    draw(scene(small, { interpolation: 'bicubic' }));
    expect(drawings).toMatchObject([
      { size: '2 x 1', at: [0, 0, 2, 1], smoothing: 'low' },
      { size: '200 x 100', at: [0, 0, 2, 1], smoothing: 'none' },
    ]);
  });

  it('smooths magnified pixels only where that is asked for', () => {
    const { drawings, draw } = recorded();
    draw(scene(small, { interpolation: 'bilinear' }));
    expect(drawings[0]?.smoothing).toBe('low');
  });
});
