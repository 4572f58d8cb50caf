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

/** Who looks at frames: a viewport, by its place. */
type Viewer = number;

interface Pending {
  readonly promise: Promise<Result<LoadedFrame>>;
  readonly controller: AbortController;
  /** Those that wait for it. */
  readonly visibleTo: Set<Viewer>;
  /** Those that may want it next. */
  readonly nextOf: Set<Viewer>;
}

const PRIORITY = { visible: 2, prefetch: 0 } as const;

/** Decoded frames of all open archives, as many as fit in `limitBytes`, and those on their way. */
export class FrameStore {
  readonly #load: FrameLoader;
  readonly #frames: ByteLru<string, LoadedFrame>;
  readonly #pending = new Map<string, Pending>();
  readonly #closed = new Set<ArchiveId>();
  readonly #limitBytes: number;
  readonly #held = new Map<Viewer, { readonly key: string; readonly frame: LoadedFrame }>();
  #lastFrameBytes = 0;

  constructor(load: FrameLoader, limitBytes: number) {
    this.#load = load;
    this.#limitBytes = limitBytes;
    this.#frames = new ByteLru(limitBytes);
  }

  /** Whether any frame is on its way. */
  get isLoading(): boolean {
    return this.#pending.size > 0;
  }

  get(file: FileId, frameIndex: number): LoadedFrame | undefined {
    const key = keyOf(file, frameIndex);
    return this.#frames.get(key) ?? [...this.#held.values()].find((held) => held.key === key)?.frame;
  }

  /** Keeps a frame at hand, whatever else comes, until its viewer holds another one: the one on the canvas. */
  hold(file: FileId, frameIndex: number, viewer: Viewer): LoadedFrame | undefined {
    const frame = this.get(file, frameIndex);
    if (frame !== undefined) this.#held.set(viewer, { key: keyOf(file, frameIndex), frame });
    return frame;
  }

  /** Of a viewer that is gone, or shows nothing any more. */
  release(viewer: Viewer): void {
    this.#held.delete(viewer);
    this.#forgetWishes((_, { visibleTo, nextOf }) => {
      visibleTo.delete(viewer);
      nextOf.delete(viewer);
    });
  }

  /**
   * The frame that a viewer is to show now: it overtakes every prefetch, and the frames that were to be shown there
   * before it are given up unless a worker has begun them (their results still come: a fast scroll shows what it can).
   */
  async load(file: FileId, frameIndex: number, viewer: Viewer): Promise<Result<LoadedFrame>> {
    const key = keyOf(file, frameIndex);
    this.#forgetWishes((other, { visibleTo }) => {
      if (other !== key) visibleTo.delete(viewer);
    });
    const known = this.get(file, frameIndex);
    if (known !== undefined) return ok(known);
    const pending = this.#pendingOf(key);
    if (pending === null) return this.#request(file, frameIndex, { visibleTo: [viewer], nextOf: [] });
    pending.visibleTo.add(viewer);
    pending.nextOf.delete(viewer);
    return pending.promise;
  }

  /**
   * Asks for the frames that a viewer may want next, in this order, behind everything visible, as far as those of all
   * viewers fill no more than half of the memory; forgets its prefetches that are not among them.
   */
  prefetch(all: readonly { readonly file: FileId; readonly frameIndex: number }[], viewer: Viewer): void {
    const shareBytes = this.#limitBytes / 2 / Math.max(1, this.#held.size);
    const wanted = all.slice(0, Math.floor(shareBytes / Math.max(1, this.#lastFrameBytes)));
    const keys = new Set(wanted.map(({ file, frameIndex }) => keyOf(file, frameIndex)));
    this.#forgetWishes((key, { nextOf }) => {
      if (!keys.has(key)) nextOf.delete(viewer);
    });
    for (const { file, frameIndex } of wanted) {
      const key = keyOf(file, frameIndex);
      if (this.#frames.has(key)) continue;
      const pending = this.#pendingOf(key);
      if (pending === null) void this.#request(file, frameIndex, { visibleTo: [], nextOf: [viewer] });
      else if (!pending.visibleTo.has(viewer)) pending.nextOf.add(viewer);
    }
  }

  forgetArchive(archive: ArchiveId): void {
    const isOfArchive = (key: string): boolean =>
      archiveOfFile(Number(key.split(':')[0]) as FileId) === archive;
    this.#closed.add(archive);
    for (const [key, { controller }] of this.#pending) if (isOfArchive(key)) controller.abort();
    this.#frames.deleteWhere(isOfArchive);
    for (const [viewer, { key }] of this.#held) if (isOfArchive(key)) this.#held.delete(viewer);
  }

  /** Gives up what nobody wants any more. */
  #forgetWishes(forget: (key: string, pending: Pending) => void): void {
    for (const [key, pending] of this.#pending) {
      forget(key, pending);
      if (pending.visibleTo.size + pending.nextOf.size === 0) pending.controller.abort();
    }
  }

  #pendingOf(key: string): Pending | null {
    const pending = this.#pending.get(key);
    return pending === undefined || pending.controller.signal.aborted ? null : pending;
  }

  #request(
    file: FileId,
    frameIndex: number,
    wishes: { readonly visibleTo: readonly Viewer[]; readonly nextOf: readonly Viewer[] },
  ): Promise<Result<LoadedFrame>> {
    const key = keyOf(file, frameIndex);
    const controller = new AbortController();
    const visibleTo = new Set(wishes.visibleTo);
    const promise = this.#load(file, frameIndex, {
      priority: () => (visibleTo.size > 0 ? PRIORITY.visible : PRIORITY.prefetch),
      signal: controller.signal,
    }).then((result) => {
      if (this.#pending.get(key)?.controller === controller) this.#pending.delete(key);
      if (result.ok && !this.#closed.has(archiveOfFile(file))) {
        this.#lastFrameBytes = bytesOf(result.value);
        this.#frames.set(key, result.value, this.#lastFrameBytes);
      }
      return result;
    });
    this.#pending.set(key, { promise, controller, visibleTo, nextOf: new Set(wishes.nextOf) });
    return promise;
  }
}

function keyOf(file: FileId, frameIndex: number): string {
  return `${String(file)}:${String(frameIndex)}`;
}

function bytesOf({ frame, overlays }: LoadedFrame): number {
  return overlays.reduce((sum, { bits }) => sum + bits.byteLength, frame.samples.byteLength);
}
