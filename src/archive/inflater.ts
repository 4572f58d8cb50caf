import { assert } from '../base/assert';

/** The scratch space in the module's memory: one step takes and gives at most this much. */
export const MAX_STEP_BYTES = 1 << 16;

/** What a restartable stream takes in one step: the module keeps a copy of it, which is saved with the rest. */
const RESTARTABLE_INPUT_BYTES = 4 << 10;

/** Of raw streams: RFC 1951, and PKWARE's variant with a window of 64 KB. */
export type Compression = 'deflate' | 'deflate64';

/**
 * Copies its input, and forgets what of it was not consumed. Returns `code << 24 | produced`.
 */
type Process = (
  handle: number,
  inPtr: number,
  inLen: number,
  outPtr: number,
  outLen: number,
  flush: number,
) => number;

/** The part that we use of the exports of zlib-streams.wasm, which is zlib behind a few calls. */
interface InflateExports {
  readonly memory: WebAssembly.Memory;
  readonly _initialize: () => void;
  readonly malloc: (bytes: number) => number;
  readonly free: (ptr: number) => void;
  readonly inflate_new: () => number;
  readonly inflate_init_raw: (handle: number) => number;
  readonly inflate_process: Process;
  readonly inflate_last_consumed: (handle: number) => number;
  readonly inflate_end: (handle: number) => number;
  readonly inflate9_new: () => number;
  readonly inflate9_init_raw: (handle: number) => number;
  readonly inflate9_process: Process;
  readonly inflate9_last_consumed: (handle: number) => number;
  readonly inflate9_end: (handle: number) => number;
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

/** One raw stream that is inflated as far as wanted. Holds memory until `dispose`. */
export interface InflateStream {
  /**
   * Inflates to the start of `output`, until the input is used up, the output is full, or `MAX_STEP_BYTES` have been
   * taken or given. After 'end' or 'damaged' the stream gives no more.
   */
  inflate(input: Uint8Array, output: Uint8Array): InflateStep;
  dispose(): void;
}

/** A stream that can go back, or go on in another worker: what it holds fits in some 50 KB. */
export interface RestartableStream extends InflateStream {
  /** All that it holds between two steps. */
  save(): Uint8Array<ArrayBuffer>;
  /** Goes on as the stream did that `saved` was taken from, here or in another worker. */
  restore(saved: Uint8Array): void;
}

/** One instance of the WASM inflater, for any number of streams one after the other or at once. */
export interface Inflater {
  open(compression: Compression): InflateStream;
  openRestartable(compression: Compression): Promise<RestartableStream>;
  /** All bytes that came out of it so far, those of restartable streams aside. */
  readonly inflatedBytes: number;
}

/** `wasm` are the bytes of zlib-streams.wasm; a module that does not fit is a bug and throws. */
export async function createInflater(wasm: Uint8Array<ArrayBuffer>): Promise<Inflater> {
  const module = await WebAssembly.compile(wasm);
  return new WasmInflater(module, await instantiate(module));
}

async function instantiate(module: WebAssembly.Module): Promise<InflateExports> {
  const instance = await WebAssembly.instantiate(module);
  // The module is part of the product, so its exports are known.
  const exports = instance.exports as unknown as InflateExports;
  exports._initialize();
  return exports;
}

class WasmInflater implements Inflater {
  inflatedBytes = 0;
  readonly #module: WebAssembly.Module;
  readonly #heap: Heap;

  constructor(module: WebAssembly.Module, exports: InflateExports) {
    this.#module = module;
    this.#heap = new Heap(exports);
  }

  open(compression: Compression): InflateStream {
    const stream = this.#heap.open(compression);
    return {
      inflate: (input, output) => {
        const step = stream.inflate(input, output);
        this.inflatedBytes += step.produced;
        return step;
      },
      dispose: () => {
        stream.dispose();
      },
    };
  }

