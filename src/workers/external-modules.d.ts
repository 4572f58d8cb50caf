/** The worker's half of pdf.js, as a module that the other half in the same thread finds by itself. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: object;
}
