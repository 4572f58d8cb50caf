import { describe, expect, it } from 'vitest';
import { toArchiveId, toFileId } from '../base/ids';
import type { Instance } from '../catalog/catalog-types';
import { orderStack, type Stack, type StackOrder } from '../catalog/stack';
import { imageAt, imageCount, indexOfImage, representativeImage } from './images';

function instance(entry: number, frames: number, hasPixels = true): Instance {
  return {
    file: toFileId(toArchiveId(0), entry),
    sopInstanceUid: `1.2.${String(entry)}`,
    instanceNumber: entry,
    frames,
    hasPixels,
    rows: 64,
    columns: 64,
    position: NaN,
    timeSeconds: NaN,
  };
}

function stackOf(instances: readonly Instance[], order: StackOrder = 'sorted'): Stack {
  const runs = instances.map((each) => ({ instance: each, frames: null }));
  return orderStack({ name: '', rule: 'path', runs }, order);
}

describe('images of a stack', () => {
  const instances = [instance(0, 1), instance(1, 3), instance(2, 7, false), instance(3, 2)];
  const stack = stackOf(instances);

  it('counts every frame, and an instance without pixels once', () => {
    expect(imageCount(stack)).toBe(1 + 3 + 1 + 2);
  });

  it('finds the instance and the frame of an index', () => {
    const found = [0, 1, 2, 3, 4, 5, 6].map((index) => imageAt(stack, index));
    expect(found.map((image) => [image?.sopInstanceUid, image?.frameIndex])).toEqual([
      ['1.2.0', 0],
      ['1.2.1', 0],
      ['1.2.1', 1],
      ['1.2.1', 2],
      ['1.2.2', 0],
      ['1.2.3', 0],
      ['1.2.3', 1],
    ]);
  });

  it('opens in the middle; in a large file at its first frame', () => {
    const isFile = (entry: number) => (file: number) => file === toFileId(toArchiveId(0), entry);
    // The middle of seven images is the fourth: the last of three frames.
    expect(representativeImage(stack, isFile(3))).toMatchObject({ sopInstanceUid: '1.2.1', frameIndex: 2 });
    expect(representativeImage(stack, isFile(1))).toMatchObject({ sopInstanceUid: '1.2.1', frameIndex: 0 });
    expect(representativeImage(stackOf([]), isFile(0))).toBeNull();
  });

  it('has no image outside of the stack', () => {
    expect(imageAt(stack, -1)).toBeNull();
    expect(imageAt(stack, 7)).toBeNull();
    expect(imageAt(stackOf([]), 0)).toBeNull();
  });

  it('finds an image again after the stack has grown', () => {
    const shown = imageAt(stack, 5);
    const grown = stackOf([instance(9, 4), ...instances]);
    expect(shown && indexOfImage(grown, shown)).toBe(9);
  });

  it('goes through the images backwards', () => {
    const reversed = stackOf(instances, 'reversed');
    const last = imageCount(stack) - 1;
    for (let index = 0; index <= last; index++) {
      const image = imageAt(stack, index);
      expect(imageAt(reversed, last - index)).toEqual(image);
      expect(image && indexOfImage(reversed, image)).toBe(last - index);
    }
    expect(imageAt(reversed, -1)).toBeNull();
    expect(imageAt(reversed, last + 1)).toBeNull();
  });

  it('goes through the frames of a part, and through no others', () => {
    const frames = [4, 0, 2].map((frameIndex) => ({ frameIndex, position: NaN, timeSeconds: NaN }));
    const part = orderStack(
      { name: 'b 0', rule: 'frame', runs: [{ instance: instance(0, 6), frames }] },
      'sorted',
    );
    expect(imageCount(part)).toBe(3);
    expect([0, 1, 2, 3].map((index) => imageAt(part, index)?.frameIndex)).toEqual([4, 0, 2, undefined]);
    expect(indexOfImage(part, { file: instance(0, 6).file, frameIndex: 2 })).toBe(2);
    expect(indexOfImage(part, { file: instance(0, 6).file, frameIndex: 1 })).toBe(-1);
  });
});
