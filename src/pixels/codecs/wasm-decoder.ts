/** What the decoders of the WebAssembly codecs have in common. */
export interface WasmDecoder {
  /** A view into the module's memory, to be filled with the stream. */
  getEncodedBuffer(lengthBytes: number): Uint8Array;
  /** Throws a number for a C++ exception, an Error for a trap. */
  decode(): void;
  getDecodedBuffer(): Uint8Array | Uint8ClampedArray;
  /** Of the decoded picture; zeros before there is one. */
  getFrameInfo(): WasmFrameInfo;
  /** JPEG-LS only. 0: planes; 1 and 2: pixels. */
  getInterleaveMode?(): number;
  delete(): void;
}

export interface WasmFrameInfo {
  readonly width: number;
  readonly height: number;
  readonly bitsPerSample: number;
  readonly componentCount: number;
}

export interface WasmOptions {
  readonly wasmBinary: Uint8Array<ArrayBuffer>;
  readonly print: (line: string) => void;
  readonly printErr: (line: string) => void;
}

export interface WasmModule {
  /** All of its memory; another array where it has grown. */
  readonly HEAPU8: Uint8Array;
}

export interface WasmOutcome {
  /** What was decoded until `failure`, in memory of its own. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Why the codec gave up, in its own words; null where it did not. */
  readonly failure: string | null;
  readonly isPlanar: boolean;
  readonly info: WasmFrameInfo;
}

const NOTHING: WasmOutcome = {
  bytes: new Uint8Array(),
  failure: null,
  isPlanar: false,
  info: { width: 0, height: 0, bitsPerSample: 0, componentCount: 0 },
};

/** Of each codec of this worker. A heap never shrinks. */
const heapBytes = new Map<object, number>();

/** The memory of all codecs of this worker; infinite where one has lost control of its own. */
export function codecHeapBytes(): number {
  return [...heapBytes.values()].reduce((sum, bytes) => sum + bytes, 0);
}

/**
 * Runs a WebAssembly codec whose bytes are given, so that it fetches nothing. The module is made on first use
 * and kept, except after a trap, which leaves its memory in an unknown state.
 */
export function wasmRunner<Module extends WasmModule>(codec: {
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
      heapBytes.set(codec, module.HEAPU8.byteLength);
      const outcome = {
        bytes: new Uint8Array(decoder.getDecodedBuffer()),
        failure: failure ?? (lastError || null),
        isPlanar: decoder.getInterleaveMode?.() === 0,
        info: decoder.getFrameInfo(),
      };
      decoder.delete();
      return outcome;
    } catch (trap) {
      current = null;
      heapBytes.set(codec, Infinity);
      return { ...NOTHING, failure: String(trap) };
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
