import type { EntropyReader } from './entropy-reader';
import { restartIntervals } from './entropy-coded-data';
import type { HuffmanTable } from './huffman-table';
import type { JpegFrameHeader } from './jpeg-header';
import type { Scan } from './jpeg-scans';

/** The samples of a frame while they are decoded: row-major, components interleaved. */
export interface LosslessFrame {
  readonly header: JpegFrameHeader;
  readonly samples: Uint16Array<ArrayBuffer>;
  /** Of the components that a scan had rows of. */
  readonly placesDecoded: Set<number>;
}

/** A component of the scan: its place in a pixel, and the table of its differences. */
interface PlacedComponent {
  readonly place: number;
  readonly table: HuffmanTable;
}

interface RowPrediction {
  /** ITU-T T.81 table H.1. */
  readonly predictor: number;
  /** Of the first sample; null: the one above it. */
  readonly initial: number | null;
}

/** Decodes a scan's components (ITU-T T.81 H.1.2, H.2); says what is wrong with it, or null. */
export function decodeLosslessScan(frame: LosslessFrame, scan: Scan): string | null {
  const { columns, rows, precision } = frame.header;
  const { spectralStart: predictor, approximationLow: pointTransform } = scan.header;
  const components = placeComponents(frame, scan);
  if (components === null) return 'a scan without its tables';
  if (predictor < 1 || predictor > 7) return `predictor ${predictor}`;
  if (scan.tables.restartInterval % columns !== 0) return 'a restart interval that is not of whole rows';

  const middle = 2 ** (precision - pointTransform - 1);
  let rowsDecoded = 0;
  for (const { reader, firstMcu, endMcu } of restartIntervals(
    scan.data,
    rows * columns,
    scan.tables.restartInterval,
  )) {
    const firstRow = firstMcu / columns;
    for (let row = firstRow; row < endMcu / columns; row++) {
      // The first row of an interval knows nothing of the one above it.
      const prediction = row === firstRow ? { predictor: 1, initial: middle } : { predictor, initial: null };
      if (!decodeRow(frame, { reader, row, components, prediction })) break;
      rowsDecoded += 1;
    }
  }
  if (rowsDecoded > 0) for (const { place } of components) frame.placesDecoded.add(place);
  if (pointTransform > 0) scaleUp(frame, components, pointTransform);
  return rowsDecoded < rows ? `${rows - rowsDecoded} of ${rows} rows are missing or damaged` : null;
}

/** Null where a component or its table is missing. */
function placeComponents({ header }: LosslessFrame, scan: Scan): readonly PlacedComponent[] | null {
  const placed: PlacedComponent[] = [];
  for (const { id, dcTable } of scan.header.components) {
    const place = header.componentHeaders.findIndex((component) => component.id === id);
    const table = scan.tables.dc.get(dcTable);
    if (place < 0 || table === undefined) return null;
    placed.push({ place, table });
  }
  return placed.length === 0 ? null : placed;
}

/** False where the segment ended before the row did. */
function decodeRow(
  { header, samples }: LosslessFrame,
  scan: {
    readonly reader: EntropyReader;
    readonly row: number;
    readonly components: readonly PlacedComponent[];
    readonly prediction: RowPrediction;
  },
): boolean {
  const { columns, components: step } = header;
  const { reader, row, components, prediction } = scan;
  const { predictor, initial } = prediction;
  const stride = columns * step;
  for (const { place, table } of components) {
    const first = row * stride + place;
    samples[first] = (initial ?? samples[first - stride] ?? 0) + readDifference(reader, table);
  }
  for (let column = 1; column < columns; column++) {
    for (const { place, table } of components) {
      const index = row * stride + column * step + place;
      const left = samples[index - step] ?? 0;
      const above = samples[index - stride] ?? 0;
      const aboveLeft = samples[index - stride - step] ?? 0;
      samples[index] = predict(predictor, left, above, aboveLeft) + readDifference(reader, table);
    }
  }
  return !reader.isExhausted;
}

/** Table H.1. */
function predict(predictor: number, left: number, above: number, aboveLeft: number): number {
  switch (predictor) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return aboveLeft;
    case 4:
      return left + above - aboveLeft;
    case 5:
      return left + ((above - aboveLeft) >> 1);
    case 6:
      return above + ((left - aboveLeft) >> 1);
    default:
      return (left + above) >> 1;
  }
}

/** H.1.2.2: of 16 bits there is only one difference, which has no bits behind its code. */
function readDifference(reader: EntropyReader, table: HuffmanTable): number {
  const size = reader.readSymbol(table);
  return size === 16 ? 32768 : reader.readSigned(size);
}

/** Point transform (H.2): the lowest bits were left out. */
function scaleUp(
  { header, samples }: LosslessFrame,
  components: readonly PlacedComponent[],
  bits: number,
): void {
  for (const { place } of components) {
    for (let index = place; index < samples.length; index += header.components) {
      samples[index] = (samples[index] ?? 0) << bits;
    }
  }
}
