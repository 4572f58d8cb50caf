import type { DataSet, Element } from '../dicom/data-set';
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { decimalsOf, intOf, numbersOf, textOf } from '../dicom/elements';
import { EXPLICIT_BIG_ENDIAN, transferSyntax, uidName } from '../dicom/uids';

export interface Fragment {
  /** Of the item's tag, from the first byte after the Basic Offset Table: what the offset tables count. */
  readonly offset: number;
  /** Of the fragment's first byte, from the start of the file. */
  readonly position: number;
  readonly lengthBytes: number;
}

/** Where the pixels of all frames are, in the bytes of the file (PS3.5 section 8 and Annex A.4). */
export type PixelData =
  | {
      readonly kind: 'native';
      readonly position: number;
      readonly lengthBytes: number;
      readonly byteOrder: 'little' | 'big';
      /** OW of 8-bit cells in big endian has its bytes swapped in pairs. */
      readonly vr: string;
    }
  | {
      readonly kind: 'encapsulated';
      readonly fragments: readonly Fragment[];
      readonly basicOffsets: readonly number[];
      readonly extendedOffsets: readonly number[];
    }
  | {
      /** Encapsulated too, of a file of which no more than the head was read: `FragmentWalk` finds the fragments. */
      readonly kind: 'unlisted';
      /** Of the first item, which has the Basic Offset Table. */
      readonly position: number;
      readonly extendedOffsets: readonly number[];
    };

/** The Image Pixel module (PS3.3 C.7.6.3), or the floating point ones (C.7.6.24, C.7.6.25). */
export interface ImageDescription {
  readonly transferSyntaxUid: string;
  readonly rows: number;
  readonly columns: number;
  readonly samplesPerPixel: 1 | 3;
  readonly photometricInterpretation: string;
  /** True: colour by plane (Planar Configuration 1). */
  readonly isPlanar: boolean;
  /** True: uncompressed YBR_FULL_422 or YBR_PARTIAL_422, two pixels in four samples (PS3.3 C.7.6.3.1.2). */
  readonly isSubsampled: boolean;
  readonly sampleType: 'integer' | 'float32' | 'float64';
  readonly bitsAllocated: number;
  readonly bitsStored: number;
  readonly highBit: number;
  readonly isSigned: boolean;
  /** At least 1. */
  readonly numberOfFrames: number;
  readonly pixelData: PixelData;
}

const SAMPLE_TYPES = {
  x7fe00010: 'integer',
  x7fe00008: 'float32',
  x7fe00009: 'float64',
} as const;

const FLOAT_BITS = { float32: 32, float64: 64 } as const;

/**
 * What `decodeFrame` needs to know of an image. What is commonly left out has a default (Samples per Pixel 1,
 * MONOCHROME2, unsigned, Bits Stored as allocated); rows, columns and Bits Allocated have none. Fails with
 * 'no-pixels', or with 'pixels-undescribed' where what the attributes say cannot be.
 */
export function describeImage(
  dataSet: DataSet,
  transferSyntaxUid: string,
  where: string,
): Result<ImageDescription> {
  const found = findPixelElement(dataSet);
  if (found === null) return err(findReason(dataSet, transferSyntaxUid, where));

  const { element, sampleType } = found;
  const samplesPerPixel = intOf(dataSet, 'x00280002') ?? 1;
  const rows = intOf(dataSet, 'x00280010') ?? 0;
  const columns = intOf(dataSet, 'x00280011') ?? 0;
  const bitsAllocated =
    sampleType === 'integer' ? (intOf(dataSet, 'x00280100') ?? 0) : FLOAT_BITS[sampleType];
  const bitsStored = clampedOr(intOf(dataSet, 'x00280101'), 1, bitsAllocated, bitsAllocated);
  const highBit = clampedOr(intOf(dataSet, 'x00280102'), bitsStored - 1, bitsAllocated - 1, bitsStored - 1);

  const image = {
    transferSyntaxUid,
    rows,
    columns,
    samplesPerPixel: samplesPerPixel === 3 ? 3 : 1,
    photometricInterpretation:
      textOf(dataSet, 'x00280004') || (samplesPerPixel === 3 ? 'RGB' : 'MONOCHROME2'),
    isPlanar: samplesPerPixel === 3 && intOf(dataSet, 'x00280006') === 1,
    sampleType,
    bitsAllocated,
    bitsStored,
    highBit,
    isSigned: intOf(dataSet, 'x00280103') === 1,
    numberOfFrames: readNumberOfFrames(dataSet),
    pixelData: locatePixelData(dataSet, element, transferSyntaxUid),
  } as const;
  const reason = findContradiction({ ...image, samplesPerPixel });
  if (reason !== null) return err(problem('pixels-undescribed', where, { reason }));
  return ok({ ...image, isSubsampled: isSubsampled(image) });
}

/** Transfer syntaxes whose pixels are fetched from a server (PS3.5 A.6, A.7) or come as a stream (PS3.22). */
const PIXELS_ELSEWHERE = /^(jpip|smpte)/;

/** Why there is no Pixel Data. */
function findReason(dataSet: DataSet, transferSyntaxUid: string, where: string): Problem {
  const syntax = transferSyntax(transferSyntaxUid);
  if (syntax !== null && PIXELS_ELSEWHERE.test(syntax.codec)) {
    const transferSyntaxName = `${syntax.name} (the pixels are not in the file)`;
    return problem('codec-unsupported', where, { transferSyntaxName });
  }
  return problem('no-pixels', where, { sopClassName: uidName(textOf(dataSet, 'x00080016')) });
}

