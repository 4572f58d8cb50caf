import create from '@cornerstonejs/codec-openjpeg/wasmjs';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const wasmPath = createRequire(import.meta.url).resolve('@cornerstonejs/codec-openjpeg/wasm');

interface GreyPicture {
  readonly rows: number;
  readonly columns: number;
  readonly bitsStored: number;
  readonly samples: Uint16Array;
}

/** A JPEG 2000 codestream, lossless. */
export async function encodeJpeg2000(picture: GreyPicture): Promise<Uint8Array<ArrayBuffer>> {
  const { rows, columns, bitsStored, samples } = picture;
  const wasmBinary = Uint8Array.from(readFileSync(wasmPath));
  const { J2KEncoder } = await create({ wasmBinary, print: () => undefined, printErr: () => undefined });
  const encoder = new J2KEncoder();
  const input = encoder.getDecodedBuffer({
    width: columns,
    height: rows,
    bitsPerSample: bitsStored,
    componentCount: 1,
    isSigned: false,
  });
  input.set(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength));
  encoder.setQuality(true, 0);
  encoder.encode();
  return Uint8Array.from(encoder.getEncodedBuffer());
}
