declare module '@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs' {
  const create: (options: import('./wasm-decoder').WasmOptions) => Promise<{
    readonly JPEGDecoder: new () => import('./wasm-decoder').WasmDecoder;
  }>;
  export default create;
}

declare module '@cornerstonejs/codec-charls/decodewasmjs' {
  const create: (options: import('./wasm-decoder').WasmOptions) => Promise<{
    readonly JpegLSDecoder: new () => import('./wasm-decoder').WasmDecoder;
    readonly getExceptionMessage: (exception: number) => string;
  }>;
  export default create;
}

declare module '@cornerstonejs/codec-openjpeg/decodewasmjs' {
  const create: (options: import('./wasm-decoder').WasmOptions) => Promise<{
    readonly J2KDecoder: new () => import('./wasm-decoder').WasmDecoder;
  }>;
  export default create;
}