function readNumberOfFrames(dataSet: DataSet): number {
  const frames = decimalsOf(dataSet, 'x00280008')[0] ?? 1;
  return frames >= 1 ? Math.trunc(frames) : 1;
}

/** Some writers say YBR_FULL_422 of data that has all samples: their value is long enough for that. */
function isSubsampled(image: Described): boolean {
  if (!/^YBR_(FULL|PARTIAL)_422$/.test(image.photometricInterpretation)) return false;
  return image.samplesPerPixel === 3 && !hasAllSamples(image);
}

/** Whether the value is as long as all frames are with every sample of every pixel. */
function hasAllSamples(image: Described): boolean {
  return image.pixelData.kind === 'native' && image.pixelData.lengthBytes >= bytesOfAllSamples(image);
}

function bytesOfAllSamples({
  rows,
  columns,
  samplesPerPixel,
  bitsAllocated,
  numberOfFrames,
}: Described): number {
  return Math.ceil((rows * columns * samplesPerPixel * bitsAllocated * numberOfFrames) / 8);
}

function findPixelElement(
  dataSet: DataSet,
): { element: Element; sampleType: ImageDescription['sampleType'] } | null {
  for (const [tag, sampleType] of Object.entries(SAMPLE_TYPES)) {
    const element = dataSet.elements[tag];
    if (element !== undefined && (element.length > 0 || element.fragments !== undefined)) {
      return { element, sampleType };
    }
  }
  return null;
}

/** More than any detector gives; guards the memory against damaged rows and columns. */
const MAX_FRAME_BYTES = 2 ** 30;
const USUAL_BITS: readonly number[] = [1, 8, 16, 32];

type Described = Omit<ImageDescription, 'isSubsampled' | 'samplesPerPixel'> & {
  readonly samplesPerPixel: number;
};

/** Why the pixels cannot be as they are described; null where they can. */
function findContradiction(image: Described): string | null {
  const { rows, columns, samplesPerPixel, bitsAllocated, sampleType, photometricInterpretation } = image;
  const hasSize = Number.isInteger(rows) && Number.isInteger(columns) && rows > 0 && columns > 0;
  if (!hasSize) return `Rows ${rows}, Columns ${columns}`;
  if (samplesPerPixel !== 1 && samplesPerPixel !== 3) return `Samples per Pixel ${samplesPerPixel}`;
  const frameBytes = (rows * columns * samplesPerPixel * bitsAllocated) / 8;
  if (frameBytes > MAX_FRAME_BYTES) return `a frame of ${columns} x ${rows} pixels`;
  const isUsual = sampleType !== 'integer' || USUAL_BITS.includes(bitsAllocated);
  if (!isUsual) return findBitsContradiction(image);
  const isOfVideo = photometricInterpretation === 'YBR_PARTIAL_420' && image.pixelData.kind === 'native';
  return isOfVideo && !hasAllSamples(image) ? 'uncompressed YBR_PARTIAL_420' : null;
}

/**
 * Cells of any width may lie packed one after the other (PS3.5 8.1.1); of those that no one writes today only a
 * value of the right length shows that it is not a slip.
 */
function findBitsContradiction(image: Described): string | null {
  const { bitsAllocated, pixelData } = image;
  const bits = `Bits Allocated ${bitsAllocated}`;
  const isCell = Number.isInteger(bitsAllocated) && bitsAllocated >= 1 && bitsAllocated <= 32;
  if (!isCell || pixelData.kind !== 'native') return bits;
  const { lengthBytes } = pixelData;
  const isLongEnough = lengthBytes >= bytesOfAllSamples(image);
  return isLongEnough ? null : `${bits}, for which ${lengthBytes} bytes of Pixel Data are too few`;
}

function clampedOr(value: number | null, low: number, high: number, fallback: number): number {
  return value !== null && Number.isInteger(value) && value >= low && value <= high ? value : fallback;
}

function locatePixelData(dataSet: DataSet, element: Element, transferSyntaxUid: string): PixelData {
  const extendedOffsets = readExtendedOffsets(dataSet);
  if (element.fragments !== undefined) {
    return {
      kind: 'encapsulated',
      fragments: element.fragments.map(({ offset, position, length }) => ({
        offset,
        position,
        lengthBytes: length,
      })),
      basicOffsets: element.basicOffsetTable ?? [],
      extendedOffsets,
    };
  }
  if (element.hadUndefinedLength === true) {
    return { kind: 'unlisted', position: element.dataOffset, extendedOffsets };
  }
  if (transferSyntax(transferSyntaxUid)?.isEncapsulated === true) {
    // A compressed stream that was written without items: one fragment.
    const whole = { offset: 0, position: element.dataOffset, lengthBytes: element.length };
    return { kind: 'encapsulated', fragments: [whole], basicOffsets: [], extendedOffsets };
  }
  return {
    kind: 'native',
    position: element.dataOffset,
    lengthBytes: element.length,
    byteOrder: nativeByteOrder(transferSyntaxUid),
    vr: element.vr ?? 'OW',
  };
}

/** GE private: a little endian data set with big endian pixels. */
const GE_BIG_ENDIAN_PIXELS = '1.2.840.113619.5.2';

function nativeByteOrder(transferSyntaxUid: string): 'little' | 'big' {
  return [EXPLICIT_BIG_ENDIAN, GE_BIG_ENDIAN_PIXELS].includes(transferSyntaxUid) ? 'big' : 'little';
}

/** Extended Offset Table (PS3.3 C.7.6.3.1.8): 64-bit offsets, here below 2^53. */
function readExtendedOffsets(dataSet: DataSet): readonly number[] {
  return numbersOf(dataSet, 'x7fe00001', 'UV');
}
