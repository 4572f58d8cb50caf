import { joinBytes, readAvailable, type ByteRanges } from '../../base/byte-ranges';
import { ok, type Result } from '../../base/result';
import { decimalsOf, intOf } from '../elements';
import { transferSyntax } from '../uids';
import { type Attributes, textIn } from './attributes';
import { type ByteRange, findEncapsulatedStream, lengthOfRanges } from './encapsulated-stream';
import type { VideoFace } from './object-face';
import { readHead } from './object-head';
import { factOf, factsOf, factsSection } from './sections';
import { CONTAINER_HEAD_BYTES, CONTAINER_NAMES, type VideoCodec, videoContainer } from './video-stream';

const CODECS: Readonly<Record<string, VideoCodec>> = { mpeg2: 'mpeg2', h264: 'h264', hevc: 'hevc' };

/** The codec of a video transfer syntax; null for any other. */
export function videoCodec(transferSyntaxUid: string): VideoCodec | null {
  return CODECS[transferSyntax(transferSyntaxUid)?.codec ?? ''] ?? null;
}

/** What an object with a video is; null where its transfer syntax is none of video. The errors are of `content`. */
export async function readVideo(
  attributes: Attributes,
  transferSyntaxUid: string,
  content: ByteRanges,
): Promise<Result<VideoFace | null>> {
  const codec = videoCodec(transferSyntaxUid);
  if (codec === null) return ok(null);
  const ranges = await findEncapsulatedStream(attributes.dataSet, content);
  if (!ranges.ok) return ranges;
  const streamHead = await readStreamHead(content, ranges.value);
  if (!streamHead.ok) return streamHead;
  const container = videoContainer(streamHead.value);
  const { dataSet } = attributes;
  const facts = [
    ...factOf('Compressed as', transferSyntax(transferSyntaxUid)?.name ?? ''),
    ...factOf('Container', CONTAINER_NAMES[container]),
    ...factsOf(attributes, [
      'x00280011', // Columns
      'x00280010', // Rows
      'x00280008', // Number of Frames
      'x00181063', // Frame Time
      'x00180040', // Cine Rate
      'x00280004', // Photometric Interpretation
    ]),
  ];
  const head = readHead(attributes, {
    title: textIn(attributes, 'x0008103e'),
    sections: [factsSection('Video', facts)],
  });
  return ok({
    kind: 'video',
    ...head,
    whyNoPicture: 'It is a video, a stream of compressed pictures.',
    codec,
    container,
    lengthBytes: lengthOfRanges(ranges.value),
    columns: intOf(dataSet, 'x00280011') ?? 0,
    rows: intOf(dataSet, 'x00280010') ?? 0,
    frames: decimalsOf(dataSet, 'x00280008')[0] ?? 1,
    framesPerSecond: framesPerSecond(attributes),
  });
}

/** Enough of the stream to tell its container, from as many fragments as that takes. */
async function readStreamHead(
  content: ByteRanges,
  ranges: readonly ByteRange[],
): Promise<Result<Uint8Array>> {
  let head: Uint8Array = new Uint8Array();
  for (const { start, end } of ranges) {
    const wanted = Math.min(end, start + CONTAINER_HEAD_BYTES - head.length);
    const more = await readAvailable(content, start, wanted);
    if (!more.ok) return more;
    head = joinBytes(head, more.value);
    if (head.length === CONTAINER_HEAD_BYTES) break;
  }
  return ok(head);
}

/** By Cine Rate, Frame Time in ms, or Recommended Display Frame Rate; null where none of them is there. */
function framesPerSecond({ dataSet }: Attributes): number | null {
  const [rate = 0] = decimalsOf(dataSet, 'x00180040');
  const [frameTimeMs = 0] = decimalsOf(dataSet, 'x00181063');
  const [recommended = 0] = decimalsOf(dataSet, 'x00082144');
  const rates = [rate, frameTimeMs > 0 ? 1000 / frameTimeMs : 0, recommended];
  return rates.find((each) => each > 0) ?? null;
}
