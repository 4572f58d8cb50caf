import type { DataSet } from '../dicom/data-set';
import { characterSetOf, decimalsOf, intOf, numbersOf, textOf } from '../dicom/elements';
import { tagKey, type TagKey } from '../dicom/tag';
import type { SampleArray } from './decoded-frame';
import { packBits, readBits } from './packed-bits';
import { littleEndianBytes } from './word-bytes';

/** One bit for each of its pixels, to be drawn over a frame (PS3.3 C.9.2). */
export interface OverlayPlane {
  /** 0x6000, 0x6002, … 0x601e */
  readonly group: number;
  readonly rows: number;
  readonly columns: number;
  /** Of its first pixel, in pixels of the image, which begins at 0, 0; the plane may lie outside of it. */
  readonly top: number;
  readonly left: number;
  /** Graphics, or a region of interest. */
  readonly type: 'graphics' | 'roi';
  /** '' where there is none, as in `description` and `subtype`. */
  readonly label: string;
  readonly description: string;
  readonly subtype: string;
  /** What the file says of the pixels in a region of interest. */
  readonly statistics: OverlayStatistics;
  /** Row by row without gaps, the first pixel in the least significant bit. */
  readonly bits: Uint8Array<ArrayBuffer>;
}

/** Null where the file does not say. */
export interface OverlayStatistics {
  readonly areaPixels: number | null;
  readonly mean: number | null;
  readonly standardDeviation: number | null;
}

interface FrameOfPlanes {
  readonly frameIndex: number;
  /** The frame before the bits that are not stored were taken away: older planes lie there. */
  readonly cells: SampleArray;
  readonly rows: number;
  readonly columns: number;
}

const GROUPS = Array.from({ length: 16 }, (_, index) => 0x6000 + 2 * index);

/**
 * The overlay planes of a frame: of Overlay Data, and, retired, of the bits of Pixel Data that Overlay Bit Position
 * names. A plane without a size, or with less data than that, is left out.
 */
export function readOverlayPlanes(dataSet: DataSet, frame: FrameOfPlanes): readonly OverlayPlane[] {
  return GROUPS.flatMap((group) => {
    const plane = readPlane(dataSet, group, frame);
    return plane === null ? [] : [plane];
  });
}

/** `(6002,3000)` of group 0x6002 and element 0x3000. */
function planeTag(group: number, element: number): TagKey {
  return tagKey(group * 0x10000 + element);
}

function readPlane(dataSet: DataSet, group: number, frame: FrameOfPlanes): OverlayPlane | null {
  const tag = (element: number) => planeTag(group, element);
  const rows = intOf(dataSet, tag(0x0010)) ?? 0;
  const columns = intOf(dataSet, tag(0x0011)) ?? 0;
  if (!(rows > 0 && columns > 0)) return null;
  const bits =
    dataSet.elements[tag(0x3000)] === undefined
      ? readEmbeddedBits(dataSet, { group, rows, columns }, frame)
      : readOverlayData(dataSet, { group, rows, columns }, frame);
  if (bits === null) return null;

  const [row = 1, column = 1] = numbersOf(dataSet, tag(0x0050), 'SS');
  const characterSet = characterSetOf(dataSet);
  return {
    group,
    rows,
    columns,
    top: row - 1,
    left: column - 1,
    type: textOf(dataSet, tag(0x0040)) === 'R' ? 'roi' : 'graphics',
    label: textOf(dataSet, tag(0x1500), characterSet),
    description: textOf(dataSet, tag(0x0022), characterSet),
    subtype: textOf(dataSet, tag(0x0045), characterSet),
    statistics: {
      areaPixels: decimalOf(dataSet, tag(0x1301)),
      mean: decimalOf(dataSet, tag(0x1302)),
      standardDeviation: decimalOf(dataSet, tag(0x1303)),
    },
    bits,
  };
}

function decimalOf(dataSet: DataSet, tag: TagKey): number | null {
  const [value] = decimalsOf(dataSet, tag);
  return value !== undefined && Number.isFinite(value) ? value : null;
}

interface PlaneShape {
  readonly group: number;
  readonly rows: number;
  readonly columns: number;
}

/** Planes of several frames follow each other without padding, as frames of one bit do. */
function readOverlayData(
  dataSet: DataSet,
  { group, rows, columns }: PlaneShape,
  { frameIndex }: FrameOfPlanes,
): OverlayPlane['bits'] | null {
  const planeIndex = planeIndexOf(dataSet, group, frameIndex);
  if (planeIndex === null) return null;
  const data = littleEndianBytes(dataSet, planeTag(group, 0x3000));
  const count = rows * columns;
  const start = planeIndex * count;
  return data.length * 8 < start + count ? null : readBits(data, start, count);
}

/**
 * Which plane of Overlay Data goes with a frame (PS3.3 C.9.3): they begin at Image Frame Origin. One for which neither
 * that nor Number of Frames in Overlay is said goes with every frame.
 */
function planeIndexOf(dataSet: DataSet, group: number, frameIndex: number): number | null {
  const planes = decimalOf(dataSet, planeTag(group, 0x0015));
  const origin = intOf(dataSet, planeTag(group, 0x0051));
  if (planes === null && origin === null) return 0;
  const planeIndex = frameIndex - ((origin ?? 1) - 1);
  return planeIndex >= 0 && planeIndex < (planes ?? 1) ? planeIndex : null;
}

/** Such a plane has the size of the image, and one plane for each frame (PS3.5-2003 8.1.2). */
function readEmbeddedBits(
  dataSet: DataSet,
  { group, rows, columns }: PlaneShape,
  frame: FrameOfPlanes,
): OverlayPlane['bits'] | null {
  const bitPosition = intOf(dataSet, planeTag(group, 0x0102));
  const { cells } = frame;
  const isOfImage = rows === frame.rows && columns === frame.columns && cells.length === rows * columns;
  const isInteger = !(cells instanceof Float32Array || cells instanceof Float64Array);
  if (bitPosition === null || !isOfImage || !isInteger) return null;
  return bitPosition < cells.BYTES_PER_ELEMENT * 8 ? packBits(cells, bitPosition) : null;
}
