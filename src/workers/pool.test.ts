import { afterEach, describe, expect, it } from 'vitest';
import { problem } from '../base/problem';
import { err, ok } from '../base/result';
import { WorkerPool } from './pool';
import type { Requests } from './protocol';
import { serve, type Handler } from './serve';

/** Stands for any request that takes a while: its `name` says which one it is. */
type Job = Requests['computeSha256'];

const DIGEST: Job['output'] = 'e3b0c442';

interface Bench {
  readonly pool: WorkerPool;
  /** Names in the order in which workers began them. */
  readonly begun: string[];
  readonly aborted: string[];
  /** Lets a job that has begun end well. */
  readonly finish: (name: string) => void;
  /** From now on workers say that they are spent. */
  readonly exhaust: () => void;
  readonly workersStarted: () => number;
  readonly workersEnded: () => number;
}

const pools: WorkerPool[] = [];

afterEach(() => {
  for (const pool of pools.splice(0)) pool.dispose();
});

/** Real `serve` behind real message ports; only the thread is the test's own. */
function startBench(size: number): Bench {
  const begun: string[] = [];
  const aborted: string[] = [];
  const waiting = new Map<string, () => void>();
  let started = 0;
  let ended = 0;
  let isSpent = false;

  const computeSha256: Handler<'computeSha256'> = (spec, { signal }) => {
    const name = spec.kind === 'blobs' ? spec.name : '';
    begun.push(name);
    if (name === 'crash') throw new Error('a bug');
    if (name === 'bad') return Promise.resolve(err(problem('empty-file', name, {})));
    return new Promise((resolve) => {
      waiting.set(name, () => {
        resolve(ok({ output: DIGEST }));
      });
      signal.addEventListener('abort', () => aborted.push(name));
    });
  };

  function start(): Worker {
    started++;
    const { port1, port2 } = new MessageChannel();
    serve(port2, { computeSha256 }, () => isSpent);
    return Object.assign(port1, {
      onerror: null,
      terminate: () => {
        ended++;
        port1.close();
      },
    }) as unknown as Worker;
  }

  const pool = new WorkerPool({ start, size });
  pools.push(pool);
  return {
    pool,
    begun,
    aborted,
    finish: (name) => waiting.get(name)?.(),
    exhaust: () => {
      isSpent = true;
    },
    workersStarted: () => started,
    workersEnded: () => ended,
  };
}

function job(name: string): Job['input'] {
  return { kind: 'blobs', name, blobs: [], start: 0 };
}

