import { MARKER, readSegment } from '../../base/jpeg-segments';

export interface JpegComponent {
  readonly id: number;
  readonly horizontalSampling: number;
  readonly verticalSampling: number;
  readonly quantizationTable: number;
}

/** The frame header of a JPEG or JPEG-LS stream (ITU-T T.81 B.2.2, T.87 C.2.2). */
export interface JpegFrameHeader {
  /** The second byte of its marker: 0xC0 baseline, 0xC3 lossless, 0xF7 JPEG-LS, 0xDE hierarchical. */
  readonly process: number;
  readonly precision: number;
  readonly rows: number;
  readonly columns: number;
  readonly components: number;
  readonly componentHeaders: readonly JpegComponent[];
}

/** The frame header and what the segments before it say of colour. */
export interface JpegHeader extends JpegFrameHeader {
  readonly isJfif: boolean;
  /** Of the Adobe marker (APP14): 0 no transform, 1 YCbCr, 2 YCCK; null without one. */
  readonly adobeTransform: number | null;
}

/** Null where the stream does not start with SOI or ends before its frame header. */
export function readJpegHeader(bytes: Uint8Array): JpegHeader | null {
  if (bytes[0] !== 0xff || bytes[1] !== MARKER.SOI) return null;
  let isJfif = false;
  let adobeTransform: number | null = null;
  for (
    let segment = readSegment(bytes, 2);
    segment !== null && segment.marker !== MARKER.SOS;
    segment = readSegment(bytes, segment.end)
  ) {
    const { marker, body } = segment;
    if (isFrameHeader(marker)) {
      const frame = readFrameHeader(marker, body);
      return frame === null ? null : { ...frame, isJfif, adobeTransform };
    }
    if (marker === MARKER.APP0 && startsWith(body, 'JFIF')) isJfif = true;
    if (marker === MARKER.APP14 && startsWith(body, 'Adobe')) adobeTransform = body[11] ?? null;
  }
  return null;
}

/** SOF0 to SOF15 but for DHT, JPG and DAC, which lie among them; SOF55 of JPEG-LS; DHP of hierarchical streams. */
export function isFrameHeader(marker: number): boolean {
  if (marker === MARKER.SOF55 || marker === MARKER.DHP) return true;
  const others: readonly number[] = [MARKER.DHT, MARKER.JPG, MARKER.DAC];
  return marker >= MARKER.SOF0 && marker <= MARKER.SOF15 && !others.includes(marker);
}

/** Null where the segment is too short for its components. */
export function readFrameHeader(process: number, body: Uint8Array): JpegFrameHeader | null {
  const [precision = 0, rowsHigh = 0, rowsLow = 0, columnsHigh = 0, columnsLow = 0, components = 0] = body;
  if (body.length < 6 + components * 3) return null;
  const componentHeaders = Array.from({ length: components }, (_, index) => {
    const [id = 0, sampling = 0, quantizationTable = 0] = body.subarray(6 + index * 3);
    return { id, horizontalSampling: sampling >> 4, verticalSampling: sampling & 15, quantizationTable };
  });
  return {
    process,
    precision,
    rows: rowsHigh * 256 + rowsLow,
    columns: columnsHigh * 256 + columnsLow,
    components,
    componentHeaders,
  };
}

function startsWith(body: Uint8Array, text: string): boolean {
  return Array.from(text).every((character, index) => body[index] === character.charCodeAt(0));
}
