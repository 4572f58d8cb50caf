import createJpegLs, { type WasmEncoder } from '@cornerstonejs/codec-charls/wasmjs';
import jpegLsBinary from '@cornerstonejs/codec-charls/wasm?bytes';
import createJpegXl from '@cornerstonejs/codec-libjxl/encodewasmjs';
import jpegXlBinary from '@cornerstonejs/codec-libjxl/encodewasm?bytes';
import createJpeg2000 from '@cornerstonejs/codec-openjpeg/wasmjs';
import jpeg2000Binary from '@cornerstonejs/codec-openjpeg/wasm?bytes';

export interface EncodedPicture {
  readonly width: number;
  readonly height: number;
  readonly bitsPerSample: number;
  readonly componentCount: 1 | 3;
  readonly isSigned?: boolean;
  /** Interleaved; as planes where JPEG-LS has interleave mode 0. */
  readonly samples: Int8Array | Uint8Array | Int16Array | Uint16Array;
}

const quiet = { print: () => undefined, printErr: () => undefined };

export async function encodeJpegLs(
  picture: EncodedPicture,
  { interleaveMode = 0, near = 0 } = {},
): Promise<Uint8Array> {
  const { JpegLSEncoder } = await createJpegLs({ wasmBinary: jpegLsBinary, ...quiet });
  const encoder = new JpegLSEncoder();
  const samples = encoder.getDecodedBuffer(infoOf(picture));
  samples.set(bytesOf(picture));
  encoder.setInterleaveMode(interleaveMode);
  encoder.setNearLossless(near);
  return encode(encoder);
}

/** Lossless. */
export async function encodeJpeg2000(picture: EncodedPicture): Promise<Uint8Array> {
  const { J2KEncoder } = await createJpeg2000({ wasmBinary: jpeg2000Binary, ...quiet });
  const encoder = new J2KEncoder();
  encoder.getDecodedBuffer(infoOf(picture)).set(bytesOf(picture));
  encoder.setQuality(true, 0);
  encoder.setDecompositions(1);
  return encode(encoder);
}

/** Lossless. */
export async function encodeJpegXl(picture: EncodedPicture): Promise<Uint8Array> {
  const { JpegXLEncoder } = await createJpegXl({ wasmBinary: jpegXlBinary, ...quiet });
  const encoder = new JpegXLEncoder();
  encoder.getDecodedBuffer(infoOf(picture)).set(bytesOf(picture));
  encoder.setLossless(true);
  return encode(encoder);
}

function encode(encoder: WasmEncoder): Uint8Array {
  encoder.encode();
  return encoder.getEncodedBuffer().slice();
}

function infoOf({ width, height, bitsPerSample, componentCount, isSigned = false }: EncodedPicture) {
  return { width, height, bitsPerSample, componentCount, isSigned };
}

function bytesOf({ samples }: EncodedPicture): Uint8Array {
  return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
}
