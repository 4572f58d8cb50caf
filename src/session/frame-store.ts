import { ByteLru } from '../base/byte-lru';
import { archiveOfFile, type ArchiveId, type FileId } from '../base/ids';
import { ok, type Result } from '../base/result';
import type { LoadedFrame } from '../viewer/loaded-frame';

/** Gets one frame of one file from a worker. */
export type FrameLoader = (
  file: FileId,
  frameIndex: number,
  options: { readonly priority: () => number; readonly signal: AbortSignal },
) => Promise<Result<LoadedFrame>>;

interface Pending {
  readonly promise: Promise<Result<LoadedFrame>>;
  readonly controller: AbortController;
  /** Nobody waits for it yet. */
  isPrefetch: boolean;
}

const PRIORITY = { visible: 2, prefetch: 0 } as const;

/** Decoded frames of all open archives, as many as fit in `limitBytes`, and those on their way. */
export class FrameStore {
  readonly #load: FrameLoader;
  readonly #frames: ByteLru<string, LoadedFrame>;
  readonly #pending = new Map<string, Pending>();
  readonly #closed = new Set<ArchiveId>();
  readonly #limitBytes: number;
  #held: { readonly key: string; readonly frame: LoadedFrame } | null = null;
  #lastFrameBytes = 0;

  constructor(load: FrameLoader, limitBytes: number) {
    this.#load = load;
    this.#limitBytes = limitBytes;
    this.#frames = new ByteLru(limitBytes);
  }

  get(file: FileId, frameIndex: number): LoadedFrame | undefined {
    const key = keyOf(file, frameIndex);
    return this.#frames.get(key) ?? (this.#held?.key === key ? this.#held.frame : undefined);
  }

  /** Keeps a frame at hand, whatever else comes, until another one is held: the one on the canvas. */
  hold(file: FileId, frameIndex: number): LoadedFrame | undefined {
    const frame = this.get(file, frameIndex);
    if (frame !== undefined) this.#held = { key: keyOf(file, frameIndex), frame };
    return frame;
  }

  /**
   * The frame to show now: it overtakes every prefetch, and the frames that were to be shown before it are
   * given up unless a worker has begun them (their results still come: a fast scroll shows what it can).
   */
  async load(file: FileId, frameIndex: number): Promise<Result<LoadedFrame>> {
    const key = keyOf(file, frameIndex);
    this.#giveUp((other, pending) => !pending.isPrefetch && other !== key);
    const known = this.get(file, frameIndex);
    if (known !== undefined) return ok(known);
    return this.#request(key, file, frameIndex, false);
  }

  /**
   * Asks for these frames, in this order, behind everything visible, as far as they fill no more than half of the
   * memory; forgets prefetches that are not among them.
   */
  prefetch(all: readonly { readonly file: FileId; readonly frameIndex: number }[]): void {
    const wanted = all.slice(0, Math.floor(this.#limitBytes / 2 / Math.max(1, this.#lastFrameBytes)));
    const keys = new Set(wanted.map(({ file, frameIndex }) => keyOf(file, frameIndex)));
    this.#giveUp((key, pending) => pending.isPrefetch && !keys.has(key));
    for (const { file, frameIndex } of wanted) {
      const key = keyOf(file, frameIndex);
      if (!this.#frames.has(key)) void this.#request(key, file, frameIndex, true);
    }
  }

  forgetArchive(archive: ArchiveId): void {
    const isOfArchive = (key: string): boolean =>
      archiveOfFile(Number(key.split(':')[0]) as FileId) === archive;
    this.#closed.add(archive);
    this.#giveUp(isOfArchive);
    this.#frames.deleteWhere(isOfArchive);
    if (this.#held !== null && isOfArchive(this.#held.key)) this.#held = null;
  }

  #giveUp(matches: (key: string, pending: Pending) => boolean): void {
    for (const [key, pending] of this.#pending) if (matches(key, pending)) pending.controller.abort();
  }

  #request(key: string, file: FileId, frameIndex: number, isPrefetch: boolean): Promise<Result<LoadedFrame>> {
    const known = this.#pending.get(key);
    if (known !== undefined && !known.controller.signal.aborted) {
      known.isPrefetch &&= isPrefetch;
      return known.promise;
    }
    const controller = new AbortController();
    const pending = { controller, isPrefetch };
    const promise = this.#load(file, frameIndex, {
      priority: () => (pending.isPrefetch ? PRIORITY.prefetch : PRIORITY.visible),
      signal: controller.signal,
    }).then((result) => {
      if (this.#pending.get(key)?.controller === controller) this.#pending.delete(key);
      if (result.ok && !this.#closed.has(archiveOfFile(file))) {
        this.#lastFrameBytes = bytesOf(result.value);
        this.#frames.set(key, result.value, this.#lastFrameBytes);
      }
      return result;
    });
    this.#pending.set(key, Object.assign(pending, { promise }));
    return promise;
  }
}

function keyOf(file: FileId, frameIndex: number): string {
  return `${String(file)}:${String(frameIndex)}`;
}

function bytesOf({ frame }: LoadedFrame): number {
  return frame.samples.byteLength;
}
