/** What workers tell the page about the seal: a channel of its own, apart from the requests of `protocol.ts`. */
export const SEAL_CHANNEL = 'glovebox-seal';

export type SealReport = {
  /** `location.href` of the worker: other tabs hear the channel too. */
  readonly worker: string;
} & (
  | {
      readonly type: 'request';
      /** When it was made, in milliseconds since 1970: each worker's clock starts at its own zero. */
      readonly atMs: number;
    }
  | {
      readonly type: 'blocked';
      /** The directive that forbade it, e.g. `connect-src`. */
      readonly what: string;
      readonly where: string;
    }
);

/**
 * Whether a resource came over the network: not through the offline cache (`workerStart` is set for what passes
 * through the service worker, which has a count of its own), not from the browser's cache and not refused
 * (nothing was transferred).
 */
export function leftThePage({ workerStart, transferSize }: PerformanceResourceTiming): boolean {
  return workerStart === 0 && transferSize > 0;
}

export function observeRequests(onRequest: (atMs: number) => void): void {
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (leftThePage(entry as PerformanceResourceTiming))
        onRequest(performance.timeOrigin + entry.startTime);
    }
  }).observe({ type: 'resource', buffered: true });
}
