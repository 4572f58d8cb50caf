import { readAvailable } from '../base/byte-ranges';
import { concatenate } from '../base/concatenate';
import { problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { intOf } from '../dicom/elements';
import { documentRange } from '../dicom/objects/encapsulated-document';
import { type ByteRange, findEncapsulatedStream, lengthOfRanges } from '../dicom/objects/encapsulated-stream';
import { writeH264Mp4 } from '../dicom/objects/h264-mp4';
import { readTransportStream } from '../dicom/objects/transport-stream';
import type { OpenInstance } from './open-instance';

/** More than what is put together on the page. */
const MAX_BYTES = 1 << 30;
/** It is in memory three times on its way. */
const MAX_REWRAPPED_BYTES = 256 << 20;
const PIECE_BYTES = 4 << 20;

interface EmbeddedFileOptions {
  /** For problems: a path in the archive. */
  readonly where: string;
  readonly signal: AbortSignal;
  /** The bytes in order, each piece in memory of its own. */
  readonly onPiece: (piece: Uint8Array<ArrayBuffer>) => void;
  /** 1 GB where it is not given. */
  readonly maxBytes?: number;
}

/** Reads the encapsulated document or the video stream of an instance. `entry-too-large`: longer than `maxBytes`. */
export async function readEmbeddedFile(
  { dicom, content }: Pick<OpenInstance, 'dicom' | 'content'>,
  { where, signal, onPiece, maxBytes = MAX_BYTES }: EmbeddedFileOptions,
): Promise<Result<null>> {
  const document = documentRange(dicom.dataSet);
  const ranges = document === null ? await findEncapsulatedStream(dicom.dataSet, content) : ok([document]);
  if (!ranges.ok) return ranges;
  const bytes = lengthOfRanges(ranges.value);
  if (bytes > maxBytes) return err(problem('entry-too-large', where, { bytes, limitBytes: maxBytes }));
  for (const { start, end } of ranges.value.flatMap(inPieces)) {
    if (signal.aborted) return err(problem('cancelled', where, {}));
    const piece = await readAvailable(content, start, end);
    if (!piece.ok) return piece;
    onPiece(piece.value.slice());
  }
  return ok(null);
}

/**
 * Reads the H.264 video of an instance in a transport stream, which no browser plays, and gives the same pictures as an
 * MP4 file, without sound. `decode-failed` where there are none in it.
 */
export async function readVideoAsMp4(
  instance: Pick<OpenInstance, 'dicom' | 'content'>,
  options: EmbeddedFileOptions,
): Promise<Result<null>> {
  const pieces: Uint8Array[] = [];
  const onPiece = (piece: Uint8Array): number => pieces.push(piece);
  const read = await readEmbeddedFile(instance, { maxBytes: MAX_REWRAPPED_BYTES, ...options, onPiece });
  if (!read.ok) return read;
  const { dataSet } = instance.dicom;
  const mp4 = writeH264Mp4(readTransportStream(concatenate(pieces)), {
    columns: intOf(dataSet, 'x00280011') ?? 0,
    rows: intOf(dataSet, 'x00280010') ?? 0,
  });
  if (mp4 === null) {
    const reason = 'there are no pictures in its transport stream';
    return err(problem('decode-failed', options.where, { codec: 'H.264', reason }));
  }
  options.onPiece(mp4);
  return ok(null);
}

function inPieces({ start, end }: ByteRange): readonly ByteRange[] {
  const count = Math.ceil((end - start) / PIECE_BYTES);
  return Array.from({ length: count }, (_, piece) => {
    const from = start + piece * PIECE_BYTES;
    return { start: from, end: Math.min(end, from + PIECE_BYTES) };
  });
}
