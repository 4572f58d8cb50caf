import { assert } from '../base/assert';
import { rangesOf, type ByteRanges } from '../base/byte-ranges';
import { EXPLICIT_LITTLE_ENDIAN } from '../dicom/uids';
import type { DataSetDescription } from '../fixtures/dicom-writer';
import { parsedDataSet } from '../fixtures/image-file';
import { describeImage, type ImageDescription } from './image-description';

const DEFAULTS: DataSetDescription = [
  [0x00280002, 'US', 1],
  [0x00280004, 'CS', 'MONOCHROME2'],
  [0x00280100, 'US', 16],
  [0x00280101, 'US', 16],
  [0x00280102, 'US', 15],
  [0x00280103, 'US', 0],
];

/** A parsed image of one 16-bit unsigned sample per pixel, but for what `elements` say. */
export function describedImage(
  elements: DataSetDescription,
  transferSyntaxUid: string = EXPLICIT_LITTLE_ENDIAN,
): { readonly content: ByteRanges; readonly image: ImageDescription } {
  const given = new Set(elements.map(([tag]) => tag));
  const dataSet = parsedDataSet(
    [...elements, ...DEFAULTS.filter(([tag]) => !given.has(tag))],
    transferSyntaxUid,
  );
  const image = describeImage(dataSet, transferSyntaxUid, 'test.dcm');
  assert(image.ok, 'the image is described');
  return { content: rangesOf(dataSet.byteArray), image: image.value };
}
