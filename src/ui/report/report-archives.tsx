import type { Report } from '../../session/report';
import { canHaveDigest } from '../../session/report-actions';
import type { OpenArchive } from '../../session/state';
import { formatBytes, formatCount } from '../format';
import { problemWords } from '../problem-words';
import { ProgressBar } from '../progress-bar';
import styles from './report.module.css';

interface ReportArchivesProps {
  readonly report: Report;
  /** The same ones, in the same order. */
  readonly archives: readonly OpenArchive[];
}

/** Which archives the report is of. */
export function ReportArchives({ report, archives }: ReportArchivesProps) {
  return (
    <section>
      <h2>{archives.length === 1 ? 'Archive' : 'Archives'}</h2>
      {report.archives.map((described, index) => {
        const archive = archives[index];
        return (
          <dl key={archive?.id ?? index} className={styles.facts}>
            <dt>Name</dt>
            <dd>{described.name}</dd>
            <dt>Size</dt>
            <dd>
              {formatBytes(described.bytes)} ({formatCount(described.bytes)} bytes)
            </dd>
            <dt>Files</dt>
            <dd>{formatCount(described.entries)}</dd>
            {archive !== undefined && canHaveDigest(archive) ? (
              <>
                <dt>SHA-256</dt>
                <dd>
                  <ArchiveDigest archive={archive} />
                </dd>
              </>
            ) : null}
            {archive === undefined || archive.problems.length === 0 ? null : (
              <>
                <dt>Problems</dt>
                <dd>
                  {report.masked
                    ? described.problems.join(', ')
                    : archive.problems.map((problem) => problemWords(problem).what).join(' ')}
                </dd>
              </>
            )}
          </dl>
        );
      })}
    </section>
  );
}

function ArchiveDigest({ archive: { bytes, digest } }: { readonly archive: OpenArchive }) {
  switch (digest.phase) {
    case 'none':
      return <>not computed</>;
    case 'running':
      return (
        <span className={styles.computing}>
          {formatBytes(digest.bytesDone)} of {formatBytes(bytes)}
          <ProgressBar
            className={styles.progress}
            fraction={bytes === 0 ? 0 : digest.bytesDone / bytes}
            label="SHA-256 of the archive"
          />
        </span>
      );
    case 'done':
      return <code className={styles.digest}>{digest.sha256}</code>;
    case 'failed':
      return <>not computed: {problemWords(digest.problem).what}</>;
  }
}
