import { meaningOfField, nameInField, type FieldMeaning } from '../../base/file-metadata/metadata-field';
import { groupBy } from '../../base/group-by';
import type { FileKind } from '../../catalog/catalog-types';
import { FILE_KIND_WORDS } from '../../catalog/file-kind-words';
import { isAllowedTerm } from '../profile/allowed-terms';
import type { Check } from '../check';
import type { Finding } from '../finding';
import type { HeldValue } from '../held/held-value';
import type { ReviewedFile, ReviewInput } from '../review-input';

/** What a file that is not DICOM is to the reviewer. */
type Role = 'to-look-at' | 'archive' | 'dicomdir' | 'viewer' | 'left-behind';

const SEVERITIES: Readonly<Record<Role, Finding['severity']>> = {
  'to-look-at': 'check',
  archive: 'note',
  dicomdir: 'note',
  viewer: 'note',
  'left-behind': 'note',
};

const MESSAGES: Readonly<Record<Role, string>> = {
  'to-look-at': 'Not DICOM: its words are searched as far as it has any, what it shows is not. Look at it.',
  archive:
    'An archive within the archive: its files are reviewed as those of the archive are, where it could be opened.',
  dicomdir: 'The index of a patient CD: it names the patients, studies and files that it lists.',
  viewer: 'Goes with the viewer of a patient CD: a program, a part of one, or a text about it.',
  'left-behind': 'Left behind by the system that the files were on; it may hold their names.',
};

const KINDS: Readonly<Partial<Record<FileKind, Role>>> = {
  dicomdir: 'dicomdir',
  executable: 'viewer',
  icon: 'viewer',
  zip: 'archive',
  tar: 'archive',
  gzip: 'archive',
  system: 'left-behind',
  shortcut: 'left-behind',
  symlink: 'left-behind',
  empty: 'left-behind',
};

/** What a patient CD starts by itself, and what tells its reader about that. */
const CD_FILES =
  /(^|[/\\])(autorun\.\w+|readme(\.\w+)?|liesmich(\.\w+)?|lisez-?moi(\.\w+)?|leggimi(\.\w+)?|leame(\.\w+)?|(end[ _-]?user[ _-]?)?licen[cs]e(\.\w+)?|eula(\.\w+)?)$/i;

/** What a page of such a program is made of; beside a program these are parts of it. */
const PARTS_OF_PROGRAMS: ReadonlySet<FileKind> = new Set([
  'html',
  'xml',
  'json',
  'text',
  'svg',
  'png',
  'gif',
  'jpeg',
  'bmp',
  'cabinet',
  'sqlite',
  'ole',
  'other',
]);

/** What is said of what a field names. */
const WORDS_OF_MEANING: Readonly<Record<Exclude<FieldMeaning, 'technical'>, string>> = {
  person: 'names a person',
  place: 'says where it was made',
  device: 'tells the very device that it was made with',
  date: 'says when it was made',
  words: 'says something in words',
};

/**
 * Files that are not DICOM, by their first bytes: one finding for each kind. Noted alone are the index, the program and
 * the texts of a patient CD, empty files, and what operating systems leave in folders. And what such files say of
 * themselves, in EXIF, IPTC, XMP and properties of documents: a finding for each value, which may identify where it
 * names a person, a place, or the serial number of a device.
 */
export const otherFilesCheck: Check = {
  id: 'other-files',
  find: (input) => [...findFiles(input), ...input.values.all.flatMap((value) => findInField(value, input))],
};

function findFiles({ files }: ReviewInput): readonly Finding[] {
  const others = files.filter(({ kind }) => kind !== null && kind !== 'dicom');
  const programs = new Set(
    others.filter(({ kind }) => kind === 'executable').map(({ path }) => folderOf(path)),
  );
  const groups = groupBy(others, (file) => `${file.kind ?? ''} ${roleOf(file, programs)}`);
  return [...groups.values()].flatMap((group) => findingOf(group, programs));
}

/** '' of the root. */
function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.search(/[/\\][^/\\]*$/)));
}

function roleOf({ kind, path }: ReviewedFile, programs: ReadonlySet<string>): Role {
  const role = kind === null ? undefined : KINDS[kind];
  if (role !== undefined) return role;
  if (CD_FILES.test(path)) return 'viewer';
  return kind !== null && PARTS_OF_PROGRAMS.has(kind) && isBesideProgram(path, programs)
    ? 'viewer'
    : 'to-look-at';
}

/** In the folder of a program, or below; all is below the root, so that does not count. */
function isBesideProgram(path: string, programs: ReadonlySet<string>): boolean {
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder))
    if (programs.has(folder)) return true;
  return false;
}

function findingOf(files: readonly ReviewedFile[], programs: ReadonlySet<string>): readonly Finding[] {
  const [first] = files;
  if (first?.kind === undefined || first.kind === null) return [];
  const role = roleOf(first, programs);
  const what = first.kind === 'other' ? 'File of an unknown kind' : FILE_KIND_WORDS[first.kind];
  return [
    {
      check: 'other-files',
      severity: SEVERITIES[role],
      identifying: false,
      value: `${what} (${files.length === 1 ? '1 file' : `${files.length} files`})`,
      marks: [],
      message: MESSAGES[role],
      place: { files: files.map(({ file }) => file) },
    },
  ];
}

function findInField(held: HeldValue, { options }: ReviewInput): readonly Finding[] {
  if (held.place.kind !== 'picture-metadata') return [];
  const name = nameInField(held.text);
  const start = name === '' ? 0 : name.length + 2;
  const meaning = meaningOfField(name);
  if (meaning === 'technical' || isAllowedTerm(held.text.slice(start), options)) return [];
  return [
    {
      check: 'other-files',
      severity: 'check',
      identifying: meaning === 'person' || meaning === 'place' || meaning === 'device',
      value: held.text,
      marks: [[start, held.text.length]],
      message: `The metadata of the file ${WORDS_OF_MEANING[meaning]}.`,
      place: { held },
    },
  ];
}
