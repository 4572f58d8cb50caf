import { archiveOfFile, entryOfFile, type ArchiveId, type FileId } from '../base/ids';

/** An archive as a report names it. */
export interface NamedArchive {
  readonly id: ArchiveId;
  readonly name: string;
  /** The entry of another archive that it is; null for what was dropped or chosen. */
  readonly parent: FileId | null;
}

export interface FileNaming {
  readonly archives: readonly NamedArchive[];
  /** Of a file in its own archive. */
  readonly pathOf: (file: FileId) => string;
  readonly isMasked: boolean;
}

/** How a report says which file is meant. */
export interface FileNames {
  /** `2024/CT/IM1`, and of a file in an archive inside the archive `2024/inner.zip!/IM1`; '' of no file. */
  readonly of: (file: FileId | null) => string;
  /** Of the outermost archive that a file is in. */
  readonly archiveOf: (file: FileId) => string;
  readonly ofArchive: (id: ArchiveId) => string;
  /** Whether a file's path alone does not tell it from all others. */
  readonly areSeveral: boolean;
}

/** Masked, a file is the number of its entry: `file 12`, and `archive 1` what it is in. */
export function fileNames({ archives, pathOf, isMasked }: FileNaming): FileNames {
  const byId = new Map(archives.map((archive) => [archive.id, archive]));
  const outer = archives.filter(({ parent }) => parent === null);

  function parentOf(file: FileId): FileId | null {
    return byId.get(archiveOfFile(file))?.parent ?? null;
  }
  function nameOf(file: FileId | null): string {
    if (file === null) return '';
    const parent = parentOf(file);
    const name = isMasked ? `file ${entryOfFile(file) + 1}` : pathOf(file);
    return parent === null ? name : `${nameOf(parent)}!/${name}`;
  }
  function outermost(file: FileId): ArchiveId {
    const parent = parentOf(file);
    return parent === null ? archiveOfFile(file) : outermost(parent);
  }
  function nameOfArchive(id: ArchiveId): string {
    const archive = byId.get(id);
    if (archive === undefined) return '';
    const { parent, name } = archive;
    if (parent !== null) return `${nameOfArchive(outermost(parent))}!/${nameOf(parent)}`;
    return isMasked ? `archive ${outer.indexOf(archive) + 1}` : name;
  }
  return {
    of: nameOf,
    archiveOf: (file) => nameOfArchive(outermost(file)),
    ofArchive: nameOfArchive,
    areSeveral: outer.length > 1,
  };
}
