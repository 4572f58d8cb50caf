import { problem, type Problem } from '../base/problem';
import { err, type Result } from '../base/result';
import type { FromWorker, RequestName, Requests, ToWorker } from './protocol';

export interface RequestContext<Name extends RequestName> {
  readonly signal: AbortSignal;
  /** Sends a part of the result ahead of the rest. */
  readonly emit: (event: Requests[Name]['event'], transfer?: readonly Transferable[]) => void;
}

export interface Reply<Output> {
  readonly output: Output;
  readonly transfer?: readonly Transferable[];
}

export type Handler<Name extends RequestName> = (
  input: Requests[Name]['input'],
  context: RequestContext<Name>,
) => Promise<Result<Reply<Requests[Name]['output']>>>;

/** The part of a dedicated worker's global scope that a request needs; a test passes a MessagePort. */
export interface WorkerPort {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: FromWorker, transfer: Transferable[]): void;
}

/**
 * Answers the page's requests with `handlers`. The only catch-all of a worker: what a handler throws is a bug, or
 * the end of the memory, reported as `worker-crashed` for that request alone; the pool then replaces the worker,
 * as it does where `isSpent` says so.
 */
export function serve(
  port: WorkerPort,
  handlers: { readonly [Name in RequestName]?: Handler<Name> },
  isSpent: () => boolean = () => false,
): void {
  const running = new Map<number, AbortController>();

  async function answer(message: Extract<ToWorker, { type: 'request' }>): Promise<void> {
    const { id, name, input } = message;
    const controller = new AbortController();
    running.set(id, controller);
    const emit = (event: unknown, transfer: readonly Transferable[] = []): void => {
      port.postMessage({ type: 'event', id, event }, [...transfer]);
    };
    let result: Result<Reply<unknown>>;
    let hasCrashed = false;
    try {
      const handler = handlers[name] as Handler<RequestName> | undefined;
      if (handler === undefined) throw new Error(`no handler for ${name}`);
      result = await handler(input as never, { signal: controller.signal, emit });
    } catch (error) {
      result = err(crash(error));
      hasCrashed = true;
    }
    running.delete(id);
    const answered = { id, isSpent: hasCrashed || isSpent() };
    if (result.ok) {
      const { output, transfer = [] } = result.value;
      port.postMessage({ type: 'done', output, ...answered }, [...transfer]);
    } else {
      port.postMessage({ type: 'problem', problem: result.error, ...answered }, []);
    }
  }

  port.onmessage = (event) => {
    const message = event.data as ToWorker;
    if (message.type === 'abort') running.get(message.id)?.abort();
    else void answer(message);
  };
}

function crash(error: unknown): Problem {
  return problem('worker-crashed', '', { reason: error instanceof Error ? error.message : String(error) });
}
