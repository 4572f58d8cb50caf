/** What a file that is not DICOM is, by its first bytes. */
export type OtherFileKind =
  | 'zip'
  | 'pdf'
  | 'jpeg'
  | 'png'
  | 'gif'
  | 'tiff'
  | 'bmp'
  | 'gzip'
  | 'nifti'
  | 'executable'
  | 'xml'
  | 'text'
  | 'empty'
  | 'appledouble'
  | 'other';

interface Signature {
  readonly kind: OtherFileKind;
  readonly offset: number;
  readonly bytes: readonly number[];
}

const SIGNATURES: readonly Signature[] = [
  signature('zip', 'PK\x03\x04'),
  signature('zip', 'PK\x05\x06'),
  signature('pdf', '%PDF-'),
  signature('jpeg', '\xff\xd8\xff'),
  signature('png', '\x89PNG\r\n\x1a\n'),
  signature('gif', 'GIF8'),
  signature('tiff', 'II*\0'),
  signature('tiff', 'MM\0*'),
  signature('gzip', '\x1f\x8b'),
  // The header of NIfTI-1 is 348 bytes long and ends in its magic, as the header of an .hdr or .nii file.
  signature('nifti', 'n+1\0', 344),
  signature('nifti', 'ni1\0', 344),
  signature('nifti', 'n+2\0', 4),
  signature('executable', '\x7fELF'),
  signature('executable', '\xfe\xed\xfa\xce'),
  signature('executable', '\xfe\xed\xfa\xcf'),
  signature('executable', '\xcf\xfa\xed\xfe'),
  signature('executable', '\xca\xfe\xba\xbe'),
  signature('appledouble', '\0\x05\x16\x07'),
];

/** `head` is the start of the file, 400 bytes or all of it; the path helps with what has no signature. */
export function fileKindOf(head: Uint8Array, path: string): OtherFileKind {
  if (head.length === 0) return 'empty';
  const found = SIGNATURES.find(({ offset, bytes }) =>
    bytes.every((byte, index) => head[offset + index] === byte),
  );
  if (found !== undefined) return found.kind;
  if (isExecutable(head)) return 'executable';
  if (isBitmap(head)) return 'bmp';
  if (/(^|\/)\._[^/]+$/.test(path)) return 'appledouble';
  const text = decodeText(head);
  if (text === null) return 'other';
  return /^\s*<[?!a-zA-Z]/.test(text) ? 'xml' : 'text';
}

function signature(kind: OtherFileKind, text: string, offset = 0): Signature {
  return { kind, offset, bytes: Array.from(text, (character) => character.charCodeAt(0)) };
}

/** Two letters are little: a DOS header has the offset of the new one, less than a page or so, at byte 60. */
function isExecutable(head: Uint8Array): boolean {
  return head[0] === 0x4d && head[1] === 0x5a && head.length >= 64 && head[62] === 0 && head[63] === 0;
}

/** `BM`, and two reserved words that are zero. */
function isBitmap(head: Uint8Array): boolean {
  return (
    head[0] === 0x42 &&
    head[1] === 0x4d &&
    head.length > 10 &&
    head.subarray(6, 10).every((byte) => byte === 0)
  );
}

/** Null where it is no text: neither UTF-8 nor UTF-16 with a mark, or with control characters. */
function decodeText(head: Uint8Array): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head);
  try {
    // The last character may be cut off: `stream` waits for the rest of it.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    // eslint-disable-next-line no-control-regex -- control characters are the point
    return /[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text) ? null : text;
  } catch {
    return null;
  }
}
