import { CircleCheck, TriangleAlert } from 'lucide-react';
import { isUnderWay, type OpenArchive, type Verification } from '../../session/state';
import { stopVerifying, verifyArchive } from '../../session/verify-actions';
import { Button } from '../button';
import { formatBytes, formatCount, formatCounted } from '../format';
import styles from './archive-details.module.css';
import { CheckCard } from './check-card';

/** Every file read in full, with progress and what came out. */
export function VerifyCheck({ archive }: { readonly archive: OpenArchive }) {
  const { id, phase, verification } = archive;
  if (verification.phase === 'running') {
    const { entriesDone, entries, bytesDone, bytes } = verification.progress;
    return (
      <CheckCard
        title="Verify everything"
        fraction={bytes === 0 ? 0 : bytesDone / bytes}
        action={<Button onClick={() => stopVerifying(id)}>Stop</Button>}
      >
        <p>
          {formatCount(entriesDone)} of {formatCounted(entries, 'file')} · {formatBytes(bytesDone)} of{' '}
          {formatBytes(bytes)}
        </p>
      </CheckCard>
    );
  }
  return (
    <CheckCard
      title="Verify everything"
      action={
        <Button look="outlined" disabled={isUnderWay(phase)} onClick={() => verifyArchive(id)}>
          {verification.phase === 'none' ? 'Verify' : 'Verify again'}
        </Button>
      }
    >
      {verification.phase === 'none' ? (
        <p>{purposeOf(archive)}</p>
      ) : (
        <VerifyResult archive={archive} verification={verification} />
      )}
    </CheckCard>
  );
}

interface VerifyResultProps {
  readonly archive: OpenArchive;
  readonly verification: Extract<Verification, { phase: 'stopped' | 'done' | 'running' }>;
}

function VerifyResult({ archive, verification: { phase, progress } }: VerifyResultProps) {
  const isBad = progress.bad > 0;
  return (
    <p data-testid="verify-result" className={styles.result} role="status">
      {isBad ? (
        <TriangleAlert size={15} aria-hidden className={styles.bad} />
      ) : phase === 'done' ? (
        <CircleCheck size={15} aria-hidden className={styles.good} />
      ) : null}
      <span>
        {phase === 'stopped'
          ? `Stopped after ${formatCount(progress.entriesDone)} of ${formatCounted(progress.entries, 'file')}. `
          : null}
        {isBad ? badWords(progress.bad, progress.entriesDone) : goodWords(archive, progress.entriesDone)}
      </span>
    </p>
  );
}

function purposeOf({ kind }: OpenArchive): string {
  return hasChecksums(kind)
    ? 'Reads every file in full and holds it against its checksum.'
    : 'Reads every file in full. There are no checksums to hold it against.';
}

function badWords(bad: number, files: number): string {
  const which = files === 1 ? 'The one file' : `${formatCount(bad)} of ${formatCount(files)} files`;
  return `${which} ${bad === 1 ? 'is not as its checksum says, or cannot' : 'are not as their checksums say, or cannot'} be read: see Files.`;
}

function goodWords({ kind }: OpenArchive, files: number): string {
  if (files === 0) return '';
  const all = files === 1 ? 'The one file' : `All ${formatCount(files)} files`;
  if (!hasChecksums(kind)) return `${all} can be read in full.`;
  return `${all} ${files === 1 ? 'is as its checksum says' : 'are as their checksums say'}.`;
}

/** A tar has checksums of its headers only. */
function hasChecksums(kind: OpenArchive['kind']): boolean {
  return kind === 'zip' || kind === 'gzip';
}
