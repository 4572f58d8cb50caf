import type { ArchiveAccess } from '../archive/archive-access';
import type { EntryFlag } from '../archive/entry-flags';
import { entryAt, type EntryTable } from '../archive/entry-table';
import { verifyEntry } from '../archive/verify-entry';
import { problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import type { VerifiedEntries } from './protocol';

const INTERVAL_MS = 150;

export interface EntriesToVerify {
  readonly table: EntryTable;
  readonly share: Uint32Array;
  readonly signal: AbortSignal;
  readonly onVerified: (verified: VerifiedEntries) => void;
}

/** Verifies one entry after the other; tells of them a few times each second. */
export async function verifyEntries(
  access: ArchiveAccess,
  { table, share, signal, onVerified }: EntriesToVerify,
): Promise<Result<null>> {
  let toldAt = performance.now();
  let entries = 0;
  let compressedBytes = 0;
  let problems: EntryFlag[] = [];

  function tell(): void {
    onVerified({ entries, compressedBytes, problems });
    toldAt = performance.now();
    entries = compressedBytes = 0;
    problems = [];
  }

  for (const index of share) {
    const entry = entryAt(table, index);
    const found = await verifyEntry(access, entry, signal);
    if (signal.aborted) return err(problem('cancelled', access.source.name, {}));
    entries++;
    compressedBytes += entry.compressedBytes;
    for (const each of found.ok ? found.value : [found.error]) problems.push([index, each]);
    if (performance.now() - toldAt > INTERVAL_MS) tell();
  }
  tell();
  return ok(null);
}
