/** What the decoders of the WebAssembly codecs have in common. */
export interface WasmDecoder {
  /** A view into the module's memory, to be filled with the stream. */
  getEncodedBuffer(lengthBytes: number): Uint8Array;
  /** Throws a number for a C++ exception, an Error for a trap. */
  decode(): void;
  getDecodedBuffer(): Uint8Array | Uint8ClampedArray;
  /** JPEG-LS only. 0: planes; 1 and 2: pixels. */
  getInterleaveMode?(): number;
  delete(): void;
}

export interface WasmOptions {
  readonly wasmBinary: Uint8Array<ArrayBuffer>;
  readonly print: (line: string) => void;
  readonly printErr: (line: string) => void;
}

export interface WasmOutcome {
  /** What was decoded until `failure`, in memory of its own. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Why the codec gave up, in its own words; null where it did not. */
  readonly failure: string | null;
  readonly isPlanar: boolean;
}

/**
 * Runs a WebAssembly codec whose bytes are given, so that it fetches nothing. The module is made on first use
 * and kept, except after a trap, which leaves its memory in an unknown state.
 */
export function wasmRunner<Module>(codec: {
  readonly wasmBinary: Uint8Array<ArrayBuffer>;
  readonly create: (options: WasmOptions) => Promise<Module>;
  readonly newDecoder: (module: Module) => WasmDecoder;
  /** The message of a C++ exception, where the module can tell. */
  readonly explain?: (module: Module, exception: number) => string;
}): (stream: Uint8Array) => Promise<WasmOutcome> {
  let current: Promise<Module> | null = null;
  let lastError = '';
  const print = (line: string) => {
    if (line.startsWith('[ERROR]')) lastError = line.slice('[ERROR]'.length).trim();
  };

  return async (stream) => {
    current ??= codec.create({ wasmBinary: codec.wasmBinary, print, printErr: print });
    const module = await current;
    lastError = '';
    const decoder = codec.newDecoder(module);
    try {
      const failure = decodeStream(decoder, stream, (exception) => codec.explain?.(module, exception) ?? '');
      const bytes = new Uint8Array(decoder.getDecodedBuffer());
      const isPlanar = decoder.getInterleaveMode?.() === 0;
      decoder.delete();
      return { bytes, failure: failure ?? (lastError || null), isPlanar };
    } catch (trap) {
      current = null;
      return { bytes: new Uint8Array(), failure: String(trap), isPlanar: false };
    }
  };
}

/** The reason where the codec refuses the stream; lets traps through. */
function decodeStream(
  decoder: WasmDecoder,
  stream: Uint8Array,
  explain: (exception: number) => string,
): string | null {
  decoder.getEncodedBuffer(stream.length).set(stream);
  try {
    decoder.decode();
    return null;
  } catch (thrown) {
    if (typeof thrown !== 'number') throw thrown;
    return explain(thrown) || 'damaged stream';
  }
}
