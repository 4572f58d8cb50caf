import type { ArchiveId } from '../base/ids';
import { lookIntoArchives } from './inside-actions';

/** Archives are read one after the other: each as fast as the disk, and the first one first. */
let lastTurn: Promise<void> = Promise.resolve();
const controllers = new Map<ArchiveId, AbortController>();

/** Does work on an archive when the work before it is done, unless it is stopped before that. */
export function inTurn(id: ArchiveId, work: (signal: AbortSignal) => Promise<void>): void {
  const signal = signalOf(id);
  lastTurn = lastTurn.then(async () => {
    if (!signal.aborted) await work(signal);
    lookIntoArchives();
  });
}

/** Tells when the work on an archive is to stop. */
function signalOf(id: ArchiveId): AbortSignal {
  let controller = controllers.get(id);
  if (controller === undefined) controllers.set(id, (controller = new AbortController()));
  return controller.signal;
}

/** Stops the work on an archive, and takes what has not begun out of turn; more can be asked for later. */
export function stopWorkOn(id: ArchiveId): void {
  controllers.get(id)?.abort();
  controllers.delete(id);
}
