import type { JpegHeader } from './jpeg-header';

/** Component ids 'R', 'G', 'B'. */
const RGB_IDS: readonly number[] = [0x52, 0x47, 0x42];

/**
 * Whether three components are RGB, else they are YCbCr. The stream knows better than the data set, whose
 * Photometric Interpretation is at times that of the image before it was compressed: JFIF means YCbCr, then the
 * Adobe marker, then component ids (ITU-T T.871 6.1, T.872 6.5.3). Where all of these say nothing, the data set is
 * believed, except that RGB is never subsampled.
 */
export function isRgbStream(
  header: Pick<JpegHeader, 'isJfif' | 'adobeTransform' | 'componentHeaders'>,
  photometricInterpretation: string,
): boolean {
  const { isJfif, adobeTransform, componentHeaders } = header;
  if (isJfif) return false;
  if (adobeTransform !== null) return adobeTransform === 0;
  if (hasRgbIds(header)) return true;
  return photometricInterpretation === 'RGB' && !isSubsampled(componentHeaders);
}

function hasRgbIds({ componentHeaders }: Pick<JpegHeader, 'componentHeaders'>): boolean {
  return componentHeaders.every(({ id }, index) => id === RGB_IDS[index]);
}

function isSubsampled(components: JpegHeader['componentHeaders']): boolean {
  const [first] = components;
  return components.some(
    ({ horizontalSampling, verticalSampling }) =>
      horizontalSampling !== first?.horizontalSampling || verticalSampling !== first.verticalSampling,
  );
}
