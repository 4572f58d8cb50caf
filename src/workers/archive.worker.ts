import { readDirectory } from '../archive/directory';
import type { EntryTable } from '../archive/entry-table';
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
    return ok({ output: directory.value, transfer: buffersOf(directory.value.table) });
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

function buffersOf(table: EntryTable): readonly ArrayBuffer[] {
  return Object.values<EntryTable[keyof EntryTable]>({ ...table }).flatMap((column) =>
    typeof column === 'number' ? [] : column.buffer,
  );
}
