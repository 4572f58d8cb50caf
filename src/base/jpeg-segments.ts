/** Second bytes of the markers that are looked for (ITU-T T.81 table B.1, T.87 C.1). */
export const MARKER = {
  SOF0: 0xc0,
  SOF1: 0xc1,
  SOF2: 0xc2,
  SOF3: 0xc3,
  DHT: 0xc4,
  JPG: 0xc8,
  SOF9: 0xc9,
  DAC: 0xcc,
  SOF15: 0xcf,
  RST0: 0xd0,
  SOI: 0xd8,
  EOI: 0xd9,
  SOS: 0xda,
  DQT: 0xdb,
  DRI: 0xdd,
  DHP: 0xde,
  APP0: 0xe0,
  APP14: 0xee,
  COM: 0xfe,
  SOF55: 0xf7,
} as const;

/** A marker and what belongs to it, but for the entropy-coded data that follow a scan header. */
export interface Segment {
  readonly marker: number;
  /** Without marker and length; empty where the marker stands alone. */
  readonly body: Uint8Array;
  /** Of the body, from the start of the stream. */
  readonly bodyOffset: number;
  /** Of the first byte behind the segment. */
  readonly end: number;
}

/** The first segment at or behind `position`, where compressed data may lie before it; null where there is none. */
export function readSegment(bytes: Uint8Array, position: number): Segment | null {
  const marker = findMarker(bytes, position);
  if (marker === null) return null;
  const { code, end: bodyOffset } = marker;
  if (standsAlone(code)) {
    return { marker: code, body: bytes.subarray(bodyOffset, bodyOffset), bodyOffset, end: bodyOffset };
  }
  const length = (bytes[bodyOffset] ?? 0) * 256 + (bytes[bodyOffset + 1] ?? 0);
  const end = Math.min(bytes.length, bodyOffset + Math.max(2, length));
  return { marker: code, body: bytes.subarray(bodyOffset + 2, end), bodyOffset: bodyOffset + 2, end };
}

/** A marker is 0xFF and a byte that is neither 0 (a stuffed one) nor 0xFF (which fills, B.1.1.2). */
function findMarker(bytes: Uint8Array, from: number): { readonly code: number; readonly end: number } | null {
  for (let index = bytes.indexOf(0xff, from); index >= 0; index = bytes.indexOf(0xff, index + 1)) {
    const code = bytes[index + 1];
    if (code !== undefined && code !== 0 && code !== 0xff) return { code, end: index + 2 };
  }
  return null;
}

export function isRestart(marker: number): boolean {
  return marker >= MARKER.RST0 && marker < MARKER.RST0 + 8;
}

function standsAlone(marker: number): boolean {
  return isRestart(marker) || marker === MARKER.SOI || marker === MARKER.EOI || marker === 0x01;
}
