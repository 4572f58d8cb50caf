/** The frame header (SOF) of a JPEG or JPEG-LS stream, and the markers before it (ITU-T T.81 Annex B, T.87 C). */
export interface JpegHeader {
  /** The second byte of the SOF marker: 0xC0 baseline, 0xC3 lossless, 0xF7 JPEG-LS. */
  readonly process: number;
  readonly precision: number;
  readonly rows: number;
  readonly columns: number;
  readonly components: number;
  /** True where a component has fewer samples than another. */
  readonly isSubsampled: boolean;
  readonly isJfif: boolean;
  /** Offset of the transform byte of the Adobe marker (APP14) from the start of the stream; null without one. */
  readonly adobeTransformOffset: number | null;
}

/** Null where the stream does not start with SOI or ends before its frame header. */
export function readJpegHeader(bytes: Uint8Array): JpegHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  let isJfif = false;
  let adobeTransformOffset: number | null = null;
  let position = 2;
  while (position + 4 <= bytes.length && bytes[position] === 0xff) {
    const marker = bytes[position + 1] ?? 0;
    if (marker === 0xff) {
      position += 1; // a fill byte
      continue;
    }
    const length = view.getUint16(position + 2);
    const body = bytes.subarray(position + 4, position + 2 + length);
    if (isFrameHeader(marker)) return readFrameHeader(marker, body, { isJfif, adobeTransformOffset });
    if (marker === 0xe0 && startsWith(body, 'JFIF')) isJfif = true;
    if (marker === 0xee && startsWith(body, 'Adobe')) adobeTransformOffset = position + 4 + 11;
    position += 2 + length;
  }
  return null;
}

/** SOF0 to SOF15 but for DHT, JPG and DAC, which lie among them; SOF55 of JPEG-LS. */
function isFrameHeader(marker: number): boolean {
  if (marker === 0xf7) return true;
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function readFrameHeader(
  process: number,
  body: Uint8Array,
  markers: Pick<JpegHeader, 'isJfif' | 'adobeTransformOffset'>,
): JpegHeader | null {
  const [precision = 0, rowsHigh = 0, rowsLow = 0, columnsHigh = 0, columnsLow = 0, components = 0] = body;
  if (body.length < 6 + components * 3) return null;
  const sampling = Array.from({ length: components }, (_, index) => body[7 + index * 3]);
  return {
    process,
    precision,
    rows: rowsHigh * 256 + rowsLow,
    columns: columnsHigh * 256 + columnsLow,
    components,
    isSubsampled: sampling.some((factors) => factors !== sampling[0]),
    ...markers,
  };
}

function startsWith(body: Uint8Array, text: string): boolean {
  return Array.from(text).every((character, index) => body[index] === character.charCodeAt(0));
}
