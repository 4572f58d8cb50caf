import { describe, expect, it } from 'vitest';
import { assert } from '../base/assert';
import { EXPLICIT_LITTLE_ENDIAN, type DataSetDescription } from '../fixtures/dicom-writer';
import { parsedDataSet } from '../fixtures/image-file';
import { decodeFrame } from '../pixels/decode-frame';
import { describedImage } from '../pixels/described-image.fixture';
import { renderUncovered } from './render-uncovered';

const SIDE = 6;

/** Grey values from 0 to 35, row by row, through a window that shows them as they are. */
const IMAGE: DataSetDescription = [
  [0x00280002, 'US', 1],
  [0x00280004, 'CS', 'MONOCHROME2'],
  [0x00280010, 'US', SIDE],
  [0x00280011, 'US', SIDE],
  [0x00280100, 'US', 16],
  [0x00280101, 'US', 16],
  [0x00280102, 'US', 15],
  [0x00280103, 'US', 0],
  [0x7fe00010, 'OW', Uint16Array.from({ length: SIDE * SIDE }, (_, index) => index)],
];

const window = (center: string): DataSetDescription => [
  [0x00281050, 'DS', center],
  [0x00281051, 'DS', '36'],
];

/** A plane over all of the image, every pixel of it set. */
const FULL_PLANE: DataSetDescription = [
  [0x60000010, 'US', SIDE],
  [0x60000011, 'US', SIDE],
  [0x60000040, 'CS', 'G'],
  [0x60000050, 'SS', [1, 1]],
  [0x60000100, 'US', 1],
  [0x60000102, 'US', 0],
  [0x60003000, 'OW', Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f, 0)],
];

async function render(more: DataSetDescription) {
  const given = new Set(more.map(([tag]) => tag));
  const elements = [...IMAGE.filter(([tag]) => !given.has(tag)), ...more].toSorted(
    ([one], [other]) => one - other,
  );
  const { content, image } = describedImage(elements);
  const decoded = await decodeFrame({ content, image, frameIndex: 0, where: 'test.dcm' });
  assert(decoded.ok, 'the frame is decoded');
  const dataSet = parsedDataSet(elements, EXPLICIT_LITTLE_ENDIAN);
  const picture = renderUncovered({
    dataSet,
    palette: null,
    decoded: decoded.value,
    frameIndex: 0,
    sidePixels: SIDE,
  });
  const pixels = new Uint32Array(picture.rgba.buffer);
  return {
    isBrightened: picture.isBrightened,
    colours: new Set(pixels).size,
    at: (x: number, y: number) => pixels[y * SIDE + x],
  };
}

describe('renderUncovered', () => {
  it('shows what a shutter covers', async () => {
    const shutter: DataSetDescription = [
      [0x00181600, 'CS', 'RECTANGULAR'],
      [0x00181602, 'IS', '3'],
      [0x00181604, 'IS', '4'],
      [0x00181606, 'IS', '3'],
      [0x00181608, 'IS', '4'],
    ];
    expect((await render([...window('18'), ...shutter])).colours).toBe(SIDE * SIDE);
  });

  it('draws overlay planes', async () => {
    const { colours } = await render([...window('18'), ...FULL_PLANE]);
    expect(colours).toBe(1);
  });

  it('draws the outline of a plane that is a shutter, and what it covers', async () => {
    const shutter: DataSetDescription = [
      [0x00181600, 'CS', 'BITMAP'],
      [0x00181623, 'US', 0x6000],
    ];
    const plain = await render(window('18'));
    const { at } = await render([...window('18'), ...FULL_PLANE, ...shutter]);
    expect(at(0, 0)).toBe(at(5, 5));
    expect(at(0, 0)).not.toBe(plain.at(0, 0));
    expect(at(2, 2)).toBe(plain.at(2, 2));
  });

  it('shows something where the window of the file shows one colour only', async () => {
    const { isBrightened, colours } = await render(window('5000'));
    expect(isBrightened).toBe(true);
    expect(colours).toBeGreaterThan(SIDE);
    expect((await render(window('18'))).isBrightened).toBe(false);
  });

  it('leaves a picture of one colour as it is', async () => {
    const grey: DataSetDescription = [[0x7fe00010, 'OW', new Uint16Array(SIDE * SIDE).fill(18)]];
    const { isBrightened, colours, at } = await render([...window('18'), ...grey]);
    expect([isBrightened, colours]).toEqual([false, 1]);
    // The middle of the window: neither black nor white.
    expect([0xff000000, 0xffffffff]).not.toContain(at(0, 0));
  });
});
