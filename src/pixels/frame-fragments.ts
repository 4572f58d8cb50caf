import { readAvailable, type ByteRanges } from '../base/byte-ranges';
import { ok, type Result } from '../base/result';
import type { Fragment, PixelData } from './image-description';

interface FragmentsRequest {
  readonly content: ByteRanges;
  readonly encapsulated: Extract<PixelData, { kind: 'encapsulated' }>;
  readonly frameIndex: number;
  readonly numberOfFrames: number;
}

/**
 * Which fragments make up a frame (PS3.5 A.4): by the Extended or the Basic Offset Table where they fit the
 * fragments, else one for each frame, else from one start of a compressed stream to the next. Empty where the
 * frame is not there.
 */
export async function findFragmentsOfFrame(request: FragmentsRequest): Promise<Result<readonly Fragment[]>> {
  const { encapsulated, frameIndex, numberOfFrames } = request;
  const { fragments } = encapsulated;
  if (numberOfFrames === 1) return ok(frameIndex === 0 ? fragments : []);

  const starts = await findFrameStarts(request);
  if (!starts.ok) return starts;
  const start = starts.value[frameIndex];
  return ok(start === undefined ? [] : fragments.slice(start, starts.value[frameIndex + 1]));
}

/** The index of each frame's first fragment. */
async function findFrameStarts({
  content,
  encapsulated,
  numberOfFrames,
}: FragmentsRequest): Promise<Result<readonly number[]>> {
  const { fragments, basicOffsets, extendedOffsets } = encapsulated;
  for (const offsets of [extendedOffsets, basicOffsets]) {
    const starts = startsByOffsets(fragments, offsets, numberOfFrames);
    if (starts !== null) return ok(starts);
  }
  if (fragments.length === numberOfFrames) return ok(fragments.map((_, index) => index));
  const beginnings: Uint8Array[] = [];
  for (const { position } of fragments) {
    const beginning = await readAvailable(content, position, position + STREAM_START_BYTES);
    if (!beginning.ok) return beginning;
    beginnings.push(beginning.value);
  }
  return ok(startsByStreams(beginnings.map(startsStream)));
}

/** The index of each frame's first fragment. Where none of them, or only one, begins a stream, each is a frame. */
export function startsByStreams(beginsStream: readonly boolean[]): readonly number[] {
  const indices = beginsStream.map((_, index) => index);
  const starts = indices.filter((index) => beginsStream[index]);
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

/** As much of a fragment as tells whether it begins a stream. */
export const STREAM_START_BYTES = 6;

export function startsStream(fragment: Uint8Array): boolean {
  return STREAM_STARTS.some((marker) => marker.every((byte, index) => fragment[index] === byte));
}
