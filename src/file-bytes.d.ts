/** Packages name their WebAssembly files with or without the dot: `x.wasm?bytes`, `package/decodewasm?bytes`. */
declare module '*wasm?bytes' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}

/** A font of pdf.js. */
declare module '*.pfb?bytes' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
