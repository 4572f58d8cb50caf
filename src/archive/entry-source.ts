import { assert } from '../base/assert';
import type { Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import type { ArchiveAccess } from './archive-access';
import type { DecryptorState } from './decryptor';
import { cutOff, damageAt, sizeMismatch, streamUnfinished } from './entry-damage';
import { compressionOf } from './entry-support';
import type { ArchiveEntry } from './entry-table';
import { MAX_STEP_BYTES, type InflateStream, type RestartableStream } from './inflater';
import { RestartPoints, type RestartPoint } from './restart-points';
import { sliceSource, type Source } from './source';
import { openStoredData, type StoredData } from './stored-data';

/** Read at once; also what has to be read and decrypted again to go on from a point within it. */
const CHUNK_BYTES = 512 << 10;

/** A source that is the content of an entry: an archive inside an archive, or an object too large to be held. */
export interface ContentSource extends Source {
  /** From where it can go on so far. */
  readonly restartPoints: readonly RestartPoint[];
}

/**
 * The content of an entry as a source of its own, of which any range can be read. What is stored as it is, is read
 * where it is; the rest through an `UnpackedSource`. `restartPoints` are those of an earlier source of this entry.
 */
export async function openEntrySource(
  access: ArchiveAccess,
  entry: ArchiveEntry,
  restartPoints: readonly RestartPoint[] = [],
): Promise<Result<ContentSource>> {
  const opened = await openStoredData(access, entry, CHUNK_BYTES);
  if (!opened.ok) return opened;
  const data = opened.value;
  const compression = compressionOf(entry);
  if (compression !== null) {
    const stream = await access.inflater.openRestartable(compression);
    return ok(new UnpackedSource(data, stream, restartPoints));
  }
  if (data.decryptor !== null) return ok(new UnpackedSource(data, COPYING, restartPoints));
  const { source, start, end } = data;
  return ok({ ...sliceSource(source, start, end - start), name: entry.path, restartPoints: [] });
}

/** For data that are encrypted only: what goes in comes out. */
const COPYING: RestartableStream = {
  inflate: (input, output) => {
    const bytes = Math.min(input.length, output.length);
    output.set(input.subarray(0, bytes));
    return { consumed: bytes, produced: bytes, state: 'more' };
  },
  save: () => new Uint8Array(),
  restore: () => undefined,
  dispose: () => undefined,
};

/** Stored data that were read and decrypted. */
interface Chunk {
  /** From the start of the stored data. */
  readonly start: number;
  readonly bytes: Uint8Array;
  /** Of the cipher, before its first byte. */
  readonly cipher: DecryptorState | null;
}

/**
 * A deflate stream can be read from its start only. On its way this one saves restart points, so that a range costs
 * no more than the way from the point before it, and memory is bounded whatever the length of the content. Reads in
 * order cost nothing extra; reads wait for each other.
 */
class UnpackedSource implements ContentSource {
  readonly name: string;
  readonly bytes: number;
  readonly partStarts = [0];
  readonly #data: StoredData;
  readonly #stream: RestartableStream;
  readonly #start: RestartPoint;
  readonly #points: RestartPoints;
  readonly #skipped = new Uint8Array(MAX_STEP_BYTES);
  /** How much of the content has come out, and how much of the stored data has gone in. */
  #content = 0;
  #stored = 0;
  #chunk: Chunk;
  #lastRead: Promise<unknown> = Promise.resolve();

  constructor(data: StoredData, stream: RestartableStream, points: readonly RestartPoint[]) {
    this.name = data.entry.path;
    this.bytes = data.entry.bytes;
    this.#data = data;
    this.#stream = stream;
    this.#points = new RestartPoints(points);
    const cipher = data.decryptor?.save() ?? null;
    this.#start = { content: 0, stored: 0, chunkStart: 0, cipher, stream: stream.save() };
    this.#chunk = { start: 0, bytes: new Uint8Array(), cipher };
  }

  get restartPoints(): readonly RestartPoint[] {
    return this.#points.all;
  }

  read(start: number, end: number): Promise<Result<Uint8Array<ArrayBuffer>>> {
    assert(start >= 0 && start <= end && end <= this.bytes, 'a read outside of its source');
    const read = this.#lastRead.then(() => this.#read(start, end));
    this.#lastRead = read;
    return read;
  }

  async #read(start: number, end: number): Promise<Result<Uint8Array<ArrayBuffer>>> {
    const failed = await this.#goTo(start);
    if (failed) return err(failed);
    const output = new Uint8Array(end - start);
    while (this.#content < end) {
      const failure = await this.#step(output.subarray(this.#content - start));
      if (failure) return err(failure);
    }
    return ok(output);
  }

  async #goTo(content: number): Promise<Problem | null> {
    const point = this.#points.before(content) ?? this.#start;
    if (content < this.#content || point.content > this.#content) {
      const failed = await this.#restartFrom(point);
      if (failed) return failed;
    }
    while (this.#content < content) {
      const failed = await this.#step(this.#skipped.subarray(0, content - this.#content));
      if (failed) return failed;
    }
    return null;
  }

  async #restartFrom(point: RestartPoint): Promise<Problem | null> {
    if (point.cipher !== null) this.#data.decryptor?.restore(point.cipher);
    this.#chunk = { start: point.chunkStart, bytes: new Uint8Array(), cipher: point.cipher };
    this.#stored = point.chunkStart;
    const failed = await this.#loadChunk();
    this.#stored = point.stored;
    this.#content = point.content;
    this.#stream.restore(point.stream);
    return failed;
  }

  async #step(output: Uint8Array): Promise<Problem | null> {
    const { entry, isCutOff } = this.#data;
    const isUsedUp = this.#stored === this.#chunk.start + this.#chunk.bytes.length;
    if (isUsedUp) {
      const failed = await this.#loadChunk();
      if (failed) return failed;
    }
    const { consumed, produced, state } = this.#take(output);
    if (state === 'damaged') return damageAt(entry, this.#stored);
    if (state === 'end' && produced < output.length) return sizeMismatch(entry, this.#content);
    const isStuck = consumed === 0 && produced === 0;
    if (isStuck && this.#stored === this.#storedBytes) return isCutOff ? cutOff(entry) : streamUnfinished(entry);
    if (this.#points.isDue(this.#content)) this.#save();
    return null;
  }

  #take(output: Uint8Array): ReturnType<InflateStream['inflate']> {
    const step = this.#stream.inflate(this.#chunk.bytes.subarray(this.#stored - this.#chunk.start), output);
    this.#stored += step.consumed;
    this.#content += step.produced;
    return step;
  }

  get #storedBytes(): number {
    return this.#data.end - this.#data.start;
  }

  /** The chunk from `#stored` on; empty at the end of the data. */
  async #loadChunk(): Promise<Problem | null> {
    const { source, start, end, decryptor } = this.#data;
    const from = start + this.#stored;
    const read = await source.read(from, Math.min(from + CHUNK_BYTES, end));
    if (!read.ok) return { ...read.error, where: this.name };
    const cipher = decryptor?.save() ?? null;
    decryptor?.decrypt(read.value);
    this.#chunk = { start: this.#stored, bytes: read.value, cipher };
    return null;
  }

  #save(): void {
    const { start, cipher } = this.#chunk;
    this.#points.add({
      content: this.#content,
      stored: this.#stored,
      chunkStart: start,
      cipher,
      stream: this.#stream.save(),
    });
  }
}
