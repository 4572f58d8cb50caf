import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import type { Problem } from '../../base/problem';
import { PdfReader } from './pdf-reader';

export type PdfState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly document: PDFDocumentProxy }
  | { readonly phase: 'failed'; readonly problem: Problem };

/** `path` is for problems. */
export function usePdf(blob: Blob, path: string): PdfState {
  const [state, setState] = useState<PdfState>({ phase: 'loading' });
  useEffect(() => {
    const reader = new PdfReader(blob, path);
    let isCurrent = true;
    void reader.document.then((result) => {
      if (!isCurrent) return;
      setState(
        result.ok ? { phase: 'ready', document: result.value } : { phase: 'failed', problem: result.error },
      );
    });
    return () => {
      isCurrent = false;
      reader.dispose();
    };
  }, [blob, path]);
  return state;
}
