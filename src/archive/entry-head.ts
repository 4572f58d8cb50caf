import type { HeadSource } from '../base/head-source';
import type { Problem } from '../base/problem';
import type { EntryData } from './entry-data';
import { cutOff, damageAt, sizeMismatch, streamUnfinished, tooLarge } from './entry-damage';
import { reserve, type GrowingBytes } from './growing-bytes';
import { compressionOf } from './entry-support';
import { MAX_STEP_BYTES, type Compression, type Inflater, type InflateStream } from './inflater';

/** Compressed bytes for one step: a header is 2 KB to 4 KB, so hardly more is inflated than it takes. */
const STEP_BYTES = 2048;
/** Room for one step's output beyond what was asked for, so that small requests do not make small steps. */
const STEP_ROOM_BYTES = 4096;

/** The start of one entry of an archive. Valid until `dispose`. */
export interface EntryHead extends HeadSource {
  /** What was found to be wrong with the entry so far. */
  readonly problem: Problem | null;
  dispose(): void;
}

export interface HeadTools {
  readonly inflater: Inflater;
  /** Holds the inflated bytes of one head after the other. */
  readonly buffer: GrowingBytes;
}

export function openEntryHead(data: EntryData, tools: HeadTools): EntryHead {
  const compression = compressionOf(data.entry);
  return compression === null ? storedHead(data) : new DeflatedHead(data, tools, compression);
}

function storedHead(data: EntryData): EntryHead {
  const { entry, compressed, rest } = data;
  const available = compressed.length;
  const isOtherSize = rest === 'none' && available !== entry.bytes;
  return {
    bytes: compressed,
    available,
    totalBytes: entry.bytes,
    problem: isOtherSize ? sizeMismatch(entry, available) : problemAtEnd(data),
    require: (end) => (end <= available ? 'ok' : rest === 'not-loaded' ? 'not-loaded' : 'no-more'),
    dispose: () => undefined,
  };
}

/** What it means that nothing follows the bytes that were loaded. */
function problemAtEnd({ entry, compressed, rest }: EntryData): Problem | null {
  if (rest === 'cut-off') return cutOff(entry);
  return rest === 'beyond-limit' ? tooLarge(entry, compressed.length) : null;
}

class DeflatedHead implements EntryHead {
  problem: Problem | null = null;
  readonly totalBytes: number;
  readonly #data: EntryData;
  readonly #stream: InflateStream;
  readonly #buffer: GrowingBytes;
  #consumed = 0;
  #state: 'more' | 'starved' | 'ended' = 'more';

  constructor(data: EntryData, { inflater, buffer }: HeadTools, compression: Compression) {
    this.#data = data;
    this.#stream = inflater.open(compression);
    this.#buffer = buffer;
    buffer.filled = 0;
    this.totalBytes = data.entry.bytes;
  }

  get bytes(): Uint8Array {
    return this.#buffer.bytes;
  }

  get available(): number {
    return this.#buffer.filled;
  }

  require(end: number): 'ok' | 'no-more' | 'not-loaded' {
    const buffer = this.#buffer;
    while (buffer.filled < end && this.#state === 'more') this.#step(end);
    if (buffer.filled >= end) return 'ok';
    return this.#state === 'starved' ? 'not-loaded' : 'no-more';
  }

  dispose(): void {
    this.#stream.dispose();
  }

  #step(end: number): void {
    const buffer = this.#buffer;
    const { entry, compressed } = this.#data;
    const to = Math.min(Math.max(end, buffer.filled + STEP_ROOM_BYTES), buffer.filled + MAX_STEP_BYTES);
    if (!reserve(buffer, to)) {
      this.#end(tooLarge(entry, buffer.filled));
      return;
    }
    const input = compressed.subarray(this.#consumed, this.#consumed + STEP_BYTES);
    const output = buffer.bytes.subarray(buffer.filled, to);
    const { consumed, produced, state } = this.#stream.inflate(input, output);
    this.#consumed += consumed;
    buffer.filled += produced;
    if (state === 'end' || buffer.filled > entry.bytes) this.#endStream();
    else if (state === 'damaged') this.#end(damageAt(entry, this.#consumed));
    // The stream may hold output for which there was no room, so only a step without any effect says that it starves.
    else if (consumed === 0 && produced === 0) this.#starve();
  }

  /** Nothing beyond the length in the directory is given: a parser counts on it. */
  #endStream(): void {
    const { entry } = this.#data;
    const actual = this.#buffer.filled;
    this.#buffer.filled = Math.min(actual, entry.bytes);
    this.#end(actual === entry.bytes ? null : sizeMismatch(entry, actual));
  }

  #starve(): void {
    if (this.#data.rest === 'not-loaded') this.#state = 'starved';
    else this.#end(problemAtEnd(this.#data) ?? streamUnfinished(this.#data.entry));
  }

  #end(found: Problem | null): void {
    this.#state = 'ended';
    this.problem = found;
  }
}
