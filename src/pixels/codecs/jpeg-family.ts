import { problem } from '../../base/problem';
import { ok, type Result } from '../../base/result';
import type { CodecInput, Decode, RawFrame } from './codec';
import { readJpegHeader } from './jpeg-header';

const SOF_LOSSLESS = 0xc3;
const SOF_JPEG_LS = 0xf7;

/**
 * JPEG, JPEG lossless or JPEG-LS, by what the stream says of itself: transfer syntaxes of the family are mixed
 * up now and then. A stream that was cut is a picture with a problem as far as its codec gets.
 */
export async function decodeJpegFamily(input: CodecInput): Promise<Result<RawFrame>> {
  const decode = await loadDecoder(readJpegHeader(input.bytes)?.process);
  const decoded = await decode(input);
  if (!decoded.ok || decoded.value.problems.length > 0 || hasEnd(input.bytes)) return decoded;
  // Not all codecs mind: what is missing is then made up.
  const reason = 'the compressed stream has no end: the picture may not be whole';
  return ok({
    ...decoded.value,
    problems: [problem('decode-failed', input.where, { codec: 'JPEG', reason })],
  });
}

/** Each codec is a chunk of its own, loaded when the first frame needs it. */
async function loadDecoder(process: number | undefined): Promise<Decode> {
  switch (process) {
    case SOF_LOSSLESS:
      return (await import('./jpeg-lossless')).decodeJpegLossless;
    case SOF_JPEG_LS:
      return (await import('./jpeg-ls')).decodeJpegLs;
    default:
      return (await import('./jpeg')).decodeJpeg;
  }
}

/** Whether there is an EOI marker; compressed data never holds its two bytes (ITU-T T.81 B.1.1.5). */
function hasEnd(bytes: Uint8Array): boolean {
  for (let index = bytes.length - 2; index >= 0; index--) {
    if (bytes[index] === 0xff && bytes[index + 1] === 0xd9) return true;
  }
  return false;
}
