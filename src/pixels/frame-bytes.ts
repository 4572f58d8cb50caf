import { concatenate } from '../base/concatenate';
import { assert } from '../base/assert';
import { readAvailable, type ByteRanges } from '../base/byte-ranges';
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { findFragmentsOfFrame } from './frame-fragments';
import type { Fragment, ImageDescription, PixelData } from './image-description';
import { copyNativeFrame, nativeFrameBytes, nativeFrameRange } from './native-frame';

/** One frame of an image; `content` is the whole file (its data set inflated where it was deflated). */
export interface FrameRequest {
  readonly content: ByteRanges;
  readonly image: ImageDescription;
  readonly frameIndex: number;
  /** A path in the archive, for problems. */
  readonly where: string;
}

export interface FrameBytes {
  /**
   * Native: the frame's cells in little endian, in memory of their own, zeros where the file ends early.
   * Encapsulated: the frame's compressed stream, as far as it is there.
   */
  readonly bytes: Uint8Array;
  readonly problems: readonly Problem[];
}

/**
 * The native or compressed bytes of a frame, and no others are read. Fails with 'pixels-truncated' where there are
 * none, and with the errors of `content`. Unlisted fragments have to be found first.
 */
export function readFrameBytes(request: FrameRequest): Promise<Result<FrameBytes>> {
  const { pixelData } = request.image;
  assert(pixelData.kind !== 'unlisted', 'the fragments are known');
  return pixelData.kind === 'native' ? readNative(request, pixelData) : readEncapsulated(request, pixelData);
}

type Native = Extract<PixelData, { kind: 'native' }>;
type Encapsulated = Extract<PixelData, { kind: 'encapsulated' }>;

async function readNative(
  { content, image, frameIndex, where }: FrameRequest,
  native: Native,
): Promise<Result<FrameBytes>> {
  const { position, lengthBytes } = native;
  const { start, end } = nativeFrameRange(image, native, frameIndex);
  const valueEnd = position + lengthBytes;
  const read = await readAvailable(
    content,
    Math.min(position + start, valueEnd),
    Math.min(position + end, valueEnd),
  );
  if (!read.ok) return read;
  const frame = copyNativeFrame(read.value, image, native, frameIndex);
  const expectedBytes = nativeFrameBytes(image);
  if (frame.actualBytes >= expectedBytes) return ok({ bytes: frame.bytes, problems: [] });

  const truncated = problem('pixels-truncated', where, { expectedBytes, actualBytes: frame.actualBytes });
  return frame.actualBytes === 0 ? err(truncated) : ok({ bytes: frame.bytes, problems: [truncated] });
}

async function readEncapsulated(
  { content, image, frameIndex, where }: FrameRequest,
  encapsulated: Encapsulated,
): Promise<Result<FrameBytes>> {
  const { numberOfFrames } = image;
  const fragments = await findFragmentsOfFrame({ content, encapsulated, frameIndex, numberOfFrames });
  if (!fragments.ok) return fragments;
  const parts = await readFragments(content, fragments.value);
  if (!parts.ok) return parts;
  const expectedBytes = fragments.value.reduce((sum, { lengthBytes }) => sum + lengthBytes, 0);
  const [only = new Uint8Array(), ...more] = parts.value;
  const frame = more.length === 0 ? only : concatenate(parts.value);
  if (frame.length > 0 && frame.length === expectedBytes) return ok({ bytes: frame, problems: [] });

  const truncated = problem('pixels-truncated', where, { expectedBytes, actualBytes: frame.length });
  return frame.length === 0 ? err(truncated) : ok({ bytes: frame, problems: [truncated] });
}

async function readFragments(
  content: ByteRanges,
  fragments: readonly Fragment[],
): Promise<Result<readonly Uint8Array[]>> {
  const parts: Uint8Array[] = [];
  for (const { position, lengthBytes } of fragments) {
    const part = await readAvailable(content, position, position + lengthBytes);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  return ok(parts);
}
