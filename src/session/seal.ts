import { create } from 'zustand';
import { observeRequests, SEAL_CHANNEL, type SealReport } from '../workers/seal-report';
import { isWorkerOfThisPage } from '../workers/start-worker';
import {
  guardClicks,
  guardNavigation,
  guardWindows,
  removePeerConnections,
  type BlockedAttempt,
} from './seal-guards';

export interface SealState {
  /** Requests of the page and its workers that reached the network since `countRequestsFromNow`. */
  readonly requests: number;
  /** Attempts that were stopped since the page was loaded; the newest last, and no more than the last hundred. */
  readonly blocked: readonly BlockedAttempt[];
}

const BLOCKED_KEPT = 100;

export const useSeal = create<SealState>()(() => ({ requests: 0, blocked: [] }));

/** Milliseconds since 1970. */
let countedFromMs = 0;

/** Starts the count anew: when the first archive is opened. */
export function countRequestsFromNow(): void {
  countedFromMs = performance.timeOrigin + performance.now();
  useSeal.setState({ requests: 0 });
}

/**
 * Closes what the policy in `index.html` cannot (links, windows, navigation, peer connections), and begins to
 * count and to note. Called once, before anything else runs. The policy itself needs no script.
 */
export function sealPage(): void {
  guardNavigation(noteBlocked);
  guardWindows(noteBlocked);
  guardClicks(noteBlocked);
  removePeerConnections();
  observeRequests(noteRequest);
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    noteBlocked({ what: effectiveDirective, where: blockedURI });
  });
  new BroadcastChannel(SEAL_CHANNEL).onmessage = ({ data }: MessageEvent<SealReport>) => {
    if (!isWorkerOfThisPage(data.worker)) return;
    if (data.type === 'request') noteRequest(data.atMs);
    else noteBlocked({ what: data.what, where: data.where });
  };
}

export function noteRequest(atMs: number): void {
  if (atMs >= countedFromMs) useSeal.setState(({ requests }) => ({ requests: requests + 1 }));
}

function noteBlocked(attempt: BlockedAttempt): void {
  useSeal.setState(({ blocked }) => ({ blocked: [...blocked, attempt].slice(-BLOCKED_KEPT) }));
}
