import type { ArchiveAccess } from '../archive/archive-access';
import type { Inflater } from '../archive/inflater';
import { openArchive } from '../archive/source-spec';
import { archiveOfFile } from '../base/ids';
import type { Result } from '../base/result';
import type { InstanceAddress } from './protocol';

interface Kept {
  readonly key: string;
  readonly access: Promise<Result<ArchiveAccess>>;
}

/** The archive inside another that was used last: to open it anew would be to inflate it anew. */
let kept: Kept | null = null;

/** What it takes to read the entry of an address. */
export function openAddress(
  { archive, file }: InstanceAddress,
  inflater: Inflater,
): Promise<Result<ArchiveAccess>> {
  if (archive.source.kind === 'blobs') return openArchive(archive, inflater);
  const key = `${String(archiveOfFile(file))}:${String(archive.passwords.length)}`;
  if (kept?.key !== key) kept = { key, access: openArchive(archive, inflater) };
  return kept.access;
}
