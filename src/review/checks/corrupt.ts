import { groupBy } from '../../base/group-by';
import type { Problem, ProblemCode } from '../../base/problem';
import { transferSyntax } from '../../dicom/uids';
import { nativeValueBytes, type PixelExtent } from '../../dicom/native-pixels';
import type { Check } from '../check';
import { isDeviationOfMeta } from '../deviation-of-meta';
import type { Finding } from '../finding';
import type { ReviewedFile, ReviewInput } from '../review-input';
import { seriesByFile, seriesLabel } from '../series-files';

/**
 * Files that are cut off, damaged or cannot be read, by what the scan and the checksums say of them; and native Pixel
 * Data that is not as long as Rows, Columns, Samples per Pixel, Bits Allocated and Number of Frames make it (PS3.5 8.1.1,
 * PS3.3 C.7.6.3). Each kind of fault once for each series. YBR_FULL_422 has two samples for three (PS3.3 C.7.6.3.1.2),
 * bits are packed, and a length is even: none of that is a fault.
 */
export const corruptCheck: Check = {
  id: 'corrupt',
  find: (input) => {
    const faults = input.files.flatMap((file) => [...faultsOf(file), ...lengthFaults(file, input)]);
    const series = seriesByFile(input.catalog);
    const groups = groupBy(faults, ({ file, message }) => `${series.get(file.file)?.key ?? ''}\n${message}`);
    return [...groups.values()].map((group) => {
      const [first] = group;
      const ofSeries = first && series.get(first.file.file);
      return findingOf(group, ofSeries === undefined ? '' : seriesLabel(ofSeries));
    });
  },
};

interface Fault {
  readonly file: ReviewedFile;
  readonly message: string;
  /** Of the element where it is; '' where it is none. */
  readonly path: string;
}

const UNREAD = 'nothing in it was reviewed';

const MESSAGES: Partial<Readonly<Record<ProblemCode, string>>> = {
  'dicom-truncated': 'The file ends before its data set does: what came after is missing.',
  'dicom-unreadable': `The file says that it is DICOM but cannot be read: ${UNREAD}.`,
  'dicom-deviation': 'A sequence holds something that is no item: what stands behind it could not be read.',
  'entry-crc-mismatch': 'The checksum does not fit: the content is not what was packed into the archive.',
  'entry-not-authentic': 'The authentication code does not fit: the content is not what was encrypted.',
  'entry-data-damaged': 'The compressed data is damaged: not all of the file could be unpacked.',
  'entry-header-bad': `The entry does not begin where the directory of the archive says: ${UNREAD}.`,
  'entry-size-mismatch': 'The file is not as long as the directory of the archive says.',
  'entry-overlaps': 'The entry claims bytes of the archive that are those of another entry too.',
  'entry-encrypted': `The file is encrypted, and no password was given that opens it: ${UNREAD}.`,
  'entry-method-unsupported': `The file is compressed by a method that this page cannot undo: ${UNREAD}.`,
  'entry-too-large': `The file is larger than what can be read of it: ${UNREAD}.`,
  'source-unreadable': `The archive could not be read to its end: ${UNREAD}.`,
};

function faultsOf(file: ReviewedFile): readonly Fault[] {
  return file.problems.flatMap((problem) => {
    const message = isDeviationOfMeta(problem) ? undefined : MESSAGES[problem.code];
    return message === undefined ? [] : [{ file, message, path: pathOf(problem) }];
  });
}

function pathOf(problem: Problem): string {
  return 'path' in problem.detail ? problem.detail.path : '';
}

const PIXEL_DATA = '7FE00010';
const NUMBER_OF_FRAMES = 0x00280008;

function lengthFaults(file: ReviewedFile, { pixelBytesOf, structureOf }: ReviewInput): readonly Fault[] {
  const { summary } = file;
  const syntax = summary === null ? null : transferSyntax(summary.transferSyntaxUid);
  const bytes = pixelBytesOf(file.file);
  if (summary === null || syntax === null || syntax.isEncapsulated || Number.isNaN(bytes)) return [];
  const { rows, columns, samplesPerPixel, bitsAllocated, photometricInterpretation } = summary;
  const hasFrames = structureOf(file.file)?.tags.has(NUMBER_OF_FRAMES) === true;
  const numberOfFrames = hasFrames ? summary.numberOfFrames : 1;
  const isSubsampled = /^YBR_(FULL|PARTIAL)_422$/.test(photometricInterpretation);
  const extent = { rows, columns, samplesPerPixel, bitsAllocated, numberOfFrames, isSubsampled };
  const expected = nativeValueBytes(extent);
  const allowed = [
    expected,
    // What some write: every sample, whatever they say; frames of 1 bit that start with a byte.
    nativeValueBytes({ ...extent, isSubsampled: false }),
    numberOfFrames * nativeValueBytes({ ...extent, numberOfFrames: 1 }),
  ];
  if (!(expected > 0) || allowed.some((length) => bytes === length || bytes === length + (length % 2)))
    return [];
  return [{ file, message: lengthMessage(bytes, expected, extent), path: PIXEL_DATA }];
}

function lengthMessage(bytes: number, expected: number, extent: PixelExtent): string {
  const { rows, columns, samplesPerPixel, bitsAllocated, numberOfFrames, isSubsampled } = extent;
  const image = `${numberOfFrames} × ${rows} × ${columns} × ${isSubsampled ? 2 : samplesPerPixel} samples of ${bitsAllocated} bits`;
  const more = bytes < expected ? 'part of the image is missing' : 'the rest is no part of the image';
  return `Pixel Data has ${bytes} bytes, but ${image} take ${expected}: ${more}.`;
}

function findingOf(faults: readonly Fault[], value: string): Finding {
  const paths = new Set(faults.map(({ path }) => path));
  const [path = ''] = paths;
  return {
    check: 'corrupt',
    severity: 'check',
    identifying: false,
    value,
    marks: [],
    message: faults[0]?.message ?? '',
    place: {
      files: [...new Set(faults.map(({ file }) => file.file))],
      ...(paths.size === 1 && path !== '' && { path }),
    },
  };
}
