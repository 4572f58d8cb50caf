import { ok, type Result } from '../base/result';
import type { ArchiveAccess } from './archive-access';
import { entryAt, type EntryTable } from './entry-table';
import { openStoredData } from './stored-data';

/** So many entries tell: one archive has one password, or a few. */
const MAX_TRIED = 200;
/** More than the header of any encryption, and enough to see whether what follows makes sense. */
const SAMPLE_BYTES = 8192;

export interface EntriesToTry {
  readonly table: EntryTable;
  readonly share: Uint32Array;
  readonly signal: AbortSignal;
}

/** Whether the last of the passwords opens any of these encrypted entries, of many by samples from all over. */
export async function tryPassword(
  access: ArchiveAccess,
  { table, share, signal }: EntriesToTry,
): Promise<Result<boolean>> {
  const withLast = { ...access, passwords: access.passwords.slice(-1) };
  const stride = Math.max(1, share.length / MAX_TRIED);
  for (let at = 0; at < share.length && !signal.aborted; at += stride) {
    const data = await openStoredData(withLast, entryAt(table, share[Math.floor(at)] ?? 0), SAMPLE_BYTES);
    if (data.ok) return ok(true);
    if (data.error.code === 'source-unreadable') return data;
  }
  return ok(false);
}
