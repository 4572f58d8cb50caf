import { describe, expect, it } from 'vitest';
import { toArchiveId, toFileId } from '../base/ids';
import type { Instance, Series } from '../catalog/catalog-types';
import { imageAt, imageCount, indexOfImage, representativeImage } from './images';

function instance(entry: number, frames: number, hasPixels = true): Instance {
  return {
    file: toFileId(toArchiveId(0), entry),
    sopInstanceUid: `1.2.${String(entry)}`,
    instanceNumber: entry,
    frames,
    hasPixels,
    position: NaN,
  };
}

function seriesOf(...instances: readonly Instance[]): Series {
  return { instances } as unknown as Series;
}

describe('images of a series', () => {
  const series = seriesOf(instance(0, 1), instance(1, 3), instance(2, 7, false), instance(3, 2));

  it('counts every frame, and an instance without pixels once', () => {
    expect(imageCount(series)).toBe(1 + 3 + 1 + 2);
  });

  it('finds the instance and the frame of an index', () => {
    const found = [0, 1, 2, 3, 4, 5, 6].map((index) => imageAt(series, index));
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
    expect(representativeImage(series, isFile(3))).toMatchObject({ sopInstanceUid: '1.2.1', frameIndex: 2 });
    expect(representativeImage(series, isFile(1))).toMatchObject({ sopInstanceUid: '1.2.1', frameIndex: 0 });
    expect(representativeImage(seriesOf(), isFile(0))).toBeNull();
  });

  it('has no image outside of the series', () => {
    expect(imageAt(series, -1)).toBeNull();
    expect(imageAt(series, 7)).toBeNull();
    expect(imageAt(seriesOf(), 0)).toBeNull();
  });

  it('finds an image again after the series has grown', () => {
    const shown = imageAt(series, 5);
    const grown = seriesOf(instance(9, 4), ...series.instances);
    expect(shown && indexOfImage(grown, shown)).toBe(9);
  });
});
