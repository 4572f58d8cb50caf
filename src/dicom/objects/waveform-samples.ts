import type { DataSet, Element } from '../data-set';
import { valueBytes } from '../binary-values';

/** The samples of one channel as they are stored, A-law and µ-law expanded. */
export type WaveformSamples =
  Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

interface SampleFormat {
  readonly bytes: 1 | 2 | 4 | 8;
  readonly create: (length: number) => WaveformSamples;
  readonly read: (view: DataView, at: number, isLittleEndian: boolean) => number;
}

/** Waveform Sample Interpretation (5400,1006), PS3.3 C.10.9.1.5. */
const FORMATS: Readonly<Record<string, SampleFormat>> = {
  SB: { bytes: 1, create: (length) => new Int8Array(length), read: (view, at) => view.getInt8(at) },
  UB: { bytes: 1, create: (length) => new Uint8Array(length), read: (view, at) => view.getUint8(at) },
  MB: { bytes: 1, create: (length) => new Int16Array(length), read: (view, at) => muLaw(view.getUint8(at)) },
  AB: { bytes: 1, create: (length) => new Int16Array(length), read: (view, at) => aLaw(view.getUint8(at)) },
  SS: {
    bytes: 2,
    create: (length) => new Int16Array(length),
    read: (view, at, isLittleEndian) => view.getInt16(at, isLittleEndian),
  },
  US: {
    bytes: 2,
    create: (length) => new Uint16Array(length),
    read: (view, at, isLittleEndian) => view.getUint16(at, isLittleEndian),
  },
  SL: {
    bytes: 4,
    create: (length) => new Int32Array(length),
    read: (view, at, isLittleEndian) => view.getInt32(at, isLittleEndian),
  },
  UL: {
    bytes: 4,
    create: (length) => new Uint32Array(length),
    read: (view, at, isLittleEndian) => view.getUint32(at, isLittleEndian),
  },
  SV: {
    bytes: 8,
    create: (length) => new Float64Array(length),
    read: (view, at, isLittleEndian) => Number(view.getBigInt64(at, isLittleEndian)),
  },
  UV: {
    bytes: 8,
    create: (length) => new Float64Array(length),
    read: (view, at, isLittleEndian) => Number(view.getBigUint64(at, isLittleEndian)),
  },
};

const SIGNED_OF_BITS: Readonly<Record<number, string>> = { 8: 'SB', 16: 'SS', 32: 'SL', 64: 'SV' };

/** Null where neither the interpretation nor Waveform Bits Allocated is one of the standard's. */
export function sampleFormat(interpretation: string, bitsAllocated: number | null): SampleFormat | null {
  return FORMATS[interpretation] ?? FORMATS[SIGNED_OF_BITS[bitsAllocated ?? 0] ?? ''] ?? null;
}

/**
 * The samples of each channel, out of Waveform Data, in which they take turns (PS3.3 C.10.9.1.7). As many of each
 * as `data` holds of all channels.
 */
export function readSamples(
  dataSet: DataSet,
  data: Element,
  { format, channels }: { readonly format: SampleFormat; readonly channels: number },
): readonly WaveformSamples[] {
  const bytes = valueBytes(dataSet, data);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isLittleEndian = isLittleEndianIn(dataSet, data);
  const stride = format.bytes * channels;
  const length = stride === 0 ? 0 : Math.floor(bytes.length / stride);
  return Array.from({ length: channels }, (_, channel) => {
    const samples = format.create(length);
    let at = channel * format.bytes;
    for (let index = 0; index < length; index++, at += stride) {
      samples[index] = format.read(view, at, isLittleEndian);
    }
    return samples;
  });
}

/** Waveform Padding Value: one sample; null where there is none. */
export function readPadding(
  dataSet: DataSet,
  element: Element | undefined,
  format: SampleFormat,
): number | null {
  if (element === undefined || element.length < format.bytes) return null;
  const bytes = valueBytes(dataSet, element);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return format.read(view, 0, isLittleEndianIn(dataSet, element));
}

function isLittleEndianIn(dataSet: DataSet, element: Element): boolean {
  return (element.parser ?? dataSet.byteArrayParser).readUint16(Uint8Array.of(1, 0), 0) === 1;
}

/** ITU-T G.711 table 2b: 8 bits to 14, in steps of a 16-bit range. */
function muLaw(code: number): number {
  const inverted = ~code & 0xff;
  const exponent = (inverted >> 4) & 7;
  const magnitude = ((((inverted & 0xf) << 3) + 0x84) << exponent) - 0x84;
  return inverted & 0x80 ? -magnitude : magnitude;
}

/** ITU-T G.711 table 1b: 8 bits to 13, in steps of a 16-bit range. */
function aLaw(code: number): number {
  const even = code ^ 0x55;
  const exponent = (even >> 4) & 7;
  const mantissa = ((even & 0xf) << 4) + 8;
  const magnitude = exponent === 0 ? mantissa : (mantissa + 0x100) << (exponent - 1);
  return even & 0x80 ? magnitude : -magnitude;
}
