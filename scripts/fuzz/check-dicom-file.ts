import assert from 'node:assert/strict';
import { inflateRaw } from '../../src/archive/inflate-raw';
import type { Inflater } from '../../src/archive/inflater';
import { rangesOf, type ByteRanges } from '../../src/base/byte-ranges';
import type { HeadSource } from '../../src/base/head-source';
import type { Dictionary } from '../../src/dicom/dictionary';
import { readDicomdir } from '../../src/dicom/dicomdir';
import { readHeader } from '../../src/dicom/header';
import { parsePart10, type DicomFile } from '../../src/dicom/part10';
import { readPart10Head } from '../../src/dicom/part10-head';
import { readSummary, type SummaryOutcome } from '../../src/dicom/summary-reader';
import { wholeHead } from '../../src/dicom/whole-head';
import { openFrameDecoder } from '../../src/pixels/frame-decoder';
import { readGreyTransform } from '../../src/pixels/grey-transform';
import { describeImage } from '../../src/pixels/image-description';
import { readPalette } from '../../src/pixels/palette';
import { renderThumbnail } from '../../src/pixels/thumbnail';
import { readImageFacts } from '../../src/viewer/read-image-facts';

export interface DicomCheck {
  readonly inflater: Inflater;
  readonly dictionary: Dictionary;
}

const WHERE = 'fuzz.dcm';
/** So few that the head has to be asked for more. */
const FIRST_BYTES = 300;

/**
 * Does with a file what the page does: reads its summary, its header and its pixels. Throws an `AssertionError` where
 * the summary depends on how much of the file is loaded at a time, or a frame is not of the size that it says.
 */
export async function checkDicomFile(bytes: Uint8Array<ArrayBuffer>, check: DicomCheck): Promise<void> {
  const inflate = (deflated: Uint8Array) => inflateRaw(deflated, check.inflater);
  const summary = readSummary(wholeHead(bytes), WHERE, inflate);
  assert.notEqual(summary.outcome, 'need-more', 'all of the file is there');
  assert.deepEqual(readBitByBit(bytes, inflate), summary, 'the same summary bit by bit');

  const parsed = parsePart10(bytes, { where: WHERE, inflateRaw: inflate });
  if (parsed.ok) {
    readHeader(parsed.value, check.dictionary, WHERE);
    readDicomdir(parsed.value, WHERE);
    await checkPixels(parsed.value, rangesOf(parsed.value.byteArray));
  }
  const content = rangesOf(bytes);
  const head = await readPart10Head(content, WHERE, FIRST_BYTES);
  if (head.ok && head.value) await checkPixels(head.value, content);
}

/** With a head that begins with little and is doubled as often as more of it is asked for. */
function readBitByBit(bytes: Uint8Array, inflate: Parameters<typeof readSummary>[2]): SummaryOutcome {
  for (let loaded = 100; ; loaded *= 2) {
    const summary = readSummary(partialHead(bytes, loaded), WHERE, inflate);
    if (summary.outcome !== 'need-more') return summary;
    assert(loaded < bytes.length, 'no more than there is is asked for');
  }
}

function partialHead(bytes: Uint8Array, loaded: number): HeadSource {
  const available = Math.min(loaded, bytes.length);
  return {
    bytes: bytes.subarray(0, available),
    available,
    totalBytes: bytes.length,
    require: (end) => {
      if (end <= available) return 'ok';
      return available < bytes.length ? 'not-loaded' : 'no-more';
    },
  };
}

/** Decodes the first and the last frame of what may be an image; `content` is the file. */
export async function checkPixels(file: DicomFile, content: ByteRanges): Promise<void> {
  const { dataSet, transferSyntaxUid } = file;
  const image = describeImage(dataSet, transferSyntaxUid, WHERE);
  const lastFrame = image.ok ? image.value.numberOfFrames - 1 : 0;
  const decoder = image.ok ? await openFrameDecoder({ content, image: image.value, where: WHERE }) : image;
  for (const frameIndex of new Set([0, lastFrame])) {
    readImageFacts(dataSet, frameIndex, transferSyntaxUid);
    const transform = readGreyTransform(dataSet, frameIndex);
    const palette = readPalette(dataSet);
    const decoded = decoder.ok ? await decoder.value(frameIndex) : decoder;
    if (!decoded.ok) continue;
    const { frame } = decoded.value;
    const samples = frame.rows * frame.columns * frame.samplesPerPixel;
    assert.equal(frame.samples.length, samples, 'all of its samples');
    renderThumbnail({ frame, transform, palette, sidePixels: 32 });
  }
}
