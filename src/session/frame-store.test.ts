import { expect, it } from 'vitest';
import { toArchiveId, toFileId, type FileId } from '../base/ids';
import { problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import type { LoadedFrame } from '../viewer/loaded-frame';
import { FrameStore, type FrameLoader } from './frame-store';

function fileOf(archive: number, entry: number): FileId {
  return toFileId(toArchiveId(archive), entry);
}

function loaded(bytes: number): LoadedFrame {
  return { frame: { samples: new Uint8Array(bytes) }, overlays: [] } as unknown as LoadedFrame;
}

interface Call {
  readonly file: FileId;
  readonly priority: () => number;
  readonly signal: AbortSignal;
  readonly answer: (result: Result<LoadedFrame>) => void;
}

function recorder(): { readonly calls: Call[]; readonly load: FrameLoader } {
  const calls: Call[] = [];
  const load: FrameLoader = (file, _frame, { priority, signal }) =>
    new Promise((resolve) => {
      // The pool asks for the priority at once.
      priority();
      calls.push({ file, priority, signal, answer: resolve });
    });
  return { calls, load };
}

it('asks once for a frame that two callers wait for, and answers later calls from memory', async () => {
  const { calls, load } = recorder();
  const store = new FrameStore(load, 1000);
  const both = [store.load(fileOf(0, 1), 0, 0), store.load(fileOf(0, 1), 0, 0)];
  expect(calls).toHaveLength(1);
  calls[0]?.answer(ok(loaded(10)));
  await Promise.all(both);
  await store.load(fileOf(0, 1), 0, 0);
  expect(calls).toHaveLength(1);
});

it('puts a visible frame before prefetches and drops prefetches that are no longer wanted', () => {
  const { calls, load } = recorder();
  const store = new FrameStore(load, 1000);
  store.prefetch(
    [
      { file: fileOf(0, 1), frameIndex: 0 },
      { file: fileOf(0, 2), frameIndex: 0 },
    ],
    0,
  );
  void store.load(fileOf(0, 2), 0, 0);
  store.prefetch([{ file: fileOf(0, 3), frameIndex: 0 }], 0);
  expect(calls.map(({ file }) => file)).toEqual([fileOf(0, 1), fileOf(0, 2), fileOf(0, 3)]);
  expect(calls[1]?.priority()).toBeGreaterThan(calls[2]?.priority() ?? NaN);
  expect(calls.map(({ signal }) => signal.aborted)).toEqual([true, false, false]);
});

it('gives up the frames that were to be shown before the one to show now', () => {
  const { calls, load } = recorder();
  const store = new FrameStore(load, 1000);
  void store.load(fileOf(0, 1), 0, 0);
  void store.load(fileOf(0, 2), 0, 0);
  expect(calls.map(({ signal }) => signal.aborted)).toEqual([true, false]);
});

it('tries a failed frame again, and keeps nothing of an archive that was closed', async () => {
  const { calls, load } = recorder();
  const store = new FrameStore(load, 1000);
  const failing = store.load(fileOf(0, 1), 0, 0);
  calls[0]?.answer(err(problem('empty-file', 'a.dcm', {})));
  expect((await failing).ok).toBe(false);
  const again = store.load(fileOf(0, 1), 0, 0);
  const other = store.load(fileOf(1, 1), 0, 0);
  const late = store.load(fileOf(0, 2), 0, 0);
  calls[1]?.answer(ok(loaded(10)));
  calls[2]?.answer(ok(loaded(10)));
  await Promise.all([again, other]);
  store.forgetArchive(toArchiveId(0));
  calls[3]?.answer(ok(loaded(10)));
  await late;
  expect(store.get(fileOf(0, 2), 0)).toBeUndefined();
  expect(store.get(fileOf(0, 1), 0)).toBeUndefined();
  expect(store.get(fileOf(1, 1), 0)).toBeDefined();
});

it('keeps the frame that is held whatever else comes, until another one is', async () => {
  const { calls, load } = recorder();
  const store = new FrameStore(load, 25);
  const loads = [1, 2, 3].map((entry) => store.load(fileOf(0, entry), 0, 0));
  calls[0]?.answer(ok(loaded(10)));
  await loads[0];
  store.hold(fileOf(0, 1), 0, 0);
  for (const call of calls.slice(1)) call.answer(ok(loaded(20)));
  await Promise.all(loads);
  expect(store.get(fileOf(0, 1), 0)).toBeDefined();
  expect(store.get(fileOf(0, 2), 0)).toBeUndefined();
  store.hold(fileOf(0, 3), 0, 0);
  expect(store.get(fileOf(0, 1), 0)).toBeUndefined();
});

it('prefetches no more than half of the memory holds', async () => {
  const { calls, load } = recorder();
  const store = new FrameStore(load, 100);
  const first = store.load(fileOf(0, 0), 0, 0);
  calls[0]?.answer(ok(loaded(20)));
  await first;
  store.prefetch(
    [1, 2, 3, 4].map((entry) => ({ file: fileOf(0, entry), frameIndex: 0 })),
    0,
  );
  // Half of 100 bytes has room for two frames of 20.
  expect(calls.slice(1).map(({ file }) => file)).toEqual([fileOf(0, 1), fileOf(0, 2)]);
});

it('keeps what another viewport waits for, or may want next', () => {
  const { calls, load } = recorder();
  const store = new FrameStore(load, 1000);
  void store.load(fileOf(0, 1), 0, 0);
  void store.load(fileOf(0, 1), 0, 1);
  void store.load(fileOf(0, 2), 0, 0);
  store.prefetch([{ file: fileOf(0, 3), frameIndex: 0 }], 0);
  store.prefetch([{ file: fileOf(0, 3), frameIndex: 0 }], 1);
  store.prefetch([], 0);
  expect(calls.map(({ signal }) => signal.aborted)).toEqual([false, false, false]);
  store.release(1);
  expect(calls.map(({ signal }) => signal.aborted)).toEqual([true, false, true]);
});
