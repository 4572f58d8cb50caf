import { readEntropyCodedData, type EntropyCodedData } from './entropy-coded-data';
import { MARKER, readSegment } from '../../base/jpeg-segments';
import { applySegment, createTables, type JpegTables } from './jpeg-tables';

/** A scan header (ITU-T T.81 B.2.3). */
export interface ScanHeader {
  readonly components: readonly {
    readonly id: number;
    readonly dcTable: number;
    readonly acTable: number;
  }[];
  /** First and last coefficient, in zigzag order; in lossless scans the first is the predictor. */
  readonly spectralStart: number;
  readonly spectralEnd: number;
  /** Bit positions of successive approximation; in lossless scans the low one is the point transform. */
  readonly approximationHigh: number;
  readonly approximationLow: number;
}

export interface Scan {
  readonly header: ScanHeader;
  /** As they stand before this scan. */
  readonly tables: JpegTables;
  readonly data: EntropyCodedData;
}

/**
 * Decodes one scan after the other. `decodeScan` says what is wrong with one, or null; where it does, that is the
 * last, and its reason is returned.
 */
export function decodeScans(stream: Uint8Array, decodeScan: (scan: Scan) => string | null): string | null {
  const tables = createTables();
  let segment = readSegment(stream, 0);
  while (segment !== null && segment.marker !== MARKER.EOI) {
    let { end } = segment;
    applySegment(tables, segment);
    if (segment.marker === MARKER.SOS) {
      const header = readScanHeader(segment.body);
      if (header === null) return 'a scan header is cut';
      const data = readEntropyCodedData(stream, end);
      const failure = decodeScan({ header, tables, data });
      if (failure !== null) return failure;
      ({ end } = data);
    }
    segment = readSegment(stream, end);
  }
  return null;
}

function readScanHeader(body: Uint8Array): ScanHeader | null {
  const count = body[0] ?? 0;
  const [spectralStart = 0, spectralEnd = 0, approximation] = body.subarray(1 + count * 2);
  if (approximation === undefined) return null;
  const components = Array.from({ length: count }, (_, index) => {
    const [id = 0, tables = 0] = body.subarray(1 + index * 2);
    return { id, dcTable: tables >> 4, acTable: tables & 15 };
  });
  return {
    components,
    spectralStart,
    spectralEnd,
    approximationHigh: approximation >> 4,
    approximationLow: approximation & 15,
  };
}
