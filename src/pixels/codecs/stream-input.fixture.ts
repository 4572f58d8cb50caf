import type { ImageDescription } from '../image-description';
import type { CodecInput } from './codec';

/** What a codec gets of a stream and an image of 8 bits, one sample per pixel, but for what `image` says. */
export function inputOf(
  bytes: Uint8Array,
  image: Pick<ImageDescription, 'rows' | 'columns'> & Partial<ImageDescription>,
): CodecInput {
  return {
    bytes,
    where: 'a.dcm',
    image: {
      transferSyntaxUid: '',
      samplesPerPixel: 1,
      photometricInterpretation: image.samplesPerPixel === 3 ? 'RGB' : 'MONOCHROME2',
      isPlanar: false,
      isSubsampled: false,
      sampleType: 'integer',
      bitsAllocated: 8,
      bitsStored: 8,
      highBit: 7,
      isSigned: false,
      numberOfFrames: 1,
      pixelData: { kind: 'encapsulated', fragments: [], basicOffsets: [], extendedOffsets: [] },
      ...image,
    },
  };
}
