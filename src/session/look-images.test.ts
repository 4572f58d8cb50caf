import { describe, expect, it } from 'vitest';
import { fileOf, seriesOf } from '../review/looks.fixture';
import { imagesOfSeries, sampleOf } from './look-images';

const sampled = (series: Parameters<typeof imagesOfSeries>[0], entries: readonly number[] = []) =>
  sampleOf(imagesOfSeries(series), entries.map(fileOf)).map(({ index }) => index);

const imagesFrom = (count: number) => Array.from({ length: count }, (_, entry) => ({ entry }));

describe('sampleOf', () => {
  it('has the first, the middle and the last image', () => {
    expect(sampled(seriesOf('ct', imagesFrom(101)))).toEqual([0, 50, 100]);
    expect(sampled(seriesOf('clip', [{ entry: 0, frames: 21 }]))).toEqual([0, 10, 20]);
  });

  it('has every image of a short series once', () => {
    expect(sampled(seriesOf('ct', imagesFrom(1)))).toEqual([0]);
    expect(sampled(seriesOf('ct', imagesFrom(2)))).toEqual([0, 1]);
  });

  it('has the first image of each size', () => {
    const images = imagesFrom(9).map(({ entry }) => ({ entry, rows: entry >= 5 ? 128 : 64 }));
    expect(sampled(seriesOf('us', images))).toEqual([0, 4, 5, 8]);
  });

  it('has the first image of files that something was found in', () => {
    const clips = [0, 1, 2].map((entry) => ({ entry, frames: 10 }));
    expect(sampled(seriesOf('us', clips), [1, 99])).toEqual([0, 10, 14, 29]);
  });

  it('stays a sample where there are many sizes', () => {
    const images = imagesFrom(100).map(({ entry }) => ({ entry, rows: entry + 1 }));
    const indices = sampled(seriesOf('us', images));
    expect(indices).toHaveLength(12);
    expect(indices).toEqual(expect.arrayContaining([0, 49, 99]));
  });
});
