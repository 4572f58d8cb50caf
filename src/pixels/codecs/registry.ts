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

const jpegXlLossy: Codec = { decode: decodeJpegXl, isLossy: true };
const jpegXlLossless: Codec = { decode: decodeJpegXl, isLossy: false };

/** Loaded when the first frame needs it. */
async function decodeJpegXl(input: CodecInput) {
  return (await import('./jpeg-xl')).decodeJpegXl(input);
}

/** Loaded when the first frame needs it. */
async function decodeJpeg2000(input: CodecInput) {
  return (await import('./jpeg-2000')).decodeJpeg2000(input);
}

/**
 * PS3.5 Annex A. Of the JPEG family the streams say which process they are; of those that it has no decoder for
 * (arithmetic coding, hierarchical), it says so.
 */
const CODECS: ReadonlyMap<string, Codec> = new Map([
  ['1.2.840.10008.1.2', native],
  ['1.2.840.10008.1.2.1', native],
  ['1.2.840.10008.1.2.1.98', native],
  ['1.2.840.10008.1.2.1.99', native],
  ['1.2.840.10008.1.2.2', native],
  ['1.2.840.10008.1.20', native],
  ['1.2.840.113619.5.2', native],
  ['1.2.840.10008.1.2.8.1', { decode: decodeDeflatedFrame, isLossy: false }],
  ['1.2.840.10008.1.2.5', { decode: decodeRle, isLossy: false }],
  ...under('1.2.840.10008.1.2.4', jpegLossy, [50, 51, 52, 53, 54, 55, 56, 59, 60, 61, 62, 63, 64, 81]),
  ...under('1.2.840.10008.1.2.4', jpegLossless, [57, 58, 65, 66, 70, 80]),
  ...under('1.2.840.10008.1.2.4', jpeg2000Lossy, [91, 93, 203]),
  ...under('1.2.840.10008.1.2.4', jpeg2000Lossless, [90, 92, 201, 202]),
  ...under('1.2.840.10008.1.2.4', jpegXlLossy, [111, 112]),
  ...under('1.2.840.10008.1.2.4', jpegXlLossless, [110]),
]);

function under(root: string, codec: Codec, last: readonly number[]): readonly [string, Codec][] {
  return last.map((component) => [`${root}.${component}`, codec]);
}

/** The codec of a transfer syntax; null where the product has none. */
export function findCodec(transferSyntaxUid: string): Codec | null {
  return CODECS.get(transferSyntaxUid) ?? null;
}
