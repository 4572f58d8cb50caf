/** What a ZIP archive says beside its files; what is empty is not here. */
export interface Comments {
  /** Of the archive as a whole (APPNOTE 4.4.26); '' where there is none. */
  readonly archive: string;
  /** Of entries, by their index (APPNOTE 4.4.18). */
  readonly entries: ReadonlyMap<number, string>;
}

/** Of containers that have no place for them. */
export const NO_COMMENTS: Comments = { archive: '', entries: new Map() };
