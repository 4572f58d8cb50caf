import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { assert } from '../base/assert';
import { rangesOf } from '../base/byte-ranges';
import { ok } from '../base/result';
import { parsePart10, type DicomFile } from '../dicom/part10';
import { decodeFrame } from './decode-frame';
import type { DecodedFrame } from './decoded-frame';
import { describeImage } from './image-description';

/** A file of the corpus in `folder`, which has to be readable. */
export function readCorpusImage(folder: string, path: string): DicomFile {
  const bytes = new Uint8Array(readFileSync(join(folder, path)));
  const inflateRaw = (deflated: Uint8Array) => ok(new Uint8Array(inflateRawSync(deflated)));
  const parsed = parsePart10(bytes, { where: path, inflateRaw });
  assert(parsed.ok, `${path} is read`);
  return parsed.value;
}

/** `which` frame of an image that can be decoded. */
export async function decodeCorpusFrame(
  dicom: DicomFile,
  which: 'first' | 'last' = 'first',
): Promise<DecodedFrame> {
  const image = describeImage(dicom.dataSet, dicom.transferSyntaxUid, '');
  if (!image.ok) throw new Error(JSON.stringify(image.error));
  const frameIndex = which === 'first' ? 0 : image.value.numberOfFrames - 1;
  const decoded = await decodeFrame({
    content: rangesOf(dicom.byteArray),
    image: image.value,
    frameIndex,
    where: '',
  });
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
  return decoded.value.frame;
}
