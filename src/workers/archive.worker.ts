import type { EntryTable } from '../archive/entry-table';
import { loadInflater } from '../archive/inflate-wasm';
import { openContainer, USUAL_MAX_ENTRIES } from '../archive/open-container';
import { computeSha256 } from '../archive/sha-256';
import { openArchive, openSource } from '../archive/source-spec';
import { tryPassword } from '../archive/try-password';
import { ok } from '../base/result';
import { loadDictionary } from '../dicom/dictionary';
import { buffersOfHeld } from '../review/held/held-columns';
import { lookInside } from './look-inside';
import { scanArchive } from './scan-archive';
import { serve } from './serve';
import { verifyEntries } from './verify-entries';

const inflater = loadInflater();
const dictionary = loadDictionary();

serve(globalThis, {
  async openContainer({ archive, isOfAnySize }) {
    const maxEntries = isOfAnySize ? Infinity : USUAL_MAX_ENTRIES;
    const container = await openContainer(archive, await inflater, maxEntries);
    if (!container.ok) return container;
    return ok({ output: container.value, transfer: buffersOf(container.value.table) });
  },

  async scan({ archive, table, share }, { signal, emit }) {
    const access = await openArchive(archive, await inflater);
    if (!access.ok) return access;
    const result = await scanArchive({
      access: access.value,
      table,
      share,
      signal,
      dictionary: await dictionary,
      onBatch: ({ columns, transfer }, held) => {
        emit({ summaries: columns, held }, [...transfer, ...buffersOfHeld(held)]);
      },
    });
    return result.ok ? ok({ output: null }) : result;
  },

  async tryPassword({ archive, table, share }, { signal }) {
    const access = await openArchive(archive, await inflater);
    if (!access.ok) return access;
    const fits = await tryPassword(access.value, { table, share, signal });
    return fits.ok ? ok({ output: fits.value }) : fits;
  },

  async verify({ archive, table, share }, { signal, emit }) {
    const access = await openArchive(archive, await inflater);
    if (!access.ok) return access;
    const verified = await verifyEntries(access.value, { table, share, signal, onVerified: emit });
    return verified.ok ? ok({ output: null }) : verified;
  },

  async lookInside({ archive, entries }, { signal, emit }) {
    const access = await openArchive(archive, await inflater);
    if (!access.ok) return access;
    const looked = await lookInside(access.value, {
      entries,
      signal,
      dictionary: await dictionary,
      onLooked: (found) => {
        emit(found, buffersOfHeld(found.held));
      },
    });
    return looked.ok ? ok({ output: null }) : looked;
  },

  async computeSha256(spec, { signal, emit }) {
    const source = await openSource(spec, await inflater);
    if (!source.ok) return source;
    const digest = await computeSha256(source.value, { signal, onProgress: emit });
    return digest.ok ? ok({ output: digest.value }) : digest;
  },
});

function buffersOf(table: EntryTable): readonly ArrayBuffer[] {
  return Object.values<EntryTable[keyof EntryTable]>({ ...table }).flatMap((column) =>
    typeof column === 'object' ? column.buffer : [],
  );
}
