declare const brand: unique symbol;

/** An archive that is open in this session; 0 for the first one. */
export type ArchiveId = number & { readonly [brand]: 'ArchiveId' };

/** One entry of one open archive, in one number: the archive's id times 2^32 plus the entry's index. */
export type FileId = number & { readonly [brand]: 'FileId' };

const ENTRIES_PER_ARCHIVE = 2 ** 32;

export function toArchiveId(ordinal: number): ArchiveId {
  return ordinal as ArchiveId;
}

export function toFileId(archive: ArchiveId, entryIndex: number): FileId {
  return (archive * ENTRIES_PER_ARCHIVE + entryIndex) as FileId;
}

export function archiveOfFile(file: FileId): ArchiveId {
  return Math.floor(file / ENTRIES_PER_ARCHIVE) as ArchiveId;
}

export function entryOfFile(file: FileId): number {
  return file % ENTRIES_PER_ARCHIVE;
}
