import type { TextEncoding } from '../../base/plain-text';
import type { PreviewContent } from '../../session/preview-content';
import { formatBytes } from '../format';
import { PreviewFrame, type PreviewOf } from './preview-frame';
import styles from './preview.module.css';

const ENCODING_WORDS: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'read as Windows-1252',
};

interface TextPreviewProps extends PreviewOf {
  readonly content: Extract<PreviewContent, { as: 'text' }>;
}

/** A text as its characters, markup too. */
export function TextPreview({ content, ...of }: TextPreviewProps) {
  const isCut = content.bytes < of.file.bytes;
  const facts = [
    ENCODING_WORDS[content.encoding],
    isCut ? `only its first ${formatBytes(content.bytes)}` : '',
  ];
  return (
    <PreviewFrame {...of} facts={facts.filter(Boolean)}>
      <pre className={styles.text} tabIndex={0} aria-label="Text of the file">
        {content.text}
      </pre>
    </PreviewFrame>
  );
}
