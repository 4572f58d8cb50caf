import type { Point } from '../camera';
import type { ImageFacts, UltrasoundRegion } from '../image-facts';
import { isSameSpacing } from '../read-spacing';

export type Spacing = NonNullable<ImageFacts['spacing']>;

/**
 * What a pixel is long where a measurement lies; null where the file does not say it for all of its points. In an
 * ultrasound image every region has its own scale (PS3.3 C.8.5.5): a measurement has to lie in one of them, and
 * where several overlap they have to agree.
 */
export function spacingAt(
  { spacing, ultrasoundRegions }: Pick<ImageFacts, 'spacing' | 'ultrasoundRegions'>,
  points: readonly Point[],
): Spacing | null {
  if (ultrasoundRegions.length === 0 || (spacing !== null && spacing.plane !== 'ultrasound')) return spacing;
  const around = ultrasoundRegions.filter((region) => points.every((point) => contains(region, point)));
  const spacings = around.flatMap((region) => region.spacing ?? []);
  const [first] = spacings;
  if (first === undefined || spacings.length < around.length) return null;
  return spacings.every((each) => isSameSpacing(each, first)) ? first : null;
}

function contains({ left, top, right, bottom }: UltrasoundRegion, { x, y }: Point): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
