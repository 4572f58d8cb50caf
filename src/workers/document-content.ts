import { readPictureFields } from '../base/file-metadata/read-picture-fields';
import { fileKindOf, KIND_BYTES, type OtherFileKind } from '../base/file-kind';
import { decodePlainText } from '../base/plain-text';
import { ok, type Result } from '../base/result';
import { printableRuns } from '../dicom/printable-runs';
import type { DocumentContent, DocumentToRead } from './document-to-read';
import { readOfficeContent } from './office-content';

/** Archives are opened as such, or cannot be; and the words in a program are its maker's. */
const SILENT_KINDS: ReadonlySet<OtherFileKind> = new Set([
  'zip',
  'zip-part',
  'tar',
  'gzip',
  'bzip2',
  'xz',
  'zstd',
  '7z',
  'rar',
  'cabinet',
  'executable',
]);

const MAX_TEXT_BYTES = 1 << 20;
const MAX_RUNS_BYTES = 64 << 10;

/** Of a kind that is not known, the printable runs at its start. `text-unread` of a PDF that does not open. */
export async function readDocumentContent(document: DocumentToRead): Promise<Result<DocumentContent>> {
  const { bytes, where, inflater } = document;
  const kind = fileKindOf(bytes.subarray(0, KIND_BYTES), where);
  switch (kind) {
    case 'pdf': {
      const { readPdfContent } = await import('./pdf-content');
      return readPdfContent(document);
    }
    case 'office':
      return ok((await readOfficeContent(bytes, inflater)) ?? runsOf(bytes));
    case 'jpeg':
    case 'png':
    case 'tiff':
    case 'webp':
    case 'heic':
      return ok({ text: '', fields: await readPictureFields(kind, bytes) });
    case 'text':
    case 'json':
    case 'xml':
    case 'html':
    case 'svg':
    case 'rtf':
      return ok({ text: decodePlainText(bytes.subarray(0, MAX_TEXT_BYTES)).replace(/\0+$/, ''), fields: [] });
    default:
      return ok(SILENT_KINDS.has(kind) ? { text: '', fields: [] } : runsOf(bytes));
  }
}

function runsOf(bytes: Uint8Array): DocumentContent {
  return { text: printableRuns(bytes.subarray(0, MAX_RUNS_BYTES)), fields: [] };
}
