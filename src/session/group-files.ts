import { groupBy } from '../base/group-by';
import { compareNatural, compareText } from '../base/natural-sort';

/** A file as it was dropped or chosen. */
export interface GivenFile {
  /** From the folder that was dropped, its name included; of a file alone, its name. */
  readonly path: string;
  readonly file: File;
}

export interface FileGroup {
  /** `archive`: one file, or the parts of one in their order. `folder`: files that are in no archive. */
  readonly kind: 'archive' | 'folder';
  readonly name: string;
  /** The paths of a folder's files are from inside it. */
  readonly files: readonly GivenFile[];
}

/** What is an archive by its name; anything else that is one by its content is opened as one inside the folder. */
const ARCHIVE = /\.(zip|tar|tgz|gz|exe)$/i;
/** `x.z01`, `x.z02` … before `x.zip`; `x.zip.001`, `x.zip.002` …: what is before the number. */
const SPLIT_PART = /^(.*)\.z\d{2,}$/i;
const CUT_PART = /^(.*\.(?:zip|tar|tgz|gz))\.\d{3,}$/i;

/** Sorts files into what is opened as one archive each. */
export function groupFiles(files: readonly GivenFile[]): readonly FileGroup[] {
  const inFolders = files.filter(({ path }) => path.includes('/'));
  const alone = files.filter(({ path }) => !path.includes('/'));
  const loose = alone.filter(({ path }) => !isArchive(path));
  return [
    ...groupArchives(alone.filter(({ path }) => isArchive(path))),
    ...groupFolders(inFolders),
    ...(loose.length > 0 ? [{ kind: 'folder', name: nameOf(loose), files: loose } as const] : []),
  ];
}

function isArchive(path: string): boolean {
  return ARCHIVE.test(path) || partOf(path) !== null;
}

/** The whole that a file is a numbered part of, by its name without `.zip`; null where it is no part. */
function partOf(path: string): string | null {
  return (SPLIT_PART.exec(path) ?? CUT_PART.exec(path))?.[1]?.replace(/\.zip$/i, '') ?? null;
}

/** Two files of one name are two archives, unless they are parts of one. */
function groupArchives(files: readonly GivenFile[]): readonly FileGroup[] {
  const parts = groupBy(files, ({ path }) => partOf(path)?.toLowerCase() ?? null);
  const isLastPart = ({ path }: GivenFile): boolean =>
    /\.zip$/i.test(path) && parts.has(path.slice(0, -'.zip'.length).toLowerCase());
  const whole = (parts.get(null) ?? []).filter((file) => !isLastPart(file));
  const split = [...parts].flatMap(([name, numbered]): FileGroup[] => {
    if (name === null) return [];
    const last = files.filter((file) => file.path.toLowerCase() === `${name}.zip`);
    const inOrder = [...numbered.toSorted((a, b) => compareNatural(a.path, b.path)), ...last];
    return [{ kind: 'archive', name: last[0]?.path ?? `${name}.zip`, files: inOrder }];
  });
  return [...whole.map((file): FileGroup => ({ kind: 'archive', name: file.path, files: [file] })), ...split];
}

function groupFolders(files: readonly GivenFile[]): readonly FileGroup[] {
  const folders = groupBy(files, ({ path }) => path.slice(0, path.indexOf('/')));
  return [...folders].map(([name, inside]) => ({
    kind: 'folder',
    name,
    // Disks list them in any order.
    files: inside
      .map(({ path, file }) => ({ path: path.slice(name.length + 1), file }))
      .toSorted((a, b) => compareText(a.path, b.path)),
  }));
}

function nameOf(loose: readonly GivenFile[]): string {
  const [only] = loose;
  return loose.length === 1 && only !== undefined ? only.path : `${String(loose.length)} files`;
}
