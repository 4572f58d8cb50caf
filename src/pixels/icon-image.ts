import type { ByteRanges } from '../base/byte-ranges';
import type { DataSet } from '../dicom/data-set';
import { sequenceOf } from '../dicom/elements';
import { EXPLICIT_LITTLE_ENDIAN, transferSyntax } from '../dicom/uids';
import type { DecodedFrame, GreyTransform, Palette } from './decoded-frame';
import { openFrameDecoder } from './frame-decoder';
import { readGreyTransform } from './grey-transform';
import { describeImage, type ImageDescription } from './image-description';
import { readPalette } from './palette';

/** The small picture that an object may bring of itself (PS3.3 C.7.6.1.1.6); its pixels lie in the object's file. */
export interface IconImage {
  readonly image: ImageDescription;
  readonly transform: GreyTransform;
  readonly palette: Palette | null;
}

/** The first item of Icon Image Sequence; null where there is none, or none that is described. */
export function readIconImage(dataSet: DataSet, transferSyntaxUid: string): IconImage | null {
  const [icon] = sequenceOf(dataSet, 'x00880200');
  if (icon === undefined) return null;
  const image = describeImage(icon, iconTransferSyntax(icon, transferSyntaxUid), '');
  if (!image.ok) return null;
  const transform = { ...readGreyTransform(icon, 0), windows: [wholeRange(image.value)] };
  return { image: image.value, transform, palette: readPalette(icon) };
}

/** The picture of an icon in `content`, its file; null where it cannot be decoded either. */
export async function decodeIconImage(icon: IconImage, content: ByteRanges): Promise<DecodedFrame | null> {
  const decoder = await openFrameDecoder({ content, image: icon.image, where: '' });
  const decoded = decoder.ok ? await decoder.value(0) : decoder;
  return decoded.ok ? decoded.value.frame : null;
}

/** The icon of a compressed image may be compressed as that is, or not at all (PS3.5 A.4). */
function iconTransferSyntax(icon: DataSet, transferSyntaxUid: string): string {
  const isCompressed = transferSyntax(transferSyntaxUid)?.isEncapsulated === true;
  const isNative = icon.elements['x7fe00010']?.fragments === undefined;
  return isCompressed && isNative ? EXPLICIT_LITTLE_ENDIAN : transferSyntaxUid;
}

/** An icon is ready to be shown: its grey values are those of the screen. */
function wholeRange({ bitsStored }: ImageDescription): GreyTransform['windows'][number] {
  return { center: 2 ** (bitsStored - 1), width: 2 ** bitsStored, explanation: '' };
}
