import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Another site, which answers everyone gladly and notes what reaches it. */
export interface ListeningServer {
  readonly url: string;
  /** `GET /path`, one for each request, and each attempt at a web socket. */
  readonly received: readonly string[];
  stop(): Promise<void>;
}

export async function startListeningServer(): Promise<ListeningServer> {
  const received: string[] = [];
  const server = createServer(({ method, url }, response) => {
    received.push(`${method ?? ''} ${url ?? ''}`);
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' });
    response.end('export {};');
  });
  server.on('upgrade', ({ url }, socket) => {
    received.push(`UPGRADE ${url ?? ''}`);
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    received,
    stop: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
}
