import { problem } from '../../base/problem';
import { err, ok, type Result } from '../../base/result';
import type { CodecInput } from './codec';

/** What a compressed stream says of its picture. */
export interface StreamSize {
  readonly rows: number;
  readonly columns: number;
  /** Null where its header does not say it at a known place. */
  readonly components: number | null;
}

/**
 * Compares a stream's own header with the data set's, before a codec sees it: a damaged header makes a codec
 * take memory for a picture that is not there.
 */
export function checkStream<Header extends StreamSize>(
  codec: string,
  header: Header | null,
  { image, where }: CodecInput,
): Result<Header> {
  const refuse = (reason: string) => err(problem('decode-failed', where, { codec, reason }));
  if (header === null) return refuse('no frame header in the compressed stream');
  const { rows, columns, components } = header;
  if (rows !== image.rows || columns !== image.columns) {
    const expected = `${image.columns} x ${image.rows}`;
    return refuse(`the compressed stream is ${columns} x ${rows} pixels, the data set says ${expected}`);
  }
  if (components !== null && components !== image.samplesPerPixel) {
    return refuse(
      `the compressed stream has ${components} components, the data set says ${image.samplesPerPixel}`,
    );
  }
  return ok(header);
}
