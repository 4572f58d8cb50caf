import { expect, type Locator, type Page } from '@playwright/test';

interface Point {
  readonly x: number;
  readonly y: number;
}

export type Button = 'left' | 'middle' | 'right';

/** One view, as a user sees and handles it. Points are in CSS pixels from its top left corner. */
export class ViewportHandle {
  readonly locator: Locator;
  readonly #page: Page;

  /** `place` is that of the view in its layout, from 0. */
  constructor(page: Page, place = 0) {
    this.#page = page;
    this.locator = page.getByTestId('viewport').nth(place);
  }

  async expectReady(): Promise<void> {
    await expect(this.locator).toHaveAttribute('data-phase', 'ready');
  }

  expectImage(sopInstanceUid: string): Promise<void> {
    return expect(this.locator).toHaveAttribute('data-sop-uid', sopInstanceUid);
  }

  async expectWindow(window: { readonly center: number; readonly width: number }): Promise<void> {
    await expect.poll(() => this.number('data-wl')).toBeCloseTo(window.center, 6);
    await expect.poll(() => this.number('data-ww')).toBeCloseTo(window.width, 6);
  }

  async number(attribute: 'data-ww' | 'data-wl' | 'data-zoom' | 'data-frame'): Promise<number> {
    return Number(await this.locator.getAttribute(attribute));
  }

  overlay(place: string): Locator {
    return this.locator.getByTestId(`overlay-${place}`);
  }

  size(): Promise<{ width: number; height: number }> {
    return this.locator.evaluate(({ clientWidth, clientHeight }) => ({
      width: clientWidth,
      height: clientHeight,
    }));
  }

  async hover(x: number, y: number): Promise<void> {
    const box = await this.#box();
    await this.#page.mouse.move(box.x + x, box.y + y);
  }

  /** From the middle of the view, by `dx` to the right and `dy` down. */
  async drag(button: Button, dx: number, dy: number): Promise<void> {
    const { width, height } = await this.size();
    const x = Math.round(width / 2);
    const y = Math.round(height / 2);
    await this.hover(x, y);
    await this.#page.mouse.down({ button });
    await this.hover(x + dx / 2, y + dy / 2);
    await this.hover(x + dx, y + dy);
    await this.#page.mouse.up({ button });
  }

  /** Where the middle of an image's pixel is seen while the whole image is fitted in the middle of the view. */
  async placeOfPixel(
    image: { readonly columns: number; readonly rows: number },
    column: number,
    row: number,
  ): Promise<Point> {
    const { width, height } = await this.size();
    const zoom = await this.number('data-zoom');
    return {
      x: width / 2 + (column + 0.5 - image.columns / 2) * zoom,
      y: height / 2 + (row + 0.5 - image.rows / 2) * zoom,
    };
  }

  /** The colour on the canvas, 0 to 255 each. */
  async pixelAt({ x, y }: Point): Promise<readonly number[]> {
    const { rgba, width } = await this.#picture();
    const index = (Math.floor(y) * width + Math.floor(x)) * 4;
    return [...rgba.subarray(index, index + 3)];
  }

  /** The middle and the number of all pixels of the canvas that are quite white; NaN where there are none. */
  async whiteArea(): Promise<Point & { readonly count: number }> {
    const { rgba, width } = await this.#picture();
    let count = 0;
    let x = 0;
    let y = 0;
    for (let index = 0; index < rgba.length; index += 4) {
      if (rgba[index] !== 255 || rgba[index + 1] !== 255 || rgba[index + 2] !== 255) continue;
      count += 1;
      x += (index / 4) % width;
      y += Math.floor(index / 4 / width);
    }
    return { x: x / count, y: y / count, count };
  }

  /** The rows of the canvas, in its pixels, that a yellow line runs along. */
  async yellowRows(): Promise<readonly number[]> {
    const { rgba, width } = await this.#picture();
    const counts = new Map<number, number>();
    for (let index = 0; index < rgba.length; index += 4) {
      const [red = 0, green = 0, blue = 0] = rgba.subarray(index, index + 3);
      const row = Math.floor(index / 4 / width);
      if (red > 200 && green > 150 && blue < 120) counts.set(row, (counts.get(row) ?? 0) + 1);
    }
    return [...counts].filter(([, count]) => count > 20).map(([row]) => row);
  }

  /** Whether rulers, which are green, are on the canvas. */
  async hasGreen(): Promise<boolean> {
    const { rgba } = await this.#picture();
    return rgba.some(
      (green, index) =>
        index % 4 === 1 && green > 150 && (rgba[index - 1] ?? 0) < 80 && (rgba[index + 1] ?? 0) < 80,
    );
  }

  /** What is on the canvas, without the text over it. The tests run at one device pixel for each CSS pixel. */
  async #picture(): Promise<{ readonly rgba: Uint8Array; readonly width: number }> {
    const { base64, width } = await this.locator
      .locator('canvas')
      .first()
      .evaluate(async (canvas: HTMLCanvasElement) => {
        // From a copy: to be read from again and again would change how the browser treats the page's canvas.
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', {
          willReadFrequently: true,
        });
        if (copy === null) throw new Error('no 2D context');
        copy.drawImage(canvas, 0, 0);
        const reader = new FileReader();
        const loaded = new Promise((done) => (reader.onload = done));
        reader.readAsDataURL(new Blob([copy.getImageData(0, 0, canvas.width, canvas.height).data]));
        await loaded;
        const dataUrl = typeof reader.result === 'string' ? reader.result : '';
        return { base64: dataUrl.split(',')[1] ?? '', width: canvas.width };
      });
    return { rgba: Buffer.from(base64, 'base64'), width };
  }

  async #box() {
    const box = await this.locator.boundingBox();
    if (box === null) throw new Error('the viewport is not there');
    return box;
  }
}
