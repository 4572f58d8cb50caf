import type { HeadSource } from '../base/head-source';
import { ok, type Result } from '../base/result';
import type { InflateRaw } from './inflate-raw';
import { parsePart10, readFile, type DicomFile } from './part10';
import { requireLayout } from './part10-layout';

/** Most headers are no longer; of one that is, twice as much is looked at each time. */
const FIRST_BYTES = 8 << 10;

/**
 * Reads the elements of a file up to its pixels, and asks for no more of it than that; where there are no pixels, and
 * where the data set is deflated, for all of it. `dicom-unreadable`: not DICOM by its content, or no data set in it.
 * 'need-more': the head is too short; call again, from the start, with a longer one. The file's bytes are the head's:
 * valid as long as that.
 */
export function readHeadFile(
  head: HeadSource,
  where: string,
  inflateRaw: InflateRaw,
): Result<DicomFile> | 'need-more' {
  const found = requireLayout(head, where);
  if (found === 'need-more' || !found.ok) return found;
  const layout = found.value;
  if (layout.isDeflated) {
    if (head.require(head.totalBytes) === 'not-loaded') return 'need-more';
    return parsePart10(head.bytes.subarray(0, head.available), { where, inflateRaw });
  }
  for (let wanted = FIRST_BYTES; ; wanted *= 2) {
    const answer = head.require(wanted);
    if (answer === 'not-loaded') return 'need-more';
    const bytes = head.bytes.subarray(0, head.available);
    const file = readFile(bytes, layout, { where, stopsAtPixels: true });
    if (file.pixelElement !== null || answer === 'no-more') return ok(file);
  }
}
