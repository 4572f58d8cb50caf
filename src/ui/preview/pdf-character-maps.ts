const modules = import.meta.glob<Uint8Array>('/node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?bytes',
  import: 'default',
  eager: true,
});

/** By the name of the file: `90ms-RKSJ-H.bcmap`. All of them in one part of the app, as most refer to another. */
export const characterMaps: ReadonlyMap<string, Uint8Array> = new Map(
  Object.entries(modules).map(([path, bytes]) => [path.slice(path.lastIndexOf('/') + 1), bytes]),
);
