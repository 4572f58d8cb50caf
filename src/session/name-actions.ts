import { renameLegacy } from '../archive/legacy-names';
import { NAME_ENCODINGS, type NameEncoding } from '../archive/name-encoding';
import type { ArchiveId } from '../base/ids';
import { updateArchive } from './archives';
import { engine } from './engine';
import { publish } from './publish';
import { tellReview } from './review-actions';

export { NAME_ENCODINGS, type NameEncoding };

/** Reads the names that an archive tells no encoding of in another one. */
export function setNameEncoding(id: ArchiveId, encoding: NameEncoding): void {
  const named = engine.namedTableOf(id);
  if (named === null) return;
  const renamed = renameLegacy(named, encoding);
  engine.setEntries(id, engine.specOf(id).source, renamed);
  engine.catalog.rename(id, renamed.table);
  tellReview({ type: 'rename', archive: id, listing: renamed.table });
  updateArchive(id, { nameEncoding: encoding });
  publish();
}
