// The encoders of the WebAssembly codecs: tests make their streams with them.

declare module '@cornerstonejs/codec-charls/wasmjs' {
  /** What the three have in common. */
  export interface WasmEncoder {
    /** To be filled with the samples, interleaved. */
    getDecodedBuffer(
      info: import('./wasm-decoder').WasmFrameInfo & { readonly isSigned: boolean },
    ): Uint8Array;
    encode(): void;
    getEncodedBuffer(): Uint8Array;
  }
  interface JpegLsEncoder extends WasmEncoder {
    setInterleaveMode(mode: number): void;
    setNearLossless(difference: number): void;
  }
  const create: (options: import('./wasm-decoder').WasmOptions) => Promise<{
    readonly JpegLSEncoder: new () => JpegLsEncoder;
  }>;
  export default create;
}

declare module '@cornerstonejs/codec-openjpeg/wasmjs' {
  import type { WasmEncoder } from '@cornerstonejs/codec-charls/wasmjs';
  interface Jpeg2000Encoder extends WasmEncoder {
    setQuality(isLossless: boolean, quality: number): void;
    setDecompositions(levels: number): void;
  }
  const create: (options: import('./wasm-decoder').WasmOptions) => Promise<{
    readonly J2KEncoder: new () => Jpeg2000Encoder;
  }>;
  export default create;
}

declare module '@cornerstonejs/codec-libjxl/encodewasmjs' {
  import type { WasmEncoder } from '@cornerstonejs/codec-charls/wasmjs';
  interface JpegXlEncoder extends WasmEncoder {
    setLossless(isLossless: boolean): void;
  }
  const create: (options: import('./wasm-decoder').WasmOptions) => Promise<{
    readonly JpegXLEncoder: new () => JpegXlEncoder;
  }>;
  export default create;
}
