declare module '@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs' {
  type Module = import('./wasm-decoder').WasmModule & {
    readonly JPEGDecoder: new () => import('./wasm-decoder').WasmDecoder;
  };
  const create: (options: import('./wasm-decoder').WasmOptions) => Promise<Module>;
  export default create;
}

declare module '@cornerstonejs/codec-charls/decodewasmjs' {
  type Module = import('./wasm-decoder').WasmModule & {
    readonly JpegLSDecoder: new () => import('./wasm-decoder').WasmDecoder;
    readonly getExceptionMessage: (exception: number) => string;
  };
  const create: (options: import('./wasm-decoder').WasmOptions) => Promise<Module>;
  export default create;
}

declare module '@cornerstonejs/codec-openjpeg/decodewasmjs' {
  type Module = import('./wasm-decoder').WasmModule & {
    readonly J2KDecoder: new () => import('./wasm-decoder').WasmDecoder;
  };
  const create: (options: import('./wasm-decoder').WasmOptions) => Promise<Module>;
  export default create;
}

declare module '@cornerstonejs/codec-libjxl/decodewasmjs' {
  type Module = import('./wasm-decoder').WasmModule & {
    readonly JpegXLDecoder: new () => import('./wasm-decoder').WasmDecoder;
    /** Its type, then its message. */
    readonly getExceptionMessage: (exception: number) => readonly [string, string];
  };
  const create: (options: import('./wasm-decoder').WasmOptions) => Promise<Module>;
  export default create;
}
