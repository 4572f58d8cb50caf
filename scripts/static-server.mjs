import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';

const MIME_TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/**
 * What was asked of the server.
 * @typedef {{ method: string, path: string, status: number, headers: import('node:http').IncomingHttpHeaders }} LoggedRequest
 * @typedef {{ url: string, log: LoggedRequest[], stop: () => Promise<void> }} StaticServer
 */

/**
 * Serves a folder as the plainest of hosts does: no headers but the type and the length of a file.
 * @param {{ root: string, mount?: string, port?: number }} options `mount`: the path under which the folder
 *   lies, with a slash at both ends; `port`: 0 for any that is free
 * @returns {Promise<StaticServer>}
 */
export async function startStaticServer({ root, mount = '/', port = 0 }) {
  /** @type {LoggedRequest[]} */
  const log = [];
  const server = createServer((request, response) => {
    const { method = '', url = '/', headers } = request;
    const entry = { method, path: url, status: 0, headers };
    log.push(entry);
    findFile(root, mount, url).then((file) => {
      const isAnswered = file !== null && ['GET', 'HEAD'].includes(method);
      entry.status = isAnswered ? 200 : 404;
      if (!isAnswered) {
        response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
        return;
      }
      const type = MIME_TYPES[extname(file.path)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'content-length': file.bytes });
      if (method === 'HEAD') response.end();
      else createReadStream(file.path).pipe(response);
    });
  });
  await new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', done);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}${mount}`,
    log,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** The file for an address, the `index.html` of a folder's; null: there is none, or it is not below `root`. */
async function findFile(root, mount, url) {
  const path = decodePath(url);
  if (path === null || !path.startsWith(mount)) return null;
  const folder = resolve(root);
  const target = join(folder, path.slice(mount.length), path.endsWith('/') ? 'index.html' : '');
  if (!target.startsWith(folder + sep)) return null;
  const found = await stat(target).catch(() => null);
  return found?.isFile() ? { path: target, bytes: found.size } : null;
}

function decodePath(url) {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
}
