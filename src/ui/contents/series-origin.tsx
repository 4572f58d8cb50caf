import { Archive } from 'lucide-react';
import { archiveOfFile, type ArchiveId } from '../../base/ids';
import type { Series } from '../../catalog/catalog-types';
import { useSession } from '../../session/store';
import { archiveTitle, shortArchiveName } from '../archive-words';
import styles from './contents-table.module.css';

/** The archive that a series came from, where more than one is open. */
export function SeriesOrigin({ series }: { readonly series: Series }) {
  const archives = useSession((session) => session.archives);
  if (archives.length < 2) return null;
  const from = archives.filter(({ id }) => archivesOf(series).has(id));
  const [first] = from;
  if (first === undefined) return null;
  const more = from.length - 1;
  return (
    <div className={styles.origin} title={from.map(archiveTitle).join('\n')} data-testid="series-origin">
      <Archive size={11} aria-hidden />
      <span>{shortArchiveName(first)}</span>
      {more === 0 ? null : <span className={styles.more}>+{String(more)}</span>}
    </div>
  );
}

// A series does not change: the next snapshot has another one.
const knownArchives = new WeakMap<Series, ReadonlySet<ArchiveId>>();

function archivesOf(series: Series): ReadonlySet<ArchiveId> {
  let archives = knownArchives.get(series);
  if (archives === undefined) {
    archives = new Set(series.instances.map(({ file }) => archiveOfFile(file)));
    knownArchives.set(series, archives);
  }
  return archives;
}
