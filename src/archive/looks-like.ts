/** How many bytes of the start tell most: an ISO 9660 volume descriptor is at 32,769. */
export const LOOK_BYTES = 33_000;

const SIGNATURES: readonly (readonly [name: string, offset: number, signature: string])[] = [
  ['DICOM', 128, 'DICM'],
  // A data set without the Part 10 preamble, beginning with group 0002 or 0008 in little endian.
  ['DICOM', 0, '\x02\x00\x00\x00UL'],
  ['DICOM', 0, '\x08\x00\x00\x00\x04\x00\x00\x00'],
  ['DICOM', 0, '\x08\x00\x05\x00'],
  ['PDF', 0, '%PDF'],
  ['RAR', 0, 'Rar!\x1a\x07'],
  ['7z', 0, '7z\xbc\xaf\x27\x1c'],
  ['gzip', 0, '\x1f\x8b'],
  ['bzip2', 0, 'BZh'],
  ['XZ', 0, '\xfd7zXZ\x00'],
  ['Zstandard', 0, '\x28\xb5\x2f\xfd'],
  ['tar', 257, 'ustar'],
  ['ISO 9660', 32_769, 'CD001'],
  ['split ZIP', 0, 'PK\x07\x08'],
  ['ZIP', 0, 'PK\x03\x04'],
  ['JPEG', 0, '\xff\xd8\xff'],
  ['PNG', 0, '\x89PNG'],
  ['GIF', 0, 'GIF8'],
  ['TIFF', 0, 'II*\x00'],
  ['TIFF', 0, 'MM\x00*'],
  ['Windows program', 0, 'MZ'],
];

/** What a file is, by its first `LOOK_BYTES`: the name of a format, 'text' or 'unknown'. */
export function looksLike(head: Uint8Array): string {
  const match = SIGNATURES.find(([, offset, signature]) => hasSignature(head, offset, signature));
  if (match) return match[0];
  return isText(head.subarray(0, 1024)) ? 'text' : 'unknown';
}

function hasSignature(bytes: Uint8Array, offset: number, signature: string): boolean {
  for (let i = 0; i < signature.length; i++) {
    if (bytes[offset + i] !== signature.charCodeAt(i)) return false;
  }
  return true;
}

function isText(bytes: Uint8Array): boolean {
  return (
    bytes.length > 0 &&
    bytes.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d)) &&
    isUtf8Prefix(bytes)
  );
}

/** Valid as UTF-8 but for a character that the cut at the end may have split. */
function isUtf8Prefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
