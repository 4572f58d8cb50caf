// The worker's half of pdf.js, as it is: it answers to pdf.js on the page (ui/preview/pdf-reader.ts), not to `serve`.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
