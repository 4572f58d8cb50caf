import { lazy, Suspense } from 'react';
import { assertUnreachable } from '../../base/assert';
import { describeFile } from '../../session/files';
import { closePreview } from '../../session/preview-actions';
import type { PreviewStatus } from '../../session/state';
import { useSession } from '../../session/store';
import { AppDialog } from '../app-dialog';
import { BytesPreview } from './bytes-preview';
import { PicturePreview } from './picture-preview';
import { PreviewFrame, type PreviewOf } from './preview-frame';
import { TextPreview } from './text-preview';

/** With pdf.js, which most people never need. */
const PdfPreview = lazy(async () => ({ default: (await import('./pdf-preview')).PdfPreview }));

type OpenPreview = Exclude<PreviewStatus, { phase: 'closed' }>;

/** A file that is not DICOM, over the page. */
export function PreviewDialog() {
  const preview = useSession((session) => session.preview);
  return (
    <AppDialog
      title={preview.phase === 'closed' ? '' : describeFile(preview.file).path}
      size="large"
      isOpen={preview.phase !== 'closed'}
      onOpenChange={closePreview}
    >
      {preview.phase === 'closed' ? null : <Preview preview={preview} />}
    </AppDialog>
  );
}

function Preview({ preview }: { readonly preview: OpenPreview }) {
  const file = describeFile(preview.file);
  switch (preview.phase) {
    case 'loading':
      return <PreviewFrame file={file} problems={[]} facts={['Loading']} children={null} />;
    case 'failed':
      return <PreviewFrame file={file} problems={[preview.problem]} children={null} />;
    case 'ready':
      return <Content preview={preview} of={{ file, problems: preview.problems }} />;
  }
}

interface ContentProps {
  readonly preview: Extract<PreviewStatus, { phase: 'ready' }>;
  readonly of: PreviewOf;
}

function Content({ preview: { content }, of }: ContentProps) {
  switch (content.as) {
    case 'text':
      return <TextPreview {...of} content={content} />;
    case 'picture':
      return <PicturePreview {...of} blob={content.blob} />;
    case 'pdf':
      return (
        <Suspense fallback={<PreviewFrame {...of} facts={['Loading']} children={null} />}>
          <PdfPreview {...of} blob={content.blob} />
        </Suspense>
      );
    case 'bytes':
      return <BytesPreview {...of} content={content} />;
    default:
      return assertUnreachable(content);
  }
}
