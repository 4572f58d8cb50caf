import preambleUrl from './preamble.worker?worker&url';

/** One script for each kind of worker, kept for the page's life: a worker that crashed is started from it again. */
const scripts = new Map<string, string>();

/**
 * Starts a module worker that stands under the page's own policy, and that reports its requests to the page.
 *
 * A worker started from a URL has the policy of that URL's response headers, and a static host sends none: it
 * could reach the network. One started from a `blob:` script inherits the page's policy. So the script is a blob
 * that imports the real module, after the preamble that every worker begins with.
 *
 * @param url of the worker's module, from an import with `?worker&url`
 */
export function startModuleWorker(url: string | URL, name: string): Worker {
  return new Worker(scriptFor(new URL(url, import.meta.url).href), { type: 'module', name });
}

/** Whether `scriptUrl` (the `location.href` of a worker) is of a worker of this page, not of another tab's. */
export function isWorkerOfThisPage(scriptUrl: string): boolean {
  return [...scripts.values()].includes(scriptUrl);
}

function scriptFor(moduleUrl: string): string {
  const existing = scripts.get(moduleUrl);
  if (existing !== undefined) return existing;
  const preamble = new URL(preambleUrl, import.meta.url).href;
  const source = [preamble, moduleUrl].map((imported) => `import ${JSON.stringify(imported)};`).join('\n');
  const script = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  scripts.set(moduleUrl, script);
  return script;
}
