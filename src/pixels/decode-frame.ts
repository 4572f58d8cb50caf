import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { uidName } from '../dicom/uids';
import { findCodec } from './codecs/registry';
import type { RawFrame } from './codecs/codec';
import type { DecodedFrame, SampleArray } from './decoded-frame';
import { readFrameBytes, type FrameRequest } from './frame-bytes';
import type { ImageDescription } from './image-description';
import { colourSpaceOf } from './photometric';
import { computeBounds, isSignedArray, toStoredValues } from './stored-values';

export interface Decoded {
  readonly frame: DecodedFrame;
  /**
   * As many as the frame has samples, with all of their bits: those that are not stored may hold overlay planes. They
   * may share their memory with the frame.
   */
  readonly cells: SampleArray;
  /** What is wrong with the pixels although there is a picture: cut short, damaged towards the end. */
  readonly problems: readonly Problem[];
}

/** One frame of an image as stored values. */
export async function decodeFrame(request: FrameRequest): Promise<Result<Decoded>> {
  const { image, where } = request;
  const codec = findCodec(image.transferSyntaxUid);
  if (codec === null) {
    const transferSyntaxName = uidName(image.transferSyntaxUid) || image.transferSyntaxUid;
    return err(problem('codec-unsupported', where, { transferSyntaxName }));
  }
  const stream = await readFrameBytes(request);
  if (!stream.ok) return stream;
  const raw = await codec.decode({ bytes: stream.value.bytes, image, where });
  if (!raw.ok) return raw;
  return ok({
    frame: toDecodedFrame(raw.value, image, codec.isLossy),
    cells: raw.value.samples,
    problems: [...stream.value.problems, ...raw.value.problems],
  });
}

function toDecodedFrame(raw: RawFrame, image: ImageDescription, isLossy: boolean): DecodedFrame {
  const { rows, columns, samplesPerPixel, bitsStored } = image;
  // A lossy codec may overshoot Bits Stored: cut to them, the brightest values would turn into the darkest.
  const isStored = isLossy && isSignedArray(raw.samples) === image.isSigned;
  const samples = isStored ? raw.samples : toStoredValues(raw.samples, image);
  const bounds = samplesPerPixel === 1 ? computeBounds(samples) : { min: 0, max: 2 ** bitsStored - 1 };
  return { rows, columns, samplesPerPixel, colourSpace: colourSpaceOf(image, raw.isRgb), samples, ...bounds };
}