describe('a pool of workers', () => {
  it('starts workers only as they are needed, and runs what waits in turn', async () => {
    const { pool, begun, finish, workersStarted } = startBench(2);
    expect(workersStarted()).toBe(0);
    const results = ['a', 'b', 'c'].map((name) => pool.request('computeSha256', job(name)));
    await expect.poll(() => begun).toEqual(['a', 'b']);
    finish('a');
    await expect.poll(() => begun).toEqual(['a', 'b', 'c']);
    finish('b');
    finish('c');
    expect((await Promise.all(results)).map(({ ok: isOk }) => isOk)).toEqual([true, true, true]);
    expect(workersStarted()).toBe(2);
  });

  it('can have a worker ready before the first request', async () => {
    const { pool, begun, workersStarted } = startBench(2);
    pool.warmUp();
    pool.warmUp();
    expect(workersStarted()).toBe(1);
    void pool.request('computeSha256', job('a'));
    await expect.poll(() => begun).toEqual(['a']);
    expect(workersStarted()).toBe(1);
  });

  it('takes what is more urgent first, as it is when a worker becomes free', async () => {
    const { pool, begun, finish } = startBench(1);
    let urgencyOfC = 0;
    void pool.request('computeSha256', job('a'));
    void pool.request('computeSha256', job('b'), { priority: () => 1 });
    void pool.request('computeSha256', job('c'), { priority: () => urgencyOfC });
    await expect.poll(() => begun).toEqual(['a']);
    urgencyOfC = 2;
    finish('a');
    await expect.poll(() => begun).toEqual(['a', 'c']);
    finish('c');
    await expect.poll(() => begun).toEqual(['a', 'c', 'b']);
  });

  it('begins what is in the background while nothing else is under way, and leaves a worker idle', async () => {
    const { pool, begun, finish } = startBench(2);
    const background = { isBackground: true };
    void pool.request('computeSha256', job('first'));
    void pool.request('computeSha256', job('small a'), background);
    void pool.request('computeSha256', job('small b'), background);
    await expect.poll(() => begun).toEqual(['first']);
    finish('first');
    await expect.poll(() => begun).toEqual(['first', 'small a']);
    void pool.request('computeSha256', job('second'));
    await expect.poll(() => begun).toEqual(['first', 'small a', 'second']);
    finish('small a');
    finish('second');
    await expect.poll(() => begun).toEqual(['first', 'small a', 'second', 'small b']);
  });

  it('gives the problem of a request, and survives a bug in a handler', async () => {
    const { pool, finish, begun, workersEnded } = startBench(1);
    expect(await pool.request('computeSha256', job('bad'))).toEqual(err(problem('empty-file', 'bad', {})));
    expect(await pool.request('computeSha256', job('crash'))).toEqual(
      err(problem('worker-crashed', '', { reason: 'a bug' })),
    );
    // In what state it is, nobody knows.
    expect(workersEnded()).toBe(1);
    const next = pool.request('computeSha256', job('next'));
    await expect.poll(() => begun).toContain('next');
    finish('next');
    expect((await next).ok).toBe(true);
  });

  it('cancels what waits without beginning it, and tells what runs to stop', async () => {
    const { pool, begun, aborted, finish } = startBench(1);
    const running = new AbortController();
    const waiting = new AbortController();
    const first = pool.request('computeSha256', job('first'), { signal: running.signal });
    const second = pool.request('computeSha256', job('second'), { signal: waiting.signal });
    await expect.poll(() => begun).toEqual(['first']);
    waiting.abort();
    running.abort();
    const cancelled = err(problem('cancelled', '', {}));
    expect([await first, await second]).toEqual([cancelled, cancelled]);
    await expect.poll(() => aborted).toEqual(['first']);
    finish('first');
    const third = pool.request('computeSha256', job('third'));
    await expect.poll(() => begun).toEqual(['first', 'third']);
    finish('third');
    expect((await third).ok).toBe(true);
  });

  it('lets a request that has begun come to its end where that is wanted', async () => {
    const { pool, begun, finish } = startBench(1);
    const controller = new AbortController();
    const options = { signal: controller.signal, finishOnceBegun: true };
    const result = pool.request('computeSha256', job('frame'), options);
    await expect.poll(() => begun).toEqual(['frame']);
    controller.abort();
    finish('frame');
    expect((await result).ok).toBe(true);
  });

  it('replaces a worker that takes too long, and goes on with the next request', async () => {
    const { pool, begun, finish, workersStarted, workersEnded } = startBench(1);
    const stuck = pool.request('computeSha256', job('stuck'), { deadlineMs: 20 });
    const next = pool.request('computeSha256', job('next'));
    expect(await stuck).toEqual(err(problem('decode-timeout', '', { seconds: 0.02 })));
    await expect.poll(() => begun).toEqual(['stuck', 'next']);
    finish('next');
    expect((await next).ok).toBe(true);
    expect([workersStarted(), workersEnded()]).toEqual([2, 1]);
  });

  it('replaces a worker that is spent behind its task, whose result counts', async () => {
    const { pool, begun, finish, exhaust, workersStarted, workersEnded } = startBench(1);
    const large = pool.request('computeSha256', job('large'));
    const next = pool.request('computeSha256', job('next'));
    await expect.poll(() => begun).toEqual(['large']);
    exhaust();
    finish('large');
    expect(await large).toEqual(ok(DIGEST));
    await expect.poll(() => begun).toEqual(['large', 'next']);
    expect([workersStarted(), workersEnded()]).toEqual([2, 1]);
    finish('next');
    expect(await next).toEqual(ok(DIGEST));
    // Until there is something to do, none is started in its place.
    expect([workersStarted(), workersEnded()]).toEqual([2, 2]);
  });

  it('has what is bound wait for the worker that served it last', async () => {
    const { pool, begun, finish } = startBench(2);
    const bound = { affinity: 7, isBound: true };
    void pool.request('computeSha256', job('large 1'), bound);
    void pool.request('computeSha256', job('large 2'), bound);
    void pool.request('computeSha256', job('large 3'), { ...bound, priority: () => 1 });
    void pool.request('computeSha256', job('other'));
    await expect.poll(() => begun).toEqual(['large 1', 'other']);
    finish('other');
    void pool.request('computeSha256', job('another'));
    await expect.poll(() => begun.slice(2)).toEqual(['another']);
    finish('large 1');
    await expect.poll(() => begun.slice(3)).toEqual(['large 3']);
    finish('large 3');
    await expect.poll(() => begun.slice(4)).toEqual(['large 2']);
  });

  it('binds each worker to another key, as far as there are workers', async () => {
    const { pool, finish, begun, workersStarted } = startBench(2);
    for (const name of ['a', 'b', 'a again']) {
      const affinity = name.charCodeAt(0);
      const result = pool.request('computeSha256', job(name), { affinity, isBound: true });
      await expect.poll(() => begun).toContain(name);
      finish(name);
      await result;
    }
    expect(workersStarted()).toBe(2);
  });

  it('does not wait for a worker that was replaced', async () => {
    const { pool, begun, finish } = startBench(2);
    const bound = { affinity: 7, isBound: true };
    const stuck = pool.request('computeSha256', job('stuck'), { ...bound, deadlineMs: 20 });
    void pool.request('computeSha256', job('next'), bound);
    expect((await stuck).ok).toBe(false);
    await expect.poll(() => begun).toEqual(['stuck', 'next']);
    finish('next');
  });

  it('ends everything when it is disposed of, and can be used again', async () => {
    const { pool, begun, finish, workersEnded } = startBench(1);
    const results = ['a', 'b'].map((name) => pool.request('computeSha256', job(name)));
    await expect.poll(() => begun).toEqual(['a']);
    pool.dispose();
    const cancelled = err(problem('cancelled', '', {}));
    expect(await Promise.all(results)).toEqual([cancelled, cancelled]);
    expect(workersEnded()).toBe(1);
    const again = pool.request('computeSha256', job('again'));
    await expect.poll(() => begun).toEqual(['a', 'again']);
    finish('again');
    expect((await again).ok).toBe(true);
  });
});
