import type { MetadataField } from '../base/file-metadata/metadata-field';
import { problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import type { DocumentContent, DocumentToRead } from './document-to-read';

const MAX_PAGES = 1000;
const MAX_TEXT_CHARACTERS = 1 << 20;

/** Of the information dictionary, what says something in words (ISO 32000-1, 14.3.3), and what it is called here. */
const INFORMATION: readonly (readonly [entry: string, name: string])[] = [
  ['Title', 'Title'],
  ['Author', 'Author'],
  ['Subject', 'Subject'],
  ['Keywords', 'Keywords'],
  ['Creator', 'Creator tool'],
  ['Producer', 'Producer'],
  ['CreationDate', 'Date created'],
  ['ModDate', 'Date changed'],
];

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;

/**
 * The text of a PDF page by page, and its information dictionary. Nothing of the document runs or reaches out, and no
 * fonts are loaded. `text-unread` where it does not open.
 */
export async function readPdfContent({
  bytes,
  where,
  signal,
}: DocumentToRead): Promise<Result<DocumentContent>> {
  const { getDocument, VerbosityLevel } = await loadPdfJs();
  const task = getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useWorkerFetch: false,
    useSystemFonts: true,
    disableFontFace: true,
  });
  try {
    const document = await task.promise;
    return ok({ text: await textOf(document, signal), fields: await informationOf(document) });
  } catch (error) {
    return err(problem('text-unread', where, { reason: reasonOf(error) }));
  } finally {
    await task.destroy();
  }
}

/**
 * The half of pdf.js that has a worker of its own elsewhere answers in this thread, which is one. It also tells the page
 * that it is ready, as if it were alone: the pool passes over what belongs to no request.
 */
async function loadPdfJs(): Promise<PdfJs> {
  const pdfjsWorker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  Object.assign(globalThis, { pdfjsWorker });
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

async function textOf(document: PdfDocument, signal: AbortSignal): Promise<string> {
  let text = '';
  for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number++) {
    if (signal.aborted || text.length > MAX_TEXT_CHARACTERS) break;
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
    text += '\n';
    page.cleanup();
  }
  return text.slice(0, MAX_TEXT_CHARACTERS).trim();
}

async function informationOf(document: PdfDocument): Promise<readonly MetadataField[]> {
  const { info } = await document.getMetadata();
  const entries = new Map<string, unknown>(Object.entries(info));
  return INFORMATION.flatMap(([entry, name]) => {
    const value = entries.get(entry);
    return typeof value === 'string' && value.trim() !== '' ? [{ name, value: value.trim() }] : [];
  });
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'PasswordException'
    ? 'it is protected by a password of its own'
    : error.message.replace(/\.$/, '');
}
