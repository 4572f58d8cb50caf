import { describe, expect, it } from 'vitest';
import { rangesOf } from '../base/byte-ranges';
import { findFragmentsOfFrame } from './frame-fragments';

const JPEG_START = [0xff, 0xd8, 0xff, 0xe0];

/** Fragments of four bytes, each with an item header of eight before it. */
function fragmentsOf(...contents: readonly (readonly number[])[]) {
  const bytes = Uint8Array.from(contents.flatMap((content) => [...new Array<number>(8).fill(0), ...content]));
  const fragments = contents.map((_, index) => ({
    offset: index * 12,
    position: index * 12 + 8,
    lengthBytes: 4,
  }));
  return { bytes, fragments };
}

const A = [1, 2, 3, 4];

async function positionsOf(
  contents: readonly (readonly number[])[],
  numberOfFrames: number,
  tables: { readonly basicOffsets?: readonly number[]; readonly extendedOffsets?: readonly number[] } = {},
) {
  const { bytes, fragments } = fragmentsOf(...contents);
  const encapsulated = {
    kind: 'encapsulated' as const,
    fragments,
    basicOffsets: tables.basicOffsets ?? [],
    extendedOffsets: tables.extendedOffsets ?? [],
  };
  const content = rangesOf(bytes);
  const positions: (readonly number[])[] = [];
  for (let frameIndex = 0; frameIndex < numberOfFrames; frameIndex++) {
    const found = await findFragmentsOfFrame({ content, encapsulated, frameIndex, numberOfFrames });
    positions.push(found.ok ? found.value.map(({ offset }) => offset / 12) : []);
  }
  return positions;
}

describe('findFragmentsOfFrame', () => {
  it('gives a single frame all fragments', async () => {
    expect(await positionsOf([A, A, A], 1, { basicOffsets: [0] })).toEqual([[0, 1, 2]]);
  });

  it('goes by the Basic Offset Table', async () => {
    expect(await positionsOf([A, A, A], 2, { basicOffsets: [0, 24] })).toEqual([[0, 1], [2]]);
  });

  it('prefers the Extended Offset Table', async () => {
    expect(await positionsOf([A, A, A], 2, { basicOffsets: [0, 24], extendedOffsets: [0, 12] })).toEqual([
      [0],
      [1, 2],
    ]);
  });

  it('does without a table where each frame has one fragment', async () => {
    expect(await positionsOf([A, A, A], 3)).toEqual([[0], [1], [2]]);
  });

  it.each([
    ['points beyond the data', [0, 999]],
    ['points between fragments', [0, 13]],
    ['runs backwards', [24, 0]],
    ['is too short', [0]],
  ])('does without a table that %s', async (_, basicOffsets) => {
    expect(await positionsOf([JPEG_START, A, JPEG_START], 2, { basicOffsets })).toEqual([[0, 1], [2]]);
  });

  it('gives a frame that is not there no fragments', async () => {
    expect(await positionsOf([A, A], 3)).toEqual([[0], [1], []]);
  });
});
