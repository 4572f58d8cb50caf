import type { GivenFile } from '../session/group-files';

export interface DroppedFiles {
  readonly files: readonly GivenFile[];
  /** Paths of what the browser does not give: no right to read it, a link that leads nowhere, gone meanwhile. */
  readonly leftOut: readonly string[];
}

type DroppedItem = Pick<DataTransferItem, 'kind' | 'getAsFile' | 'webkitGetAsEntry'>;

interface Listing {
  readonly files: GivenFile[];
  readonly leftOut: string[];
  /** Called as files are found, with how many there are so far. */
  readonly onFound: (files: number) => void;
}

/**
 * The files of a drop, those in folders included, folder by folder. To be called while the drop is handled: its items
 * are gone afterwards.
 */
export function listDropped(
  items: Iterable<DroppedItem>,
  onFound: (files: number) => void,
): Promise<DroppedFiles> {
  const dropped = [...items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  return listAll(dropped, { files: [], leftOut: [], onFound });
}

async function listAll(
  dropped: readonly { readonly entry: FileSystemEntry | null; readonly file: File | null }[],
  listing: Listing,
): Promise<DroppedFiles> {
  for (const { entry, file } of dropped) {
    if (entry !== null && isFolder(entry)) await listFolder(entry, listing);
    else if (file !== null) listing.files.push({ path: file.name, file });
  }
  return listing;
}

async function listFolder(folder: FileSystemDirectoryEntry, listing: Listing): Promise<void> {
  const reader = folder.createReader();
  for (;;) {
    const entries = await readSome(reader);
    if (entries === null) listing.leftOut.push(pathOf(folder));
    if (entries === null || entries.length === 0) return;
    await addFiles(entries.filter(isFile), listing);
    for (const inside of entries.filter(isFolder)) await listFolder(inside, listing);
  }
}

/** Together, which is many times as fast as one by one. */
async function addFiles(entries: readonly FileSystemFileEntry[], listing: Listing): Promise<void> {
  const files = await Promise.all(entries.map(fileOf));
  for (const [place, entry] of entries.entries()) {
    const file = files[place] ?? null;
    if (file === null) listing.leftOut.push(pathOf(entry));
    else listing.files.push({ path: pathOf(entry), file });
  }
  listing.onFound(listing.files.length);
}

/** The next entries of a folder, none at its end; null where the browser may not read it. */
function readSome(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[] | null> {
  return new Promise((resolve) => {
    reader.readEntries(resolve, () => resolve(null));
  });
}

function fileOf(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise((resolve) => {
    entry.file(resolve, () => resolve(null));
  });
}

/** `/study/IM1` is `study/IM1`. */
function pathOf({ fullPath }: FileSystemEntry): string {
  return fullPath.replace(/^\//, '');
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
