import type { EntryTable } from './entry-table';
import { decodeName, type NameEncoding } from './name-encoding';

/** Names that a container tells no encoding of, by entry, as bytes; so that another encoding can be tried. */
export interface LegacyNames {
  readonly encoding: NameEncoding;
  readonly bytes: ReadonlyMap<number, Uint8Array<ArrayBuffer>>;
}

export interface NamedTable {
  readonly table: EntryTable;
  /** Null where every name's encoding is known. */
  readonly legacyNames: LegacyNames | null;
}

const encoder = new TextEncoder();

/** The table with its legacy names read in this encoding; all other columns are those of the given table. */
export function renameLegacy({ table, legacyNames }: NamedTable, encoding: NameEncoding): NamedTable {
  if (legacyNames === null) return { table, legacyNames };
  const renamed = new Map<number, Uint8Array>();
  let nameBytes = table.names.length;
  for (const [index, bytes] of legacyNames.bytes) {
    const name = encoder.encode(decodeName(bytes, encoding));
    renamed.set(index, name);
    nameBytes += name.length - nameAt(table, index).length;
  }
  const names = new Uint8Array(nameBytes);
  const nameStarts = new Uint32Array(table.count + 1);
  let at = 0;
  for (let index = 0; index < table.count; index++) {
    const name = renamed.get(index) ?? nameAt(table, index);
    names.set(name, at);
    at += name.length;
    nameStarts[index + 1] = at;
  }
  return {
    table: { ...table, names, nameStarts },
    legacyNames: { encoding, bytes: legacyNames.bytes },
  };
}

function nameAt({ names, nameStarts }: EntryTable, index: number): Uint8Array {
  return names.subarray(nameStarts[index], nameStarts[index + 1]);
}
