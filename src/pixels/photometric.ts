import type { DecodedFrame } from './decoded-frame';
import type { ImageDescription } from './image-description';

const GREY = ['MONOCHROME1', 'MONOCHROME2', 'PALETTE COLOR'] as const;

/**
 * What decoded samples mean (PS3.3 C.7.6.3.1.2); `isRgb` where a codec turned them into RGB. YBR_RCT, YBR_ICT and XYB
 * are always undone by their codecs. An unknown term is taken for MONOCHROME2 or RGB, by the number of samples.
 */
export function colourSpaceOf(
  { photometricInterpretation, samplesPerPixel }: PhotometricPixels,
  isRgb: boolean,
): DecodedFrame['colourSpace'] {
  if (samplesPerPixel === 1) return GREY.find((term) => term === photometricInterpretation) ?? 'MONOCHROME2';
  if (isRgb) return 'RGB';
  if (/^YBR_PARTIAL_42[02]$/.test(photometricInterpretation)) return 'YBR_PARTIAL';
  return /^YBR_FULL(_422)?$/.test(photometricInterpretation) ? 'YBR_FULL' : 'RGB';
}

type PhotometricPixels = Pick<ImageDescription, 'photometricInterpretation' | 'samplesPerPixel'>;
