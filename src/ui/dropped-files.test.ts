import { describe, expect, it } from 'vitest';
import { listDropped } from './dropped-files';

const UNREADABLE_FILE = Symbol('unreadable file');
const UNREADABLE_FOLDER = Symbol('unreadable folder');

/** What is in a folder, by name; a text is what is in a file. */
interface Folder {
  readonly [name: string]: string | Folder | typeof UNREADABLE_FILE | typeof UNREADABLE_FOLDER;
}

describe('listDropped', () => {
  it('finds the files of folders in folders, with their paths from the folder that was dropped', async () => {
    const { files, leftOut } = await list([
      droppedFolder('study', { IM1: 'a', series: { IM2: 'b', deeper: { IM3: 'c' } }, empty: {} }),
    ]);
    expect(await contentsOf(files)).toEqual({
      'study/IM1': 'a',
      'study/series/IM2': 'b',
      'study/series/deeper/IM3': 'c',
    });
    expect(leftOut).toEqual([]);
  });

  it('asks a folder until it has no more to give: browsers give 100 at a time', async () => {
    const names = Array.from({ length: 250 }, (_, index) => `IM${String(index)}`);
    const steps: string[] = [];
    const folder = Object.fromEntries(names.map((name) => [name, name]));
    const { files } = await listDropped([droppedFolder('many', folder)], ({ filesDone, files: all }) =>
      steps.push(`${String(filesDone)} of ${String(all)}`),
    );
    expect(files.map(({ path }) => path)).toEqual(names.map((name) => `many/${name}`));
    expect(steps).toEqual(['100 of 250', '200 of 250', '250 of 250']);
  });

  it('takes folders, archives and single files in one drop, in their order', async () => {
    const { files } = await list([
      droppedFile('a.zip'),
      droppedFolder('b', { IM1: 'x' }),
      droppedFile('c.dcm'),
    ]);
    expect(files.map(({ path }) => path)).toEqual(['a.zip', 'b/IM1', 'c.dcm']);
  });

  it('tells of what cannot be read, and lists the rest', async () => {
    const { files, leftOut } = await list([
      droppedFolder('study', { IM1: UNREADABLE_FILE, closed: UNREADABLE_FOLDER, IM2: 'b' }),
    ]);
    expect(files.map(({ path }) => path)).toEqual(['study/IM2']);
    expect(leftOut.toSorted()).toEqual(['study/IM1', 'study/closed']);
  });

  it('passes over what is no file, as a text that is dragged', async () => {
    const text = { kind: 'string', getAsFile: () => null, webkitGetAsEntry: () => null };
    expect((await list([text, droppedFile('a.zip')])).files.map(({ path }) => path)).toEqual(['a.zip']);
  });

  it('asks for every item before it waits for any: they are gone when the drop has been handled', async () => {
    let isHandled = false;
    const item = (name: string): Dropped => {
      const { webkitGetAsEntry, ...rest } = droppedFolder(name, { IM1: name });
      return { ...rest, webkitGetAsEntry: () => (isHandled ? null : webkitGetAsEntry()) };
    };
    const listed = list([item('a'), item('b')]);
    isHandled = true;
    expect((await listed).files.map(({ path }) => path)).toEqual(['a/IM1', 'b/IM1']);
  });
});

type Dropped = Parameters<typeof listDropped>[0] extends Iterable<infer Item> ? Item : never;
type Listed = Awaited<ReturnType<typeof listDropped>>;

function list(items: readonly Dropped[]): Promise<Listed> {
  return listDropped(items, () => undefined);
}

async function contentsOf(files: Listed['files']): Promise<Readonly<Record<string, string>>> {
  const contents = await Promise.all(files.map(({ file }) => file.text()));
  return Object.fromEntries(files.map(({ path }, place) => [path, contents[place] ?? '']));
}

function droppedFile(name: string): Dropped {
  return { kind: 'file', getAsFile: () => new File(['x'], name), webkitGetAsEntry: () => null };
}

function droppedFolder(name: string, content: Folder): Dropped {
  return { kind: 'file', getAsFile: () => null, webkitGetAsEntry: () => folderEntry(`/${name}`, content) };
}

/** As much of the browser's entries as is asked of them. */
function entryOf(fullPath: string, content: Folder[string]): FileSystemEntry {
  if (typeof content === 'object' || content === UNREADABLE_FOLDER) return folderEntry(fullPath, content);
  const entry = {
    fullPath,
    isFile: true,
    isDirectory: false,
    file: (resolve: (file: File) => void, reject: () => void) => {
      if (content === UNREADABLE_FILE) reject();
      else resolve(new File([content], fullPath.slice(fullPath.lastIndexOf('/') + 1)));
    },
  };
  return entry as unknown as FileSystemFileEntry;
}

function folderEntry(fullPath: string, content: Folder | typeof UNREADABLE_FOLDER): FileSystemDirectoryEntry {
  const inside = content === UNREADABLE_FOLDER ? [] : Object.entries(content);
  const entries = inside.map(([name, each]) => entryOf(`${fullPath}/${name}`, each));
  const entry = {
    fullPath,
    isFile: false,
    isDirectory: true,
    createReader: () => ({
      readEntries: (resolve: (entries: readonly FileSystemEntry[]) => void, reject: () => void) => {
        if (content === UNREADABLE_FOLDER) reject();
        else resolve(entries.splice(0, 100));
      },
    }),
  };
  return entry as unknown as FileSystemDirectoryEntry;
}
