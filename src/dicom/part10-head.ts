import { joinBytes, type ByteRanges } from '../base/byte-ranges';
import type { HeadSource } from '../base/head-source';
import { problem } from '../base/problem';
import { ok, type Result } from '../base/result';
import { UNDEFINED_LENGTH } from './element-cursor';
import { readFile, type DicomFile } from './part10';
import { requireLayout } from './part10-layout';
import { startOf } from './reading';
import { tagAndPath, tagNumber } from './tag';
import { startOfHead, wholeHead } from './whole-head';

/** The elements before the pixels fit in it as a rule; where they do not, it grows. */
const FIRST_BYTES = 1 << 20;
const GROWTH = 4;
/** No more of a file is read for its header. */
const MAX_HEAD_BYTES = 64 << 20;

/**
 * Reads a file that is too large to be held, from its start to the header of its Pixel Data (or Float, or Double Float
 * Pixel Data): that element has its full length and no fragments, `byteArray` is the start of the file, and what comes
 * after the pixels is left out. Null where the data set is deflated: there is no way into it but from its start.
 * `dicom-unreadable`, and the errors of `content`. An `entry-too-large` among the problems of the file says that the
 * elements before the pixels are longer than 64 MB, or that there are no pixels: the elements in these are read.
 */
export async function readPart10Head(
  content: ByteRanges,
  where: string,
  firstBytes = FIRST_BYTES,
): Promise<Result<DicomFile | null>> {
  const limitBytes = Math.min(content.bytes, MAX_HEAD_BYTES);
  let bytes: Uint8Array = new Uint8Array();
  for (let wanted = firstBytes; ; wanted *= GROWTH) {
    const more = await content.read(bytes.length, Math.min(wanted, limitBytes));
    if (!more.ok) return more;
    bytes = joinBytes(bytes, more.value);
    const isLast = bytes.length === limitBytes;
    const file = readHead(isLast ? wholeHead(bytes) : startOfHead(bytes, content.bytes), where);
    if (file === 'need-more') continue;
    if (!file.ok || file.value === null) return file;
    if (file.value.pixelElement !== null) return ok(checkLength(file.value, content.bytes, where));
    if (isLast)
      return ok(bytes.length < content.bytes ? cutAtLimit(file.value, content.bytes, where) : file.value);
  }
}

/** Null: deflated. */
function readHead(head: HeadSource, where: string): Result<DicomFile | null> | 'need-more' {
  const found = requireLayout(head, where);
  if (found === 'need-more' || !found.ok) return found;
  const layout = found.value;
  return ok(layout.isDeflated ? null : readFile(head.bytes, layout, { where, stopsAtPixels: true }));
}

/** Pixels that run past the end of the file end there. */
function checkLength(file: DicomFile, fileBytes: number, where: string): DicomFile {
  const { pixelElement } = file;
  if (pixelElement === null || pixelElement.length === UNDEFINED_LENGTH) return file;
  const { tag, dataOffset, length } = pixelElement;
  if (dataOffset + length <= fileBytes) return file;
  pixelElement.length = fileBytes - dataOffset;
  const cut = problem('dicom-truncated', where, {
    offset: startOf(pixelElement),
    ...tagAndPath(tagNumber(tag)),
  });
  return { ...file, problems: [...file.problems, cut] };
}

/** It is not the file that is cut, but what is read of it. */
function cutAtLimit(file: DicomFile, bytes: number, where: string): DicomFile {
  const others = file.problems.filter(({ code }) => code !== 'dicom-truncated');
  return {
    ...file,
    problems: [...others, problem('entry-too-large', where, { bytes, limitBytes: MAX_HEAD_BYTES })],
  };
}
