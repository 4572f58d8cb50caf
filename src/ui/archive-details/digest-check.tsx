import { Copy } from 'lucide-react';
import { isOneFile } from '../../session/archive-details';
import type { OpenArchive } from '../../session/state';
import { computeDigest } from '../../session/verify-actions';
import { Button, IconButton } from '../button';
import { formatBytes } from '../format';
import { problemWords } from '../problem-words';
import styles from './archive-details.module.css';
import { CheckCard } from './check-card';

/** The SHA-256 of an archive that is one file. */
export function DigestCheck({ archive }: { readonly archive: OpenArchive }) {
  const { id, kind, bytes, digest } = archive;
  if (kind === 'files' || !isOneFile(id)) return null;
  switch (digest.phase) {
    case 'none':
      return (
        <CheckCard title="SHA-256" action={<ComputeButton archive={archive} />}>
          <p>Of the file itself, to hold against the one that its sender tells.</p>
        </CheckCard>
      );
    case 'running':
      return (
        <CheckCard title="SHA-256" fraction={bytes === 0 ? 0 : digest.bytesDone / bytes} action={null}>
          <p>
            {formatBytes(digest.bytesDone)} of {formatBytes(bytes)}
          </p>
        </CheckCard>
      );
    case 'done':
      return (
        <CheckCard
          title="SHA-256"
          action={
            <IconButton
              icon={Copy}
              label="Copy the SHA-256"
              onClick={() => void navigator.clipboard.writeText(digest.sha256)}
            />
          }
        >
          <code data-testid="sha256" className={styles.digest}>
            {digest.sha256}
          </code>
        </CheckCard>
      );
    case 'failed':
      return (
        <CheckCard title="SHA-256" action={<ComputeButton archive={archive} />}>
          <p className={styles.bad}>{problemWords(digest.problem).what}</p>
        </CheckCard>
      );
  }
}

function ComputeButton({ archive: { id } }: { readonly archive: OpenArchive }) {
  return (
    <Button look="outlined" onClick={() => computeDigest(id)}>
      Compute
    </Button>
  );
}
