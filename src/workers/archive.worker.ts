import { readDirectory } from '../archive/directory';
import { loadInflater } from '../archive/inflate-wasm';
import { blobSource } from '../archive/source';
import { ok } from '../base/result';
import { scanArchive } from './scan-archive';
import { serve } from './serve';

const inflater = loadInflater();

serve(globalThis, {
  async readDirectory({ blob, name }) {
    const directory = await readDirectory(blobSource(blob, name));
    if (!directory.ok) return directory;
    const { table } = directory.value;
    const columns = Object.values(table).filter((column) => typeof column !== 'number');
    return ok({ output: directory.value, transfer: columns.map(({ buffer }) => buffer) });
  },

  async scan(input, { signal, emit }) {
    const result = await scanArchive({
      ...input,
      inflater: await inflater,
      signal,
      onBatch: ({ columns, transfer }) => {
        emit(columns, transfer);
      },
    });
    return result.ok ? ok({ output: null }) : result;
  },
});
