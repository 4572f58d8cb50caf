import type { PreviewContent } from '../../session/preview-content';
import { formatBytes, formatCounted } from '../format';
import { useIsNarrow } from '../use-is-narrow';
import { formatHexDump } from './hex-dump';
import { PreviewFrame, type PreviewOf } from './preview-frame';
import styles from './preview.module.css';

interface BytesPreviewProps extends PreviewOf {
  readonly content: Extract<PreviewContent, { as: 'bytes' }>;
}

/** Of what cannot be shown otherwise: how it begins. */
export function BytesPreview({ content: { head, limitBytes }, ...of }: BytesPreviewProps) {
  const bytesPerRow = useIsNarrow() ? 8 : 16;
  const why =
    limitBytes === null
      ? 'There is no preview of this kind of file.'
      : `It is longer than the ${formatBytes(limitBytes)} that are shown as a preview.`;
  return (
    <PreviewFrame {...of}>
      {head.length === 0 ? null : (
        <>
          <p className={styles.note}>
            {why} {head.length < of.file.bytes ? 'It begins with these' : 'It is made of these'}{' '}
            {formatCounted(head.length, 'byte')}:
          </p>
          <pre className={styles.bytes} tabIndex={0} aria-label="First bytes of the file">
            {formatHexDump(head, bytesPerRow)}
          </pre>
        </>
      )}
    </PreviewFrame>
  );
}
