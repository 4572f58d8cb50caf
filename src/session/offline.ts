import { create } from 'zustand';
import type { FromOfflineWorker, ToOfflineWorker } from '../workers/offline-protocol';
import { noteRequest } from './seal';

/**
 * - `unsupported`: no service worker here (plain http other than localhost, a development server, a browser
 *   that has none); everything else works
 * - `pending`: the cache is being filled
 * - `ready`: whatever the page or a worker of it loads from now on comes from the cache
 * - `failed`: the cache could not be filled (no room, or the host's files are not those of one build)
 */
export type OfflineState = 'unsupported' | 'pending' | 'ready' | 'failed';

export const useOffline = create<{ readonly state: OfflineState }>()(() => ({ state: 'pending' }));

/** The offline worker lies beside the page, so that its scope is the page's folder. */
const WORKER_FILE = 'offline.js';

/**
 * Fills the offline cache and puts this page under it. A newer version that the host has waits until no page of
 * the old one is open; it never replaces one.
 */
export async function registerOffline(): Promise<void> {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) {
    setState('unsupported');
    return;
  }
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener('message', ({ data }: MessageEvent<FromOfflineWorker>) => {
    noteRequest(data.atMs);
  });
  serviceWorker.startMessages();
  if (serviceWorker.controller !== null) setState('ready');
  serviceWorker.addEventListener('controllerchange', () => {
    setState('ready');
  });
  try {
    const registration = await serviceWorker.register(new URL(WORKER_FILE, document.baseURI));
    const worker = registration.active ?? registration.waiting ?? registration.installing;
    if (serviceWorker.controller === null && worker !== null) takeOver(worker);
  } catch {
    if (serviceWorker.controller === null) setState('failed');
  }
}

/**
 * A page's first visit, or one that the user reloaded past the cache: it was loaded without the worker, so the
 * worker is asked to take it over as soon as its cache is full.
 */
function takeOver(worker: ServiceWorker): void {
  const follow = (): void => {
    if (worker.state === 'activated') worker.postMessage('take-over' satisfies ToOfflineWorker);
    else if (worker.state === 'redundant') setState('failed');
  };
  worker.addEventListener('statechange', follow);
  follow();
}

/** Resolves when it is known how the page stands offline, or after `limitMs`. */
export function offlineSettled(limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    if (useOffline.getState().state !== 'pending') {
      resolve();
      return;
    }
    const timer = setTimeout(resolve, limitMs);
    const unsubscribe = useOffline.subscribe(({ state }) => {
      if (state === 'pending') return;
      clearTimeout(timer);
      unsubscribe();
      resolve();
    });
  });
}

function setState(state: OfflineState): void {
  useOffline.setState({ state });
}
