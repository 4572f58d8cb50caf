import { assert } from '../base/assert';

/** The scratch space in the module's memory: one step takes and gives at most this much. */
export const MAX_STEP_BYTES = 1 << 16;

/** The part that we use of the exports of zlib-streams.wasm, which is zlib behind four calls. */
interface InflateExports {
  readonly memory: WebAssembly.Memory;
  readonly _initialize: () => void;
  readonly malloc: (bytes: number) => number;
  readonly inflate_new: () => number;
  readonly inflate_init_raw: (handle: number) => number;
  /** Copies its input, and forgets what of it was not consumed. Returns `code << 24 | produced`. */
  readonly inflate_process: (
    handle: number,
    inPtr: number,
    inLen: number,
    outPtr: number,
    outLen: number,
    flush: number,
  ) => number;
  readonly inflate_last_consumed: (handle: number) => number;
  readonly inflate_end: (handle: number) => number;
}

const NO_FLUSH = 0;
const STREAM_END = 1;
/** No progress was possible: more input or more room is needed. Not an error. */
const BUF_ERROR = -5;

export interface InflateStep {
  /** Bytes of the input that were used; the rest has to be given again. */
  readonly consumed: number;
  /** Bytes written to the output. */
  readonly produced: number;
  readonly state: 'more' | 'end' | 'damaged';
}

/** One raw deflate stream (RFC 1951) that is inflated as far as wanted. Holds memory until `dispose`. */
export interface InflateStream {
  /**
   * Inflates to the start of `output`, until the input is used up, the output is full, or `MAX_STEP_BYTES` have been
   * taken or given. After 'end' or 'damaged' the stream gives no more.
   */
  inflate(input: Uint8Array, output: Uint8Array): InflateStep;
  dispose(): void;
}

/** One instance of the WASM inflater, for any number of streams one after the other or at once. */
export interface Inflater {
  open(): InflateStream;
  /** All bytes that came out of it so far. */
  readonly inflatedBytes: number;
}

/** `wasm` are the bytes of zlib-streams.wasm; a module that does not fit is a bug and throws. */
export async function createInflater(wasm: Uint8Array<ArrayBuffer>): Promise<Inflater> {
  const { instance } = await WebAssembly.instantiate(wasm);
  // The module is part of the product, so its exports are known.
  const exports = instance.exports as unknown as InflateExports;
  exports._initialize();
  return new WasmInflater(exports);
}

class WasmInflater implements Inflater {
  inflatedBytes = 0;
  readonly #exports: InflateExports;
  readonly #inPtr: number;
  readonly #outPtr: number;
  #heap = new Uint8Array();

  constructor(exports: InflateExports) {
    this.#exports = exports;
    this.#inPtr = exports.malloc(MAX_STEP_BYTES);
    this.#outPtr = exports.malloc(MAX_STEP_BYTES);
    assert(this.#inPtr && this.#outPtr, 'no memory for the inflater');
  }

  open(): InflateStream {
    const exports = this.#exports;
    // The module has no reset; a new stream is an allocation of 7 KB in its own heap.
    const handle = exports.inflate_new();
    assert(handle && exports.inflate_init_raw(handle) === 0, 'no memory for an inflate stream');
    return {
      inflate: (input, output) => this.#step(handle, input, output),
      dispose: () => {
        exports.inflate_end(handle);
      },
    };
  }

  #step(handle: number, input: Uint8Array, output: Uint8Array): InflateStep {
    const exports = this.#exports;
    const inLength = Math.min(input.length, MAX_STEP_BYTES);
    const outLength = Math.min(output.length, MAX_STEP_BYTES);
    this.#currentHeap().set(inLength < input.length ? input.subarray(0, inLength) : input, this.#inPtr);
    const result = exports.inflate_process(handle, this.#inPtr, inLength, this.#outPtr, outLength, NO_FLUSH);
    const produced = result & 0xffffff;
    output.set(this.#currentHeap().subarray(this.#outPtr, this.#outPtr + produced));
    this.inflatedBytes += produced;
    return { consumed: exports.inflate_last_consumed(handle), produced, state: stateOf(result >> 24) };
  }

  /** The module's memory moves when it grows, which leaves the former view empty. */
  #currentHeap(): Uint8Array {
    if (this.#heap.length === 0) this.#heap = new Uint8Array(this.#exports.memory.buffer);
    return this.#heap;
  }
}

function stateOf(code: number): InflateStep['state'] {
  if (code === STREAM_END) return 'end';
  return code < 0 && code !== BUF_ERROR ? 'damaged' : 'more';
}
