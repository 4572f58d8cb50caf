// `npm start`: from a fresh clone to a page in the browser, on a machine with Node alone.
import { installPackages, ROOT, runTool } from './run.mjs';
import { startStaticServer } from './static-server.mjs';

const FIRST_PORT = 4173;
const PORTS_TRIED = 20;

await installPackages();
if (!(await runTool('vite/bin/vite.js', ['build']))) process.exit(1);
const { url } = await startOnFreePort(FIRST_PORT);
console.log(`\nGlovebox is at ${url}\nCtrl+C stops it.`);

async function startOnFreePort(port) {
  try {
    return await startStaticServer({ root: `${ROOT}dist`, port });
  } catch (error) {
    const isTaken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
    if (!isTaken || port >= FIRST_PORT + PORTS_TRIED) throw error;
    return startOnFreePort(port + 1);
  }
}
