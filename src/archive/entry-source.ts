import { assert } from '../base/assert';
import type { Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import type { ArchiveAccess } from './archive-access';
import type { DecryptorState } from './decryptor';
import { cutOff, damageAt, sizeMismatch, streamUnfinished } from './entry-damage';
import { compressionOf } from './entry-support';
import type { ArchiveEntry } from './entry-table';
import { MAX_STEP_BYTES, type RestartableStream } from './inflater';
import { RestartPoints, type RestartPoint } from './restart-points';
import { sliceSource, type Source } from './source';
import { openStoredData, type StoredData } from './stored-data';

/** Read at once; also what has to be read and decrypted again to go on from a point within it. */
const CHUNK_BYTES = 512 << 10;
/** Enough to find the data, and to tell by them whether a password fits. */
const FIRST_BYTES = 8 << 10;

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
  const opened = await openStoredData(access, entry, FIRST_BYTES);
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

/** Where the stream stands. */
interface Place {
  /** How much of the content has come out, and how much of the stored data has gone in. */
  content: number;
  stored: number;
  chunk: Chunk;
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
  /** Null before the first read, and after one that failed: the stream has to go on from a point. */
  #place: Place | null = null;
  #lastRead: Promise<unknown> = Promise.resolve();

  constructor(data: StoredData, stream: RestartableStream, points: readonly RestartPoint[]) {
    this.name = data.entry.path;
    this.bytes = data.entry.bytes;
    this.#data = data;
    this.#stream = stream;
    this.#points = new RestartPoints(points);
    const cipher = data.decryptor?.save() ?? null;
    this.#start = { content: 0, stored: 0, chunkStart: 0, cipher, stream: stream.save() };
  }

  get restartPoints(): readonly RestartPoint[] {
    return this.#points.all;
  }

  read(start: number, end: number): Promise<Result<Uint8Array<ArrayBuffer>>> {
    assert(start >= 0 && start <= end && end <= this.bytes, 'a read outside of its source');
    const read = this.#lastRead.then(() => this.#read(start, end));
    this.#lastRead = read.catch(() => undefined);
    return read;
  }

  async #read(start: number, end: number): Promise<Result<Uint8Array<ArrayBuffer>>> {
    const place = await this.#goTo(start);
    // Until all is read; what fails leaves no place to go on from.
    this.#place = null;
    if (!place.ok) return place;
    const output = new Uint8Array(end - start);
    const failed = await this.#inflate(place.value, output);
    if (failed) return err(failed);
    this.#place = place.value;
    return ok(output);
  }

  /** The stream at this byte of the content, from where it stands or from the point before, whichever is nearer. */
  async #goTo(content: number): Promise<Result<Place>> {
    const point = this.#points.before(content) ?? this.#start;
    const stands = this.#place;
    const isOnTheWay = stands !== null && stands.content <= content && stands.content >= point.content;
    const from = isOnTheWay ? ok(stands) : await this.#restartFrom(point);
    if (!from.ok) return from;
    const place = from.value;
    while (place.content < content) {
      const failed = await this.#inflate(place, this.#skipped.subarray(0, content - place.content));
      if (failed) return err(failed);
    }
    return ok(place);
  }

  async #restartFrom(point: RestartPoint): Promise<Result<Place>> {
    if (point.cipher !== null) this.#data.decryptor?.restore(point.cipher);
    const chunk = await this.#loadChunk(point.chunkStart);
    if (!chunk.ok) return chunk;
    this.#stream.restore(point.stream);
    return ok({ content: point.content, stored: point.stored, chunk: chunk.value });
  }

  /** Fills all of `output` with what comes next. */
  async #inflate(place: Place, output: Uint8Array): Promise<Problem | null> {
    let filled = 0;
    while (filled < output.length) {
      if (place.stored === chunkEnd(place) && place.stored < this.#storedBytes) {
        const next = await this.#loadChunk(place.stored);
        if (!next.ok) return next.error;
        place.chunk = next.value;
      }
      const step = this.#step(place, output.subarray(filled));
      if (typeof step !== 'number') return step;
      filled += step;
    }
    return null;
  }

  /** How many bytes came; a step may take input without giving any. */
  #step(place: Place, output: Uint8Array): number | Problem {
    const { entry, isCutOff } = this.#data;
    const input = place.chunk.bytes.subarray(place.stored - place.chunk.start);
    const { consumed, produced, state } = this.#stream.inflate(input, output);
    place.stored += consumed;
    place.content += produced;
    if (state === 'end' && produced < output.length) return sizeMismatch(entry, place.content);
    const isStuck = consumed === 0 && produced === 0;
    if (isStuck && input.length === 0) return isCutOff ? cutOff(entry) : streamUnfinished(entry);
    if (isStuck || state === 'damaged') return damageAt(entry, place.stored);
    if (this.#points.isDue(place.content)) this.#save(place);
    return produced;
  }

  get #storedBytes(): number {
    return this.#data.end - this.#data.start;
  }

  async #loadChunk(chunkStart: number): Promise<Result<Chunk>> {
    const { source, start, end, decryptor } = this.#data;
    const from = start + chunkStart;
    const read = await source.read(from, Math.min(from + CHUNK_BYTES, end));
    if (!read.ok) return err({ ...read.error, where: this.name });
    const cipher = decryptor?.save() ?? null;
    decryptor?.decrypt(read.value);
    return ok({ start: chunkStart, bytes: read.value, cipher });
  }

  #save({ content, stored, chunk: { start, cipher } }: Place): void {
    this.#points.add({ content, stored, chunkStart: start, cipher, stream: this.#stream.save() });
  }
}

function chunkEnd({ chunk }: Place): number {
  return chunk.start + chunk.bytes.length;
}
