import { useEffect, useState, type ReactNode } from 'react';
import { decodePlainText } from '../../base/plain-text';
import { formatBytes } from '../format';
import styles from './document-view.module.css';

/** More than anyone reads here. */
const MAX_TEXT_BYTES = 1 << 20;

interface DocumentTextProps {
  readonly blob: Blob;
  readonly save: ReactNode;
}

/** A text as its characters, markup too. */
export function DocumentText({ blob, save }: DocumentTextProps) {
  const [text, setText] = useState('');
  useEffect(() => {
    let isCurrent = true;
    void blob
      .slice(0, MAX_TEXT_BYTES)
      .arrayBuffer()
      .then((bytes) => {
        if (isCurrent) setText(decodePlainText(new Uint8Array(bytes)));
      });
    return () => {
      isCurrent = false;
    };
  }, [blob]);
  return (
    <>
      <div className={styles.bar}>
        {save}
        {blob.size > MAX_TEXT_BYTES ? (
          <p className={styles.note}>Only its first {formatBytes(MAX_TEXT_BYTES)}</p>
        ) : null}
      </div>
      <pre className={styles.text} tabIndex={0} aria-label="Text of the document">
        {text}
      </pre>
    </>
  );
}
