import type { Fragment, PixelData } from './image-description';

interface FragmentsRequest {
  readonly bytes: Uint8Array;
  readonly encapsulated: Extract<PixelData, { kind: 'encapsulated' }>;
  readonly frameIndex: number;
  readonly numberOfFrames: number;
}

/**
 * Which fragments make up a frame (PS3.5 A.4): by the Extended or the Basic Offset Table where they fit the
 * fragments, else one for each frame, else from one start of a compressed stream to the next. Empty where the
 * frame is not there.
 */
export function findFragmentsOfFrame(request: FragmentsRequest): readonly Fragment[] {
  const { encapsulated, frameIndex, numberOfFrames } = request;
  const { fragments } = encapsulated;
  if (numberOfFrames === 1) return frameIndex === 0 ? fragments : [];

  const starts = findFrameStarts(request);
  const start = starts[frameIndex];
  return start === undefined ? [] : fragments.slice(start, starts[frameIndex + 1]);
}

/** The index of each frame's first fragment. */
function findFrameStarts({ bytes, encapsulated, numberOfFrames }: FragmentsRequest): readonly number[] {
  const { fragments, basicOffsets, extendedOffsets } = encapsulated;
  for (const offsets of [extendedOffsets, basicOffsets]) {
    const starts = startsByOffsets(fragments, offsets, numberOfFrames);
    if (starts !== null) return starts;
  }
  const indices = fragments.map((_, index) => index);
  if (fragments.length === numberOfFrames) return indices;
  const starts = indices.filter((index) => startsStream(bytes, fragments[index]));
  return starts.length > 1 ? starts : indices;
}

/** Null where the table does not have an offset of a fragment for every frame, in ascending order. */
function startsByOffsets(
  fragments: readonly Fragment[],
  offsets: readonly number[],
  numberOfFrames: number,
): readonly number[] | null {
  if (offsets.length !== numberOfFrames) return null;
  const indexByOffset = new Map(fragments.map(({ offset }, index) => [offset, index]));
  const starts = offsets.map((offset) => indexByOffset.get(offset) ?? -1);
  const ascends = starts.every((start, frame) => start > (starts[frame - 1] ?? -1));
  return ascends ? starts : null;
}

/** SOI of JPEG and JPEG-LS; SOC and SIZ of JPEG 2000; the signature box of JP2. */
const STREAM_STARTS = [
  [0xff, 0xd8, 0xff],
  [0xff, 0x4f, 0xff, 0x51],
  [0x00, 0x00, 0x00, 0x0c, 0x6a, 0x50],
] as const;

function startsStream(bytes: Uint8Array, fragment: Fragment | undefined): boolean {
  if (fragment === undefined) return false;
  return STREAM_STARTS.some((marker) =>
    marker.every((byte, index) => bytes[fragment.position + index] === byte),
  );
}
