import { ChevronRight } from 'lucide-react';
import { archiveOfFile } from '../../base/ids';
import { dicomFilesIn, ledgerOf } from '../../session/archive-details';
import { openLeftClosed } from '../../session/nested-archives';
import type { OpenArchive } from '../../session/state';
import { useSession } from '../../session/store';
import { showArchiveDetails } from '../../session/view-actions';
import { Button } from '../button';
import { formatBytes, formatCount, formatCounted } from '../format';
import styles from './archive-details.module.css';

/** The archives that are files of this one, each with a way to its own details. */
export function NestedArchives({ archive: { id, leftClosed } }: { readonly archive: OpenArchive }) {
  const archives = useSession((session) => session.archives);
  const nested = archives.filter(({ parent }) => parent !== null && archiveOfFile(parent) === id);
  if (nested.length + leftClosed.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>Archives inside it</h3>
      <ul className={styles.nested}>
        {nested.map((inside) => (
          <li key={inside.id}>
            <button type="button" className={styles.nestedRow} onClick={() => showArchiveDetails(inside.id)}>
              <span className={styles.nestedName}>{inside.name}</span>
              <span className={styles.nestedFacts}>{factsOf(inside)}</span>
              <ChevronRight size={15} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {leftClosed.length === 0 ? null : (
        <Button look="outlined" className={styles.leftClosed} onClick={() => openLeftClosed(id)}>
          Open the {formatCounted(leftClosed.length, 'archive')} left closed anyway
        </Button>
      )}
    </section>
  );
}

function factsOf({ id, bytes }: OpenArchive): string {
  const files = formatCounted(ledgerOf(id).entries, 'file');
  return `${formatCount(dicomFilesIn(id))} DICOM of ${files} · ${formatBytes(bytes)}`;
}
