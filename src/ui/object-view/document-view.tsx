import { lazy, Suspense, type ReactNode } from 'react';
import type { FileId } from '../../base/ids';
import type { DocumentFace } from '../../dicom/objects/object-face';
import { DocumentStatus } from './document-status';
import { DocumentText } from './document-text';
import { SaveEmbeddedFile } from './save-embedded-file';
import { useEmbeddedFile } from './use-embedded-file';
import styles from './document-view.module.css';

/** With pdf.js, which most people never need. */
const DocumentPages = lazy(async () => ({ default: (await import('./document-pages')).DocumentPages }));

/** More than what is read for a look. */
const MAX_SHOWN_BYTES = 200e6;

interface DocumentViewProps {
  readonly face: DocumentFace;
  readonly file: FileId;
}

/** The document that an object wraps, where it is one that can be shown, and a button that saves it. */
export function DocumentView({ face, file }: DocumentViewProps) {
  const { form, mimeType, fileEnding, lengthBytes } = face;
  const isShown = form !== 'other' && lengthBytes <= MAX_SHOWN_BYTES;
  const save = <SaveEmbeddedFile file={file} what="document" type={mimeType} fileEnding={fileEnding} />;
  return isShown ? (
    <ShownDocument form={form} file={file} save={save} />
  ) : (
    <div className={styles.bar}>{save}</div>
  );
}

interface ShownDocumentProps {
  readonly form: 'pdf' | 'text';
  readonly file: FileId;
  readonly save: ReactNode;
}

function ShownDocument({ form, file, save }: ShownDocumentProps) {
  const document = useEmbeddedFile(file, form === 'pdf' ? 'application/pdf' : 'text/plain');
  if (document.phase !== 'ready') {
    return (
      <div className={styles.bar}>
        {save}
        <DocumentStatus problem={document.phase === 'failed' ? document.problem : null} />
      </div>
    );
  }
  if (form === 'text') return <DocumentText blob={document.blob} save={save} />;
  return (
    <Suspense fallback={<DocumentStatus problem={null} />}>
      <DocumentPages blob={document.blob} save={save} />
    </Suspense>
  );
}
