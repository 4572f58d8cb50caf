import { problem } from '../../base/problem';
import { err, ok, type Result } from '../../base/result';
import type { CodecInput, Decode, RawFrame } from './codec';
import { readJpegHeader, type JpegFrameHeader } from './jpeg-header';
import { MARKER } from '../../base/jpeg-segments';

/**
 * JPEG, JPEG lossless or JPEG-LS, by what the stream says of itself: transfer syntaxes of the family are mixed
 * up now and then. A stream that was cut is a picture with a problem as far as its codec gets.
 */
export async function decodeJpegFamily(input: CodecInput): Promise<Result<RawFrame>> {
  const header = readJpegHeader(input.bytes);
  if (header === null) {
    const reason = 'no frame header in the compressed stream';
    return err(problem('decode-failed', input.where, { codec: 'JPEG', reason }));
  }
  const decode = await loadDecoder(header);
  if (decode === null) {
    const transferSyntaxName = describeProcess(header);
    return err(problem('codec-unsupported', input.where, { transferSyntaxName }));
  }
  const decoded = await decode(input);
  if (!decoded.ok || decoded.value.problems.length > 0 || hasEnd(input.bytes)) return decoded;
  // Not all codecs mind: what is missing is then made up.
  const reason = 'the compressed stream has no end: the picture may not be whole';
  return ok({
    ...decoded.value,
    problems: [problem('decode-failed', input.where, { codec: 'JPEG', reason })],
  });
}

/** Each codec is a chunk of its own, loaded when the first frame needs it; null where there is none. */
async function loadDecoder({ process, precision }: JpegFrameHeader): Promise<Decode | null> {
  switch (process) {
    case MARKER.SOF0:
    case MARKER.SOF1:
    case MARKER.SOF2:
      if (precision === 8) return (await import('./jpeg')).decodeJpeg;
      return precision === 12 ? (await import('./jpeg-dct')).decodeDctJpeg : null;
    case MARKER.SOF3:
      return (await import('./jpeg-lossless')).decodeJpegLossless;
    case MARKER.SOF55:
      return (await import('./jpeg-ls')).decodeJpegLs;
    default:
      return null;
  }
}

/** What of ITU-T T.81 a stream uses that there is no decoder for. */
function describeProcess({ process, precision }: JpegFrameHeader): string {
  if (process >= MARKER.SOF9) {
    return process === MARKER.DHP ? 'hierarchical JPEG' : 'JPEG with arithmetic coding';
  }
  return process > MARKER.SOF3 ? 'hierarchical JPEG' : `JPEG, ${precision} bits per sample`;
}

/** Whether there is an EOI marker; compressed data never holds its two bytes (ITU-T T.81 B.1.1.5). */
function hasEnd(bytes: Uint8Array): boolean {
  for (let index = bytes.length - 2; index >= 0; index--) {
    if (bytes[index] === 0xff && bytes[index + 1] === MARKER.EOI) return true;
  }
  return false;
}
