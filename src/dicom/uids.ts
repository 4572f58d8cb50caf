import { IMAGE_SOP_CLASSES } from './tables/sop-classes';
import { TRANSFER_SYNTAXES } from './tables/transfer-syntaxes';
import { UIDS } from './tables/uids';

export const IMPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2';
export const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';
export const EXPLICIT_BIG_ENDIAN = '1.2.840.10008.1.2.2';
export const MEDIA_STORAGE_DIRECTORY = '1.2.840.10008.1.3.10';

/** PS3.5 section 10 and Annex A. */
export interface TransferSyntax {
  readonly uid: string;
  readonly name: string;
  readonly isExplicit: boolean;
  readonly isLittleEndian: boolean;
  /** Pixel Data is a sequence of fragments. */
  readonly isEncapsulated: boolean;
  /** The data set is deflated as a whole (PS3.5 A.5). */
  readonly isDeflated: boolean;
  /** Of the pixels: `none`, `jpeg-baseline`, `jpeg-lossless`, `jpegls`, `jpeg2000`, `rle`, ... */
  readonly codec: string;
}

/** The name of a registered UID (PS3.6 Annex A): `CT Image Storage`; '' for any other. */
export function uidName(uid: string): string {
  return NAMES.get(uid) ?? '';
}

/** Null where the UID is unknown; such data sets are explicit VR little endian (PS3.5 A.4). */
export function transferSyntax(uid: string): TransferSyntax | null {
  return SYNTAXES.get(uid) ?? null;
}

/** Whether instances of this SOP class have, or may have, Pixel Data that is an image (PS3.3 Annex A). */
export function isImageSopClass(uid: string): boolean {
  return IMAGE_CLASSES.has(uid);
}

function unpackUid(packed: string): string {
  return packed.startsWith('=') ? packed.slice(1) : `1.2.840.10008.${packed}`;
}

function unpackSyntax(line: string): TransferSyntax {
  const [packed = '', vr, order, pixels, deflated, codec = '', ...name] = line.split(' ');
  return {
    uid: unpackUid(packed),
    name: name.join(' '),
    isExplicit: vr === 'E',
    isLittleEndian: order === 'L',
    isEncapsulated: pixels === 'F',
    isDeflated: deflated === 'D',
    codec,
  };
}

const SYNTAXES = new Map(
  TRANSFER_SYNTAXES.split('\n').map((line) => [unpackUid(line.split(' ')[0] ?? ''), unpackSyntax(line)]),
);

const NAMES = new Map([
  ...UIDS.split('\n').map((line): [string, string] => {
    const space = line.indexOf(' ');
    return [unpackUid(line.slice(0, space)), line.slice(space + 1)];
  }),
  ...[...SYNTAXES.values()].map(({ uid, name }): [string, string] => [uid, name]),
]);

const IMAGE_CLASSES = new Set(IMAGE_SOP_CLASSES.split(' ').map(unpackUid));
