import { decodePlainText, textEncodingOf } from './plain-text';

/** What a file that is not DICOM can be. */
export const OTHER_FILE_KINDS = [
  // Pictures and documents
  'jpeg',
  'png',
  'gif',
  'webp',
  'bmp',
  'icon',
  'tiff',
  'heic',
  'svg',
  'pdf',
  'office',
  'rtf',
  'html',
  'xml',
  'json',
  'text',
  // Volumes and other data
  'nifti',
  'nrrd',
  'metaimage',
  'analyze',
  'hdf5',
  'netcdf',
  'sqlite',
  'ole',
  // Films
  'mp4',
  'avi',
  'mpeg',
  'wmv',
  'matroska',
  // Archives
  'zip',
  'zip-part',
  'tar',
  'gzip',
  'bzip2',
  'xz',
  'zstd',
  '7z',
  'rar',
  'cabinet',
  'iso',
  // What runs, and what systems leave behind
  'executable',
  'shortcut',
  'system',
  'empty',
  'other',
] as const;

export type OtherFileKind = (typeof OTHER_FILE_KINDS)[number];

/** Bytes by their offset, written as Latin-1; all of them have to be there. The first that fits holds. */
const SIGNATURES = compile([
  ['jpeg', { 0: '\xff\xd8\xff' }],
  ['png', { 0: '\x89PNG\r\n\x1a\n' }],
  ['gif', { 0: 'GIF8' }],
  ['webp', { 0: 'RIFF', 8: 'WEBP' }],
  // Two letters are little: the reserved words behind the size are zero.
  ['bmp', { 0: 'BM', 6: '\0\0\0\0' }],
  // One to 255 pictures; the first has a reserved byte, and no more than 255 planes and bits.
  ['icon', { 0: '\0\0\x01\0', 5: '\0', 9: '\0', 11: '\0', 13: '\0' }],
  ['tiff', { 0: 'II*\0' }],
  ['tiff', { 0: 'MM\0*' }],
  ['heic', { 4: 'ftyphei' }],
  ['heic', { 4: 'ftypmif1' }],
  ['heic', { 4: 'ftypavif' }],
  ['pdf', { 0: '%PDF-' }],
  ['rtf', { 0: '{\\rtf' }],
  // Office Open XML, OpenDocument and Java archives are ZIP archives; these are the names of their first entries.
  ['office', { 0: 'PK\x03\x04', 30: '[Content_Types].xml' }],
  ['office', { 0: 'PK\x03\x04', 30: 'mimetypeapplication/vnd.oasis.opendocument' }],
  ['executable', { 0: 'PK\x03\x04', 30: 'META-INF/' }],
  // The header of NIfTI-1 is 348 bytes long and ends in its magic, as the header of an .hdr or .nii file.
  ['nifti', { 344: 'n+1\0' }],
  ['nifti', { 344: 'ni1\0' }],
  ['nifti', { 4: 'n+2\0' }],
  // Its length, 348 in either byte order, and `regular`.
  ['analyze', { 0: '\x5c\x01\0\0', 38: 'r' }],
  ['analyze', { 0: '\0\0\x01\x5c', 38: 'r' }],
  ['nrrd', { 0: 'NRRD000' }],
  ['metaimage', { 0: 'ObjectType = Image' }],
  ['metaimage', { 0: 'NDims = ' }],
  ['hdf5', { 0: '\x89HDF\r\n\x1a\n' }],
  ['netcdf', { 0: 'CDF\x01' }],
  ['netcdf', { 0: 'CDF\x02' }],
  ['sqlite', { 0: 'SQLite format 3\0' }],
  ['ole', { 0: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' }],
  ['mp4', { 4: 'ftyp' }],
  ['mp4', { 4: 'moov' }],
  ['avi', { 0: 'RIFF', 8: 'AVI ' }],
  ['mpeg', { 0: '\0\0\x01\xba' }],
  ['mpeg', { 0: '\0\0\x01\xb3' }],
  // Packets of 188 bytes.
  ['mpeg', { 0: 'G', 188: 'G', 376: 'G' }],
  ['wmv', { 0: '\x30\x26\xb2\x75\x8e\x66\xcf\x11' }],
  ['matroska', { 0: '\x1a\x45\xdf\xa3' }],
  ['zip', { 0: 'PK\x03\x04' }],
  ['zip', { 0: 'PK\x05\x06' }],
  ['zip-part', { 0: 'PK\x07\x08' }],
  ['tar', { 257: 'ustar' }],
  ['gzip', { 0: '\x1f\x8b' }],
  ['bzip2', { 0: 'BZh', 4: '1AY&SY' }],
  ['xz', { 0: '\xfd7zXZ\0' }],
  ['zstd', { 0: '\x28\xb5\x2f\xfd' }],
  ['7z', { 0: '7z\xbc\xaf\x27\x1c' }],
  ['rar', { 0: 'Rar!\x1a\x07' }],
  ['cabinet', { 0: 'MSCF\0\0\0\0' }],
  ['iso', { 32_769: 'CD001' }],
  // A DOS header has the offset of the new one, less than a page or so, at byte 60.
  ['executable', { 0: 'MZ', 62: '\0\0' }],
  ['executable', { 0: '\x7fELF' }],
  ['executable', { 0: '\xfe\xed\xfa\xce' }],
  ['executable', { 0: '\xfe\xed\xfa\xcf' }],
  ['executable', { 0: '\xce\xfa\xed\xfe' }],
  ['executable', { 0: '\xcf\xfa\xed\xfe' }],
  ['executable', { 0: '\xca\xfe\xba\xbe' }],
  ['shortcut', { 0: '\x4c\0\0\0\x01\x14\x02\0' }],
  // AppleSingle, AppleDouble and the Finder's notes.
  ['system', { 0: '\0\x05\x16\0' }],
  ['system', { 0: '\0\x05\x16\x07' }],
  ['system', { 0: '\0\0\0\x01Bud1' }],
]);

/** Where the first bytes leave it open, the name tells more. */
const BY_NAME: readonly (readonly [content: OtherFileKind, name: RegExp, kind: OtherFileKind])[] = [
  ['zip', /\.(docx|docm|dotx|xlsx|xlsm|xltx|pptx|pptm|ppsx|odt|ods|odp|odg)$/i, 'office'],
  ['zip', /\.(jar|war|apk)$/i, 'executable'],
  ['ole', /\.(doc|dot|xls|xlt|ppt|pps|vsd|pub)$/i, 'office'],
  ['ole', /\.ms[ip]$/i, 'executable'],
  // Its signature is behind the first 32 kB.
  ['other', /\.iso$/i, 'iso'],
  ['text', /\.mh[ad]$/i, 'metaimage'],
];

/** What macOS, Windows and Linux leave in folders that they have shown. */
const SYSTEM_NAMES = [
  /^\._/,
  /^\.(DS_Store|localized|apdisk|VolumeIcon\.icns|metadata_never_index|directory)$/i,
  /^Icon\r$/,
  /^(Thumbs|ehthumbs|ehthumbs_vista)\.db(:encryptable)?$/i,
  /^(desktop\.ini|IndexerVolumeGuid|WPSettings\.dat)$/i,
];
const SYSTEM_FOLDER = /^(__MACOSX|\.Spotlight-V100|\.fseventsd|System Volume Information)$/i;

/** What a system file may hold: a picture or a document is not hidden behind such a name. */
const CONTENT_OF_SYSTEM_FILES: ReadonlySet<OtherFileKind> = new Set([
  'empty',
  'ole',
  'other',
  'sqlite',
  'text',
  'xml',
]);

/** How much of the start of a file tells all but an image of a disc. */
export const KIND_BYTES = 400;

/** `head` is the start of the file, `KIND_BYTES` or all of it; the path helps with what has no signature. */
export function fileKindOf(head: Uint8Array, path: string): OtherFileKind {
  const content = kindByContent(head);
  if (CONTENT_OF_SYSTEM_FILES.has(content) && isSystemPath(path)) return 'system';
  return BY_NAME.find(([from, name]) => from === content && name.test(path))?.[2] ?? content;
}

function kindByContent(head: Uint8Array): OtherFileKind {
  if (head.length === 0) return 'empty';
  const found = SIGNATURES.find(({ parts }) =>
    parts.every(({ offset, bytes }) => bytes.every((byte, index) => head[offset + index] === byte)),
  );
  if (found !== undefined) return found.kind;
  return isText(head) ? kindOfText(decodePlainText(head)) : 'other';
}

function compile(
  rows: readonly (readonly [kind: OtherFileKind, signature: Readonly<Record<number, string>>])[],
) {
  return rows.map(([kind, signature]) => ({
    kind,
    parts: Object.entries(signature).map(([offset, characters]) => ({
      offset: Number(offset),
      bytes: Array.from(characters, (character) => character.charCodeAt(0)),
    })),
  }));
}

function isSystemPath(path: string): boolean {
  const folders = path.split(/[/\\]/);
  const name = folders.pop() ?? '';
  return (
    SYSTEM_NAMES.some((pattern) => pattern.test(name)) || folders.some((folder) => SYSTEM_FOLDER.test(folder))
  );
}

/** No control characters; and where any byte would be a character, most are of ASCII. */
function isText(head: Uint8Array): boolean {
  const encoding = textEncodingOf(head);
  // eslint-disable-next-line no-control-regex -- control characters are the point
  if (/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(decodePlainText(head))) return false;
  return encoding !== 'windows-1252' || head.filter((byte) => byte < 0x80).length > head.length / 2;
}

function kindOfText(text: string): OtherFileKind {
  const start = text.trimStart();
  if (/^(\{\s*["}]|\[\s*["{[\]])/.test(start)) return 'json';
  if (!/^<[?!a-z]/i.test(start)) return 'text';
  if (/<(!doctype\s+html|html)\b/i.test(start)) return 'html';
  return /<svg\b/i.test(start) ? 'svg' : 'xml';
}