  /** It has a memory of its own: what the memory holds is the state of this stream alone. */
  async openRestartable(compression: Compression): Promise<RestartableStream> {
    const heap = new Heap(await instantiate(this.#module), RESTARTABLE_INPUT_BYTES);
    return {
      ...heap.open(compression),
      save: () => heap.save(),
      restore: (saved) => {
        heap.restore(saved);
      },
    };
  }
}

/** Memory is saved in blocks of this length, those that are all zeros left out. */
const BLOCK_BYTES = 1024;

/** Behind the scratch space; a stream takes half of it at most: 64 KB of window, its tables, the copy of its input. */
const STREAM_ROOM_BYTES = 192 << 10;

/** The memory of one instance of the module. */
class Heap {
  readonly #exports: InflateExports;
  readonly #inputBytes: number;
  readonly #inPtr: number;
  readonly #outPtr: number;
  #bytes = new Uint8Array();

  /** A step takes at most `inputBytes`. */
  constructor(exports: InflateExports, inputBytes = MAX_STEP_BYTES) {
    this.#exports = exports;
    this.#inputBytes = inputBytes;
    this.#inPtr = exports.malloc(inputBytes);
    this.#outPtr = exports.malloc(MAX_STEP_BYTES);
    assert(this.#inPtr && this.#outPtr, 'no memory for the inflater');
  }

  open(compression: Compression): InflateStream {
    const { create, init, process, lastConsumed, end } = callsOf(this.#exports, compression);
    // The module has no reset; a new stream is an allocation of 7 KB in its own heap.
    const handle = create();
    assert(handle && init(handle) === 0, 'no memory for an inflate stream');
    return {
      inflate: (input, output) => {
        const inLength = Math.min(input.length, this.#inputBytes);
        const outLength = Math.min(output.length, MAX_STEP_BYTES);
        this.#current().set(inLength < input.length ? input.subarray(0, inLength) : input, this.#inPtr);
        const result = process(handle, this.#inPtr, inLength, this.#outPtr, outLength, NO_FLUSH);
        const produced = result & 0xffffff;
        output.set(this.#current().subarray(this.#outPtr, this.#outPtr + produced));
        return { consumed: lastConsumed(handle), produced, state: stateOf(result >> 24) };
      },
      dispose: () => {
        end(handle);
      },
    };
  }

  /** The blocks of the stream that are not zero, each behind its number (32 bits, little-endian). */
  save(): Uint8Array<ArrayBuffer> {
    const heap = this.#current();
    const kept = this.#streamBlocks().filter((block) => !isZero(blockAt(heap, block)));
    const saved = new Uint8Array(kept.length * (4 + BLOCK_BYTES));
    const view = new DataView(saved.buffer);
    kept.forEach((block, index) => {
      const at = index * (4 + BLOCK_BYTES);
      view.setUint32(at, block, true);
      saved.set(blockAt(heap, block), at + 4);
    });
    return saved;
  }

  restore(saved: Uint8Array): void {
    const heap = this.#current();
    const view = new DataView(saved.buffer, saved.byteOffset, saved.byteLength);
    for (const block of this.#streamBlocks()) blockAt(heap, block).fill(0);
    for (let at = 0; at < saved.length; at += 4 + BLOCK_BYTES) {
      heap.set(saved.subarray(at + 4, at + 4 + BLOCK_BYTES), view.getUint32(at, true) * BLOCK_BYTES);
    }
  }

  /** All blocks of the memory that are in use, but for those of the input and the output. */
  #streamBlocks(): readonly number[] {
    const beforeScratch = Math.ceil(this.#inPtr / BLOCK_BYTES);
    const scratchEnd = this.#outPtr + MAX_STEP_BYTES;
    const afterScratch = Math.floor(scratchEnd / BLOCK_BYTES);
    const end = Math.ceil((scratchEnd + STREAM_ROOM_BYTES) / BLOCK_BYTES);
    return [...range(0, beforeScratch), ...range(afterScratch, end)];
  }

  /** The module's memory moves when it grows, which leaves the former view empty. */
  #current(): Uint8Array {
    if (this.#bytes.length === 0) this.#bytes = new Uint8Array(this.#exports.memory.buffer);
    return this.#bytes;
  }
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

function blockAt(heap: Uint8Array, block: number): Uint8Array {
  return heap.subarray(block * BLOCK_BYTES, (block + 1) * BLOCK_BYTES);
}

function isZero({ buffer, byteOffset }: Uint8Array): boolean {
  return new Uint32Array(buffer, byteOffset, BLOCK_BYTES / 4).every((word) => word === 0);
}

interface InflateCalls {
  readonly create: () => number;
  readonly init: (handle: number) => number;
  readonly process: Process;
  readonly lastConsumed: (handle: number) => number;
  readonly end: (handle: number) => number;
}

function callsOf(exports: InflateExports, compression: Compression): InflateCalls {
  return compression === 'deflate'
    ? {
        create: exports.inflate_new,
        init: exports.inflate_init_raw,
        process: exports.inflate_process,
        lastConsumed: exports.inflate_last_consumed,
        end: exports.inflate_end,
      }
    : {
        create: exports.inflate9_new,
        init: exports.inflate9_init_raw,
        process: exports.inflate9_process,
        lastConsumed: exports.inflate9_last_consumed,
        end: exports.inflate9_end,
      };
}

function stateOf(code: number): InflateStep['state'] {
  if (code === STREAM_END) return 'end';
  return code < 0 && code !== BUF_ERROR ? 'damaged' : 'more';
}
