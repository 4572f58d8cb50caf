import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { EntryTable } from '../archive/entry-table';
import { tableOfFiles } from '../archive/file-list';
import { archiveOfFile, entryOfFile, toArchiveId, type ArchiveId, type FileId } from '../base/ids';
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { HeldEncoder } from '../review/held/held-columns';
import type { LookedInto, SomeEntries } from '../workers/protocol';
import { forgetInside, lookIntoArchives, resumeInside, stopInside } from './inside-actions';
import type { ArchivePhase, OpenArchive } from './state';
import { NO_REVIEW, useSession } from './store';

const { tables, problems, worker } = vi.hoisted(() => ({
  tables: new Map<number, unknown>(),
  problems: [] as string[],
  worker: { look: (_input: unknown, _options: unknown): Promise<unknown> => Promise.resolve(null) },
}));

vi.mock('./publish', () => ({ schedulePublish: () => undefined }));
vi.mock('./engine', () => ({
  engine: {
    tableOf: (id: number) => tables.get(id) ?? null,
    shareOf: () => ({ archive: {} }),
    frames: { isLoading: false },
    catalog: {
      problemsOf: () => [],
      addProblems: (file: FileId, found: readonly Problem[]) => {
        problems.push(...found.map(({ code }) => `${archiveOfFile(file)}/${entryOfFile(file)}: ${code}`));
      },
    },
    checkWorkers: { request: (_: string, input: unknown, options: unknown) => worker.look(input, options) },
    reviewWorker: { request: () => Promise.resolve({ ok: true, value: null }) },
  },
}));

interface LookOptions {
  readonly signal: AbortSignal;
  readonly onEvent: (looked: LookedInto) => void;
}

/** Paths of the entries that a worker was asked for, a list for each request. */
let asked: (readonly string[])[] = [];

function looked(count: number): LookedInto {
  return { held: new HeldEncoder().flush(), entries: count, compressedBytes: 0, problems: [] };
}

/** Looks into all that it is asked for; `answer` may say otherwise. */
function setWorker(
  answer: (paths: readonly string[], options: LookOptions) => Promise<Result<null>> | null = () => null,
): void {
  worker.look = (input, options) => {
    const paths = (input as SomeEntries).entries.map(({ path }) => path);
    asked.push(paths);
    const own = answer(paths, options as LookOptions);
    if (own !== null) return own;
    (options as LookOptions).onEvent(looked(paths.length));
    return Promise.resolve(ok(null));
  };
}

function open(id: ArchiveId, phase: ArchivePhase, files: readonly string[], bytes = 10): void {
  const table: EntryTable = tableOfFiles(files.map((path) => ({ path, bytes })));
  tables.set(id, table);
  const archive = { id, phase } as OpenArchive;
  useSession.setState(({ archives }) => ({
    archives: [...archives.filter((each) => each.id !== id), archive],
  }));
}

function inside(): unknown {
  return useSession.getState().review.inside;
}

const A = toArchiveId(1);
const B = toArchiveId(2);
const MEGABYTE = 1 << 20;

beforeEach(() => {
  useSession.setState({ archives: [], review: NO_REVIEW });
  for (const id of [A, B]) forgetInside(id);
  tables.clear();
  problems.length = 0;
  asked = [];
  setWorker();
});

describe('the look into whole files', () => {
  it('begins when no archive is being read any more, and goes through all of them in file order', async () => {
    open(A, 'ready', ['a', 'b']);
    open(B, 'scanning', ['c']);
    lookIntoArchives();
    expect(inside()).toBeNull();
    open(B, 'ready', ['c']);
    lookIntoArchives();
    await vi.waitFor(() => {
      expect(inside()).toEqual({ phase: 'done', entries: 3, entriesDone: 3, bytes: 30, bytesDone: 30 });
    });
    expect(asked).toEqual([['a', 'b'], ['c']]);
  });

  it('asks for little at a time', async () => {
    open(A, 'ready', ['a', 'b', 'c'], 10 * MEGABYTE);
    lookIntoArchives();
    await vi.waitFor(() => expect(inside()).toMatchObject({ phase: 'done' }));
    expect(asked).toEqual([['a'], ['b'], ['c']]);
  });

  it('goes on behind what it was told of when it was stopped', async () => {
    open(A, 'ready', ['a', 'b', 'c']);
    setWorker((paths, { onEvent }) => {
      if (paths.length < 3) return null;
      onEvent(looked(1));
      return new Promise(() => undefined);
    });
    lookIntoArchives();
    await vi.waitFor(() =>
      expect(inside()).toMatchObject({ phase: 'running', entriesDone: 1, bytesDone: 10 }),
    );
    stopInside();
    expect(inside()).toMatchObject({ phase: 'stopped', entriesDone: 1 });
    resumeInside();
    await vi.waitFor(() => expect(inside()).toMatchObject({ phase: 'done', entriesDone: 3 }));
    expect(asked).toEqual([
      ['a', 'b', 'c'],
      ['b', 'c'],
    ]);
  });

  it('passes over a file that costs its worker the life, and over no other', async () => {
    open(A, 'ready', ['a', 'bad', 'c']);
    const crash = Promise.resolve(err(problem('worker-crashed', '', { reason: '' })));
    setWorker((paths) => (paths.includes('bad') ? crash : null));
    lookIntoArchives();
    await vi.waitFor(() => expect(inside()).toMatchObject({ phase: 'done', entriesDone: 3 }));
    expect(asked).toEqual([['a', 'bad', 'c'], ['a'], ['bad'], ['c']]);
    expect(problems).toEqual(['1/1: worker-crashed']);
  });

  it('forgets an archive that is closed, and goes on with the others', async () => {
    open(A, 'ready', ['a']);
    open(B, 'ready', ['b']);
    setWorker((paths) => (paths.includes('a') ? new Promise(() => undefined) : null));
    lookIntoArchives();
    await vi.waitFor(() => expect(asked).toEqual([['a']]));
    useSession.setState(({ archives }) => ({ archives: archives.filter(({ id }) => id !== A) }));
    forgetInside(A);
    await vi.waitFor(() => expect(inside()).toMatchObject({ phase: 'done', entries: 1, entriesDone: 1 }));
  });
});
