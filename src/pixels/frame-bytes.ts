import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { findFragmentsOfFrame } from './frame-fragments';
import type { ImageDescription, PixelData } from './image-description';
import { copyNativeFrame, nativeFrameBytes } from './native-frame';

/** One frame of an image; `bytes` are the whole data set's (inflated where it was deflated). */
export interface FrameRequest {
  readonly bytes: Uint8Array;
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

/** The native or compressed bytes of a frame. Fails with 'pixels-truncated' where there are none. */
export function readFrameBytes(request: FrameRequest): Result<FrameBytes> {
  const { image } = request;
  return image.pixelData.kind === 'native'
    ? readNative(request, image.pixelData)
    : readEncapsulated(request, image.pixelData);
}

type Native = Extract<PixelData, { kind: 'native' }>;
type Encapsulated = Extract<PixelData, { kind: 'encapsulated' }>;

function readNative({ bytes, image, frameIndex, where }: FrameRequest, native: Native): Result<FrameBytes> {
  const end = Math.min(bytes.length, native.position + native.lengthBytes);
  const value = bytes.subarray(native.position, end);
  const frame = copyNativeFrame(value, image, native, frameIndex);
  const expectedBytes = nativeFrameBytes(image);
  if (frame.actualBytes >= expectedBytes) return ok({ bytes: frame.bytes, problems: [] });

  const truncated = problem('pixels-truncated', where, { expectedBytes, actualBytes: frame.actualBytes });
  return frame.actualBytes === 0 ? err(truncated) : ok({ bytes: frame.bytes, problems: [truncated] });
}

function readEncapsulated(
  { bytes, image, frameIndex, where }: FrameRequest,
  encapsulated: Encapsulated,
): Result<FrameBytes> {
  const fragments = findFragmentsOfFrame({
    bytes,
    encapsulated,
    frameIndex,
    numberOfFrames: image.numberOfFrames,
  });
  const parts = fragments.map(({ position, lengthBytes }) =>
    bytes.subarray(position, position + lengthBytes),
  );
  const expectedBytes = fragments.reduce((sum, { lengthBytes }) => sum + lengthBytes, 0);
  const frame = concatenate(parts);
  if (frame.length > 0 && frame.length === expectedBytes) return ok({ bytes: frame, problems: [] });

  const truncated = problem('pixels-truncated', where, { expectedBytes, actualBytes: frame.length });
  return frame.length === 0 ? err(truncated) : ok({ bytes: frame, problems: [truncated] });
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let position = 0;
  for (const part of parts) {
    whole.set(part, position);
    position += part.length;
  }
  return whole;
}
