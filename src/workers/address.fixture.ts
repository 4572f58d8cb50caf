import type { Inflater } from '../archive/inflater';
import { entryAt } from '../archive/entry-table';
import { openContainer } from '../archive/open-container';
import type { ArchiveSpec } from '../archive/source-spec';
import { assert } from '../base/assert';
import { toArchiveId, toFileId } from '../base/ids';
import { buildZip, type ZipMember } from '../fixtures/zip-writer';
import type { InstanceAddress } from './protocol';

/** The address of the only entry of an archive. */
export async function addressIn(member: ZipMember, inflater: Inflater): Promise<InstanceAddress> {
  const blobs = [new Blob([buildZip([member])])];
  const archive: ArchiveSpec = { source: { kind: 'blobs', name: 'a.zip', blobs, start: 0 }, passwords: [] };
  const container = await openContainer(archive, inflater);
  assert(container.ok, 'the archive opens');
  const entry = entryAt(container.value.table, 0);
  return { file: toFileId(toArchiveId(0), entry.index), archive, entry };
}
