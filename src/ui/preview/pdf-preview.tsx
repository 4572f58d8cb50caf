import { PdfPages, pageFacts } from './pdf-pages';
import { PreviewFrame, type PreviewOf } from './preview-frame';
import { usePdf } from './use-pdf';

interface PdfPreviewProps extends PreviewOf {
  readonly blob: Blob;
}

/** A file that is a PDF. */
export function PdfPreview({ blob, problems, file }: PdfPreviewProps) {
  const state = usePdf(blob, file.path);
  switch (state.phase) {
    case 'loading':
      return <PreviewFrame file={file} problems={problems} facts={['Loading']} children={null} />;
    case 'failed':
      return <PreviewFrame file={file} problems={[...problems, state.problem]} children={null} />;
    case 'ready':
      return (
        <PreviewFrame file={file} problems={problems} facts={pageFacts(state.document)}>
          <PdfPages document={state.document} />
        </PreviewFrame>
      );
  }
}
