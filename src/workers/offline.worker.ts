import type { FromOfflineWorker, OfflineFile } from './offline-protocol';

/** Put in place by `scripts/offline-plugin.ts`: every file of the build, and a name that changes with any of them. */
declare const OFFLINE_FILES: readonly OfflineFile[];
declare const OFFLINE_BUILD: string;

const worker = self as unknown as ServiceWorkerGlobalScope;
const scope = worker.registration.scope;
const page = new URL('./', scope).href;
/** Caches belong to the origin, which several installations may share: each names its own by its folder. */
const ownCaches = `glovebox ${scope} `;
const cacheName = ownCaches + OFFLINE_BUILD;

worker.addEventListener('install', (event) => {
  event.waitUntil(fillCache());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(deleteOldCaches());
});

/** There is one message, `ToOfflineWorker`. */
worker.addEventListener('message', (event) => {
  event.waitUntil(worker.clients.claim());
});

worker.addEventListener('fetch', (event) => {
  event.respondWith(answer(event.request, event.clientId));
});

/** All files or none; the integrity makes sure that they are of one build while the host is being updated. */
async function fillCache(): Promise<void> {
  const cache = await caches.open(cacheName);
  const requests = OFFLINE_FILES.map(
    ({ path, integrity }) => new Request(new URL(path, scope), { cache: 'no-cache', integrity }),
  );
  try {
    await cache.addAll(requests);
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
}

async function deleteOldCaches(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(ownCaches) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/**
 * From the cache, and nothing from anywhere else: a request for what is no file of the build is refused here,
 * whoever makes it. Two ways lead to the network: to another page below this folder, and to this page's own files
 * if the browser has thrown the cache away, which then is filled again.
 */
async function answer(request: Request, clientId: string): Promise<Response> {
  const isNavigation = request.mode === 'navigate';
  const cached = await match(request, isNavigation);
  if (cached !== undefined) return cached;
  if (isNavigation) return fetch(request);
  if (await caches.has(cacheName)) return Response.error();
  if (!isOwnFile(request)) return Response.error();
  await reportRequest(clientId);
  await fillCache();
  return (await match(request, isNavigation)) ?? Response.error();
}

async function match(request: Request, isNavigation: boolean): Promise<Response | undefined> {
  const url = new URL(request.url);
  const isPage = isNavigation && [page, `${page}index.html`].includes(url.origin + url.pathname);
  return caches.match(isPage ? page : request, { cacheName, ignoreVary: true });
}

function isOwnFile({ method, url }: Request): boolean {
  return method === 'GET' && OFFLINE_FILES.some(({ path }) => new URL(path, scope).href === url);
}

async function reportRequest(clientId: string): Promise<void> {
  const client = await worker.clients.get(clientId);
  client?.postMessage({ atMs: Date.now() } satisfies FromOfflineWorker);
}
