import {
  getDocument,
  PDFWorker,
  VerbosityLevel,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { problem, type Problem } from '../../base/problem';
import { err, ok, type Result } from '../../base/result';
import { startPdfReader } from '../../session/preview-actions';
import { PdfData } from './pdf-data';

/** Larger pictures within a page are left out: each pixel takes 4 bytes. */
const MAX_PICTURE_PIXELS = 100e6;
const MAX_CANVAS_BYTES = 2 ** 28;
/** For the worker to tidy up; one that is stuck in a page ends all the same. */
const END_AFTER_MS = 1000;

/**
 * One PDF, read by pdf.js in a worker of its own. Nothing of the document runs or reaches out: pdf.js runs scripts
 * and forms of a PDF, and follows its links, only in parts that this page does not have.
 */
export class PdfReader {
  /** `preview-failed` where it cannot be read. */
  readonly document: Promise<Result<PDFDocumentProxy>>;
  readonly #port = startPdfReader();
  #task: PDFDocumentLoadingTask | null = null;
  #isDisposed = false;

  constructor(blob: Blob, path: string) {
    const crash = new Promise<Problem>((resolve) => {
      this.#port.addEventListener('error', ({ message }) => resolve(failure(path, message)));
    });
    this.document = Promise.race([this.#open(blob, path), crash.then(err)]);
  }

  dispose(): void {
    this.#isDisposed = true;
    void this.#task?.destroy();
    setTimeout(() => this.#port.terminate(), END_AFTER_MS);
  }

  async #open(blob: Blob, path: string): Promise<Result<PDFDocumentProxy>> {
    try {
      const data = new Uint8Array(await blob.arrayBuffer());
      if (this.#isDisposed) return err(problem('cancelled', path, {}));
      const worker = PDFWorker.create({ port: this.#port, verbosity: VerbosityLevel.ERRORS });
      this.#task = getDocument({
        data,
        worker,
        verbosity: VerbosityLevel.ERRORS,
        // The page's policy forbids both; what pdf.js needs beside comes from `PdfData`.
        isEvalSupported: false,
        useWorkerFetch: false,
        BinaryDataFactory: PdfData,
        useSystemFonts: true,
        maxImageSize: MAX_PICTURE_PIXELS,
        canvasMaxAreaInBytes: MAX_CANVAS_BYTES,
      });
      return ok(await this.#task.promise);
    } catch (error) {
      return err(failure(path, reasonOf(error)));
    }
  }
}

function failure(path: string, reason: string): Problem {
  return problem('preview-failed', path, { reason });
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'PasswordException'
    ? 'it is protected by a password of its own'
    : error.message.replace(/\.$/, '');
}
