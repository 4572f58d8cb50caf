import { useEffect, useRef } from 'react';
import { closeArchive } from '../../session/archive-actions';
import { directoryTotals } from '../../session/archive-details';
import { archivePath } from '../../session/archives';
import type { OpenArchive } from '../../session/state';
import { useSession } from '../../session/store';
import { showArchiveDetails } from '../../session/view-actions';
import { CONTAINER_WORDS } from '../archive-words';
import { Button } from '../button';
import { formatBytes, formatCounted } from '../format';
import styles from './archive-details.module.css';
import { ArchiveProblems } from './archive-problems';
import { DigestCheck } from './digest-check';
import { LedgerTable } from './ledger-table';
import { NameEncodingChoice } from './name-encoding-choice';
import { NestedArchives } from './nested-archives';
import { VerifyCheck } from './verify-check';

export function ArchiveDetails({ archive }: { readonly archive: OpenArchive }) {
  const body = useRef<HTMLDivElement>(null);
  // The figures behind the ledger are no part of the store: the version says when to look again.
  useSession((session) => session.filesVersion);

  // The button that led here from another archive is gone, and the focus with it: the keys go on from the top.
  useEffect(() => {
    if (document.activeElement === document.body) body.current?.focus();
  }, []);

  return (
    <div ref={body} className={styles.body} tabIndex={-1}>
      <div className={styles.head}>
        <Path archive={archive} />
        <p className={styles.facts}>{factsOf(archive)}</p>
      </div>
      <ArchiveProblems archive={archive} />
      <LedgerTable archive={archive} />
      <section>
        <h3 className={styles.heading}>Checks</h3>
        <div className={styles.cards}>
          <VerifyCheck archive={archive} />
          <DigestCheck archive={archive} />
        </div>
      </section>
      <NameEncodingChoice archive={archive} />
      <NestedArchives archive={archive} />
      {archive.parent === null ? (
        <div className={styles.foot}>
          <Button look="outlined" onClick={() => closeArchive(archive.id)}>
            Close archive
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** The archives that this one is in, each a way back. */
function Path({ archive }: { readonly archive: OpenArchive }) {
  const path = archivePath(archive.id).slice(0, -1);
  if (path.length === 0) return null;
  return (
    <nav className={styles.path} aria-label="The archives that this one is in">
      {path.map(({ id, name }) => (
        <span key={id}>
          <button type="button" className={styles.link} onClick={() => showArchiveDetails(id)}>
            {name}
          </button>{' '}
          ›{' '}
        </span>
      ))}
      <span>{archive.name}</span>
    </nav>
  );
}

function factsOf({ id, kind, bytes }: OpenArchive): string {
  const totals = directoryTotals(id);
  if (kind === null || totals === null) return formatBytes(bytes);
  const files = formatCounted(totals.files, 'file');
  const folders = totals.folders === 0 ? '' : ` and ${formatCounted(totals.folders, 'folder')}`;
  return `${CONTAINER_WORDS[kind]} · ${formatBytes(bytes)} · ${files}${folders}`;
}
