import type { GivenFile } from '../session/group-files';

export interface DroppedFiles {
  readonly files: readonly GivenFile[];
  /** Paths of what the browser does not give: no right to read it, or gone meanwhile. */
  readonly leftOut: readonly string[];
}

export interface ListingProgress {
  readonly filesDone: number;
  /** Of the folders that have been listed. */
  readonly files: number;
}

type DroppedItem = Pick<DataTransferItem, 'kind' | 'getAsFile' | 'webkitGetAsEntry'>;
type Found = File | FileSystemFileEntry;

/** A browser takes most of a millisecond for each file, whatever is asked at once; so often it can be said how far it is. */
const FILES_IN_STEP = 100;

/**
 * The files of a drop, those in folders included. To be called while the drop is handled: its items are gone
 * afterwards. Browsers leave out symbolic links by themselves.
 */
export function listDropped(
  items: Iterable<DroppedItem>,
  onProgress: (progress: ListingProgress) => void,
): Promise<DroppedFiles> {
  const dropped = [...items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  return list(dropped, onProgress);
}

async function list(
  dropped: readonly { readonly entry: FileSystemEntry | null; readonly file: File | null }[],
  onProgress: (progress: ListingProgress) => void,
): Promise<DroppedFiles> {
  const found: Found[] = [];
  const leftOut: string[] = [];
  for (const { entry, file } of dropped) {
    if (entry !== null && isFolder(entry)) await findInFolder(entry, found, leftOut);
    else if (file !== null) found.push(file);
  }
  const files: GivenFile[] = [];
  for (let at = 0; at < found.length; at += FILES_IN_STEP) {
    const step = found.slice(at, at + FILES_IN_STEP);
    const given = await Promise.all(step.map(fileOf));
    for (const [place, each] of step.entries()) {
      const file = given[place] ?? null;
      if (file === null) leftOut.push(pathOf(each));
      else files.push({ path: pathOf(each), file });
    }
    onProgress({ filesDone: at + step.length, files: found.length });
  }
  return { files, leftOut };
}

/** Finds the files of a folder and of those inside it, without asking for the files themselves. */
async function findInFolder(
  folder: FileSystemDirectoryEntry,
  found: Found[],
  leftOut: string[],
): Promise<void> {
  const reader = folder.createReader();
  for (;;) {
    const entries = await readSome(reader);
    if (entries === null) leftOut.push(pathOf(folder));
    if (entries === null || entries.length === 0) return;
    found.push(...entries.filter(isFile));
    for (const inside of entries.filter(isFolder)) await findInFolder(inside, found, leftOut);
  }
}

/** The next entries of a folder, none at its end; null where the browser may not read it. */
function readSome(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[] | null> {
  return new Promise((resolve) => {
    reader.readEntries(resolve, () => resolve(null));
  });
}

function fileOf(found: Found): Promise<File | null> {
  if (found instanceof File) return Promise.resolve(found);
  return new Promise((resolve) => {
    found.file(resolve, () => resolve(null));
  });
}

/** `/study/IM1` is `study/IM1`. */
function pathOf(found: File | FileSystemEntry): string {
  return found instanceof File ? found.name : found.fullPath.replace(/^\//, '');
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
