import { problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import type { FromWorker, RequestName, Requests, ToWorker } from './protocol';

export interface RequestOptions<Name extends RequestName> {
  readonly signal?: AbortSignal;
  /** The signal takes the task out of the queue, but does not stop one that a worker has begun. */
  readonly finishOnceBegun?: boolean;
  readonly onEvent?: (event: Requests[Name]['event']) => void;
  /** Higher is sooner; equal ones in the order they came. Asked for whenever a worker is free, so it may change. */
  readonly priority?: () => number;
  /** Begins while nothing else is under way, and leaves one worker of several idle: nobody waits behind it. */
  readonly isBackground?: boolean;
  /** Requests of one key go to the worker that served it last, if that one is idle: it has the bytes at hand. */
  readonly affinity?: number;
  /** Of requests with an affinity: waits for the worker that served the last bound one of that key, if it is busy. */
  readonly isBound?: boolean;
  /** After this long the worker is replaced and the request ends in `decode-timeout`. */
  readonly deadlineMs?: number;
  readonly transfer?: readonly Transferable[];
}

interface Task {
  readonly id: number;
  readonly name: RequestName;
  readonly input: unknown;
  readonly options: RequestOptions<RequestName>;
  readonly settle: (result: Result<unknown>) => void;
}

interface Slot {
  worker: Worker | null;
  task: Task | null;
  lastAffinity: number | undefined;
  /** The affinity of the last bound request. */
  boundTo: number | undefined;
  deadline: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Workers of one kind, started when first needed, one task at a time each. A worker that dies takes its own
 * task with it and is replaced; one that is spent is replaced behind its task.
 */
export class WorkerPool {
  readonly #start: () => Worker;
  readonly #slots: readonly Slot[];
  #queue: Task[] = [];
  #nextId = 1;

  constructor(options: { readonly start: () => Worker; readonly size: number }) {
    this.#start = options.start;
    this.#slots = Array.from({ length: options.size }, () => ({
      worker: null,
      task: null,
      lastAffinity: undefined,
      boundTo: undefined,
      deadline: undefined,
    }));
  }

  get size(): number {
    return this.#slots.length;
  }

  request<Name extends RequestName>(
    name: Name,
    input: Requests[Name]['input'],
    options: RequestOptions<Name> = {},
  ): Promise<Result<Requests[Name]['output']>> {
    const { signal } = options;
    if (signal?.aborted === true) return Promise.resolve(err(problem('cancelled', '', {})));
    return new Promise((resolve) => {
      const id = this.#nextId++;
      const onAbort = (): void => {
        this.#abort(id);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#queue.push({
        id,
        name,
        input,
        options: options as RequestOptions<RequestName>,
        settle: (result) => {
          signal?.removeEventListener('abort', onAbort);
          resolve(result as Result<Requests[Name]['output']>);
        },
      });
      this.#dispatch();
    });
  }

  /** Starts a worker ahead of the first request, so that it does not wait for that. */
  warmUp(): void {
    const [slot] = this.#slots;
    if (slot !== undefined) slot.worker ??= this.#startWorker(slot);
  }

  /** Ends every worker; what was under way or waiting ends as cancelled. The pool can be used again. */
  dispose(): void {
    for (const slot of this.#slots) this.#replace(slot, err(problem('cancelled', '', {})));
    const waiting = this.#queue;
    this.#queue = [];
    for (const task of waiting) task.settle(err(problem('cancelled', '', {})));
  }

  #dispatch(): void {
    for (let next = this.#takeNext(); next !== null; next = this.#takeNext()) this.#run(next.slot, next.task);
  }

  /** The most urgent of the tasks that there is a worker for. */
  #takeNext(): { readonly slot: Slot; readonly task: Task } | null {
    let next: { readonly slot: Slot; readonly task: Task; readonly priority: number } | null = null;
    const hasTime = this.#hasTimeForBackground();
    for (const task of this.#queue) {
      if (!hasTime && task.options.isBackground === true) continue;
      const slot = this.#slotFor(task);
      const priority = task.options.priority?.() ?? 0;
      if (slot !== undefined && (next === null || priority > next.priority)) next = { slot, task, priority };
    }
    if (next !== null) this.#queue.splice(this.#queue.indexOf(next.task), 1);
    return next;
  }

  #hasTimeForBackground(): boolean {
    const busy = this.#slots.flatMap(({ task }) => task ?? []);
    const isOneLeft = this.#slots.length === 1 || busy.length < this.#slots.length - 1;
    return isOneLeft && busy.every(({ options }) => options.isBackground === true);
  }

  #slotFor({ options: { affinity, isBound = false } }: Task): Slot | undefined {
    const idle = this.#slots.filter(({ task }) => task === null);
    const bound =
      isBound && affinity !== undefined ? this.#slots.find(({ boundTo }) => boundTo === affinity) : undefined;
    if (bound !== undefined) return bound.task === null ? bound : undefined;
    return (
      idle.find(({ lastAffinity }) => affinity !== undefined && lastAffinity === affinity) ??
      idle.find(({ boundTo }) => isBound && boundTo === undefined) ??
      idle.find(({ worker }) => worker !== null) ??
      idle[0]
    );
  }

  #run(slot: Slot, task: Task): void {
    slot.worker ??= this.#startWorker(slot);
    slot.task = task;
    const { affinity, isBound = false, deadlineMs } = task.options;
    slot.lastAffinity = affinity;
    if (isBound) slot.boundTo = affinity;
    if (deadlineMs !== undefined) {
      slot.deadline = setTimeout(() => {
        this.#replace(slot, err(problem('decode-timeout', '', { seconds: deadlineMs / 1000 })));
        this.#dispatch();
      }, deadlineMs);
    }
    const message: ToWorker = { type: 'request', id: task.id, name: task.name, input: task.input };
    slot.worker.postMessage(message, [...(task.options.transfer ?? [])]);
  }

  #startWorker(slot: Slot): Worker {
    const worker = this.#start();
    worker.onmessage = (event: MessageEvent) => {
      this.#receive(slot, event.data as FromWorker);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.#replace(slot, err(problem('worker-crashed', '', { reason: event.message })));
      this.#dispatch();
    };
    return worker;
  }

  #receive(slot: Slot, message: FromWorker): void {
    const { task } = slot;
    if (task?.id !== message.id) return;
    if (message.type === 'event') {
      task.options.onEvent?.(message.event as never);
      return;
    }
    const result = message.type === 'done' ? ok(message.output) : err(message.problem);
    if (message.isSpent) this.#replace(slot, result);
    else this.#finish(slot, result);
    this.#dispatch();
  }

  #finish(slot: Slot, result: Result<unknown>): void {
    clearTimeout(slot.deadline);
    const { task } = slot;
    slot.task = null;
    task?.settle(result);
  }

  /** Ends a worker; the next task of its slot starts another. */
  #replace(slot: Slot, result: Result<unknown>): void {
    slot.worker?.terminate();
    slot.worker = null;
    slot.lastAffinity = undefined;
    slot.boundTo = undefined;
    this.#finish(slot, result);
  }

  /** A waiting task leaves the queue; a running one is told to stop, and its caller does not wait for that. */
  #abort(id: number): void {
    const cancelled = err(problem('cancelled', '', {}));
    const waiting = this.#queue.find((task) => task.id === id);
    if (waiting !== undefined) {
      this.#queue = this.#queue.filter((task) => task !== waiting);
      waiting.settle(cancelled);
      return;
    }
    const slot = this.#slots.find((candidate) => candidate.task?.id === id);
    const task = slot?.task;
    if (slot === undefined || task === null || task === undefined || task.options.finishOnceBegun === true)
      return;
    const message: ToWorker = { type: 'abort', id };
    slot.worker?.postMessage(message);
    task.settle(cancelled);
  }
}
