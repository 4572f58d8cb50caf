/** One file of the build. */
export interface OfflineFile {
  /** Relative to the page's folder, `./` for the page itself. */
  readonly path: string;
  /** Subresource Integrity value, `sha256-...`. */
  readonly integrity: string;
}

/** The page asks to be put under the offline worker. */
export type ToOfflineWorker = 'take-over';

/** A request of the page had to go to the network, at this many milliseconds since 1970. */
export interface FromOfflineWorker {
  readonly atMs: number;
}
