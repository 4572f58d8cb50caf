import type { CodecInput, Decode } from './codec';
import { decodeDeflatedFrame } from './deflated-frame';
import { decodeJpegFamily } from './jpeg-family';
import { decodeNative } from './native';
import { decodeRle } from './rle';

interface Codec {
  readonly decode: Decode;
  /** True where the samples may be approximations. */
  readonly isLossy: boolean;
}

const native: Codec = { decode: decodeNative, isLossy: false };
const jpegLossy: Codec = { decode: decodeJpegFamily, isLossy: true };
const jpegLossless: Codec = { decode: decodeJpegFamily, isLossy: false };
const jpeg2000Lossy: Codec = { decode: decodeJpeg2000, isLossy: true };
const jpeg2000Lossless: Codec = { decode: decodeJpeg2000, isLossy: false };

/** Loaded when the first frame needs it. */
async function decodeJpeg2000(input: CodecInput) {
  return (await import('./jpeg-2000')).decodeJpeg2000(input);
}

const CODECS: ReadonlyMap<string, Codec> = new Map([
  ['1.2.840.10008.1.2', native],
  ['1.2.840.10008.1.2.1', native],
  ['1.2.840.10008.1.2.1.98', native],
  ['1.2.840.10008.1.2.1.99', native],
  ['1.2.840.10008.1.2.2', native],
  ['1.2.840.113619.5.2', native],
  ['1.2.840.10008.1.2.8.1', { decode: decodeDeflatedFrame, isLossy: false }],
  ['1.2.840.10008.1.2.5', { decode: decodeRle, isLossy: false }],
  ['1.2.840.10008.1.2.4.50', jpegLossy],
  ['1.2.840.10008.1.2.4.51', jpegLossy],
  ['1.2.840.10008.1.2.4.52', jpegLossy],
  ['1.2.840.10008.1.2.4.53', jpegLossy],
  ['1.2.840.10008.1.2.4.54', jpegLossy],
  ['1.2.840.10008.1.2.4.55', jpegLossy],
  ['1.2.840.10008.1.2.4.56', jpegLossy],
  ['1.2.840.10008.1.2.4.57', jpegLossless],
  ['1.2.840.10008.1.2.4.70', jpegLossless],
  ['1.2.840.10008.1.2.4.80', jpegLossless],
  ['1.2.840.10008.1.2.4.81', jpegLossy],
  ['1.2.840.10008.1.2.4.90', jpeg2000Lossless],
  ['1.2.840.10008.1.2.4.91', jpeg2000Lossy],
  ['1.2.840.10008.1.2.4.201', jpeg2000Lossless],
  ['1.2.840.10008.1.2.4.202', jpeg2000Lossless],
  ['1.2.840.10008.1.2.4.203', jpeg2000Lossy],
]);

/** The codec of a transfer syntax; null where the product has none. */
export function findCodec(transferSyntaxUid: string): Codec | null {
  return CODECS.get(transferSyntaxUid) ?? null;
}
