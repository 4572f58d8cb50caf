import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Size } from '../../viewer/camera';
import { formatCount, formatCounted } from '../format';
import { drawPdfPage, sizeOfPage } from './draw-pdf-page';
import styles from './preview.module.css';
import { useIsNear } from './use-is-near';

/** A PDF may say that it has any number of pages. */
const MAX_PAGES = 5000;

/** How many pages there are, and whether all of them are shown. */
export function pageFacts({ numPages }: PDFDocumentProxy): readonly string[] {
  const pages = formatCounted(numPages, 'page');
  return numPages > MAX_PAGES ? [pages, `only the first ${formatCount(MAX_PAGES)}`] : [pages];
}

/** A4 upright, until a page has said what it is. */
const USUAL_SIZE: Size = { width: 595, height: 842 };

/** The pages of a PDF as pictures, one below the other. */
export function PdfPages({ document }: { readonly document: PDFDocumentProxy }) {
  const scroller = useRef<HTMLDivElement>(null);
  const numbers = Array.from({ length: Math.min(document.numPages, MAX_PAGES) }, (_, index) => index + 1);
  return (
    <div ref={scroller} className={styles.pages} tabIndex={0} role="region" aria-label="Pages">
      {numbers.map((number) => (
        <Page key={number} document={document} number={number} scroller={scroller} />
      ))}
    </div>
  );
}

interface PageProps {
  readonly document: PDFDocumentProxy;
  /** From 1. */
  readonly number: number;
  readonly scroller: RefObject<HTMLElement | null>;
}

type PageState = 'waiting' | 'drawn' | 'failed';

/** Drawn while it is in sight or about to be; at other times it has no canvas. */
function Page({ document, number, scroller }: PageProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const isNear = useIsNear(frame, scroller);
  const [size, setSize] = useState(USUAL_SIZE);
  const [page, setPage] = useState<PDFPageProxy | null>(null);
  const [state, setState] = useState<PageState>('waiting');

  useEffect(() => {
    if (!isNear) return;
    let isCurrent = true;
    document.getPage(number).then(
      (found) => {
        if (!isCurrent) return;
        setSize(sizeOfPage(found));
        setPage(found);
      },
      () => {
        if (isCurrent) setState('failed');
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [document, number, isNear]);

  useEffect(() => {
    if (!isNear || page === null || canvas.current === null) return;
    const controller = new AbortController();
    void drawPdfPage(page, canvas.current, controller.signal).then((outcome) => {
      if (outcome !== 'cancelled') setState(outcome);
    });
    return () => {
      controller.abort();
      setState('waiting');
    };
  }, [page, isNear]);

  const label = `Page ${String(number)} of ${String(document.numPages)}`;
  return (
    <div
      ref={frame}
      className={styles.page}
      style={{ aspectRatio: `${String(size.width)} / ${String(size.height)}` }}
      data-testid="pdf-page"
      data-phase={state}
    >
      {isNear ? <canvas ref={canvas} role="img" aria-label={label} /> : null}
      {state === 'failed' ? <p className={styles.pageFailed}>{label} cannot be drawn</p> : null}
    </div>
  );
}
