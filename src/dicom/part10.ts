import type { DataSet, Element } from 'dicom-parser';
import { assert } from '../base/assert';
import { joinBytes } from '../base/byte-ranges';
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { PIXEL_KEYS, readDataSet } from './data-set-reader';
import type { InflateRaw } from './inflate-raw';
import { requireLayout, type Part10Layout } from './part10-layout';
import { tagAndPath } from './tag';
import { wholeHead } from './whole-head';

/** A DICOM file (PS3.10 section 7), read as far as it can be. */
export interface DicomFile {
  /** All elements, those of group 0002 too; keys as dicom-parser writes them: `x00100010`. */
  readonly dataSet: DataSet;
  /** Group 0002 alone; without elements where the file has none. */
  readonly meta: DataSet;
  /** The one in effect, see `Part10Layout`. */
  readonly transferSyntaxUid: string;
  /** Pixel Data, Float Pixel Data or Double Float Pixel Data; null where there is none. */
  readonly pixelElement: Element | null;
  /** What all offsets count in: the file, its data set inflated where the transfer syntax is deflated. */
  readonly byteArray: Uint8Array;
  readonly isExplicit: boolean;
  /** `dicom-deviation` and `dicom-truncated`. */
  readonly problems: readonly Problem[];
}

export interface Part10Options {
  /** For problems: the path of the file. */
  readonly where: string;
  /** Called for the deflated transfer syntax alone. */
  readonly inflateRaw: InflateRaw;
}

/** Reads a whole file. An error is `dicom-unreadable`: not DICOM by its content, or no data set in it. */
export function parsePart10(bytes: Uint8Array, { where, inflateRaw }: Part10Options): Result<DicomFile> {
  const found = requireLayout(wholeHead(bytes), where);
  assert(found !== 'need-more', 'a whole file has all of its bytes');
  if (!found.ok) return found;
  const layout = found.value;
  if (!layout.isDeflated) return ok(readFile(bytes, layout, { where }));

  const offset = layout.dataSetStart;
  const inflated = inflateRaw(bytes.subarray(offset));
  if (!inflated.ok) {
    return err(problem('dicom-unreadable', where, { offset, reason: 'the deflated data set is damaged' }));
  }
  return ok(readFile(joinBytes(bytes.subarray(0, offset), inflated.value), layout, { where }));
}

export interface ReadFileOptions {
  readonly where: string;
  /** Pixels, and what comes after them, are not read: `bytes` may be the start of the file. */
  readonly stopsAtPixels?: boolean;
}

/** The elements of a file whose layout is known; where it is deflated, `bytes` are inflated already. */
export function readFile(bytes: Uint8Array, layout: Part10Layout, options: ReadFileOptions): DicomFile {
  const { isExplicit, isLittleEndian, metaStart, dataSetStart } = layout;
  const metaRange = { start: metaStart, end: dataSetStart, isExplicit: true, isLittleEndian: true };
  const meta = readDataSet(bytes, { ...metaRange, ...options });
  const range = { start: dataSetStart, end: bytes.length, isExplicit, isLittleEndian };
  const rest = readDataSet(bytes, { ...range, ...options });
  const { elements } = rest.dataSet;
  const hasMeta = metaStart < dataSetStart;
  const isUnmeasured = hasMeta && meta.dataSet.elements['x00020000'] === undefined;
  for (const element of Object.values(meta.dataSet.elements)) {
    // Group 0002 stays little endian where the data set is big endian.
    element.parser = meta.dataSet.byteArrayParser;
    elements[element.tag] = element;
  }
  return {
    dataSet: rest.dataSet,
    meta: meta.dataSet,
    transferSyntaxUid: layout.transferSyntaxUid,
    pixelElement: PIXEL_KEYS.map((key) => elements[key]).find((element) => element !== undefined) ?? null,
    byteArray: bytes,
    isExplicit,
    problems: [
      ...layout.problems,
      ...(isUnmeasured ? [withoutGroupLength(metaStart, options.where)] : []),
      ...meta.problems,
      ...rest.problems,
    ],
  };
}

/** The one group length that must be there (PS3.10 7.1). */
function withoutGroupLength(offset: number, where: string): Problem {
  const reason = 'no group length';
  return problem('dicom-deviation', where, { offset, ...tagAndPath(0x00020000), reason });
}
