import { problem, type Problem } from '../base/problem';
import type { ImageDescription } from './image-description';
import { nativeValueBytes } from '../dicom/native-pixels';
import { colourSpaceOf } from './photometric';

/** What is wrong with the pixels of an image as a whole, although its frames can be shown. */
export function findPixelProblems(
  image: ImageDescription,
  { hasPalette, contentBytes, where }: ImageContext,
): readonly Problem[] {
  return [...photometricProblems(image, hasPalette, where), ...surplusProblems(image, contentBytes, where)];
}

interface ImageContext {
  readonly hasPalette: boolean;
  /** Of the whole file. */
  readonly contentBytes: number;
  /** A path in the archive, for problems. */
  readonly where: string;
}

const SHOWN_AS_RGB: readonly string[] = ['RGB', 'YBR_RCT', 'YBR_ICT', 'XYB'];

/** Where pixels are shown as something else than the header says. */
function photometricProblems(
  image: ImageDescription,
  hasPalette: boolean,
  where: string,
): readonly Problem[] {
  const { photometricInterpretation } = image;
  const colourSpace = colourSpaceOf(image, false);
  const shownAs = colourSpace === 'PALETTE COLOR' && !hasPalette ? 'MONOCHROME2' : colourSpace;
  const isAsSaid =
    shownAs === 'RGB'
      ? SHOWN_AS_RGB.includes(photometricInterpretation)
      : photometricInterpretation.startsWith(shownAs);
  return isAsSaid ? [] : [problem('photometric-assumed', where, { photometricInterpretation, shownAs })];
}

/** Where an uncompressed value goes on behind the last frame, but for the byte that makes its length even. */
function surplusProblems(image: ImageDescription, contentBytes: number, where: string): readonly Problem[] {
  const { pixelData } = image;
  if (pixelData.kind !== 'native') return [];
  const expectedBytes = nativeValueBytes(image);
  const actualBytes = Math.min(pixelData.lengthBytes, contentBytes - pixelData.position);
  if (actualBytes <= expectedBytes + 1) return [];
  return [problem('pixels-surplus', where, { expectedBytes, actualBytes })];
}
