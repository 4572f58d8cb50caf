import archiveWorkerUrl from './archive.worker?worker&url';
import headerWorkerUrl from './header.worker?worker&url';
import pdfWorkerUrl from './pdf.worker?worker&url';
import pixelWorkerUrl from './pixel.worker?worker&url';
import reviewWorkerUrl from './review.worker?worker&url';
import sampleWorkerUrl from './sample.worker?worker&url';
import { startModuleWorker } from './start-worker';

/** Reads directories and scans entries. */
export function startArchiveWorker(): Worker {
  return startModuleWorker(archiveWorkerUrl, 'archive');
}

/** Reads whole headers for the panel. */
export function startHeaderWorker(): Worker {
  return startModuleWorker(headerWorkerUrl, 'header');
}

/** Decodes frames. */
export function startPixelWorker(): Worker {
  return startModuleWorker(pixelWorkerUrl, 'pixel');
}

/** Reads a PDF for its preview, in the messages of pdf.js. */
export function startPdfWorker(): Worker {
  return startModuleWorker(pdfWorkerUrl, 'pdf');
}

/** Runs the checks of the review, and holds what they look at. */
export function startReviewWorker(): Worker {
  return startModuleWorker(reviewWorkerUrl, 'review');
}

/** Builds the sample archive. */
export function startSampleWorker(): Worker {
  return startModuleWorker(sampleWorkerUrl, 'sample');
}
