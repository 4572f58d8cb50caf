import type { ReactNode } from 'react';
import { pageFacts, PdfPages } from '../preview/pdf-pages';
import { usePdf } from '../preview/use-pdf';
import { DocumentStatus } from './document-status';
import styles from './document-view.module.css';

interface DocumentPagesProps {
  readonly blob: Blob;
  readonly save: ReactNode;
}

/** An encapsulated PDF, page by page. */
export function DocumentPages({ blob, save }: DocumentPagesProps) {
  const pdf = usePdf(blob, '');
  return (
    <>
      <div className={styles.bar}>
        {save}
        {pdf.phase === 'ready' ? (
          <p className={styles.note}>{pageFacts(pdf.document).join(', ')}</p>
        ) : (
          <DocumentStatus problem={pdf.phase === 'failed' ? pdf.problem : null} />
        )}
      </div>
      {pdf.phase === 'ready' ? (
        <div className={styles.stage}>
          <PdfPages document={pdf.document} />
        </div>
      ) : null}
    </>
  );
}
