import type { OverlayPlane } from './overlay-planes';
import { packBits } from './packed-bits';

/** A plane drawn as rows of characters, set where they are `#`: for tests. */
export function overlayPlane(
  rows: readonly string[],
  given: Partial<Omit<OverlayPlane, 'rows' | 'columns' | 'bits'>> = {},
): OverlayPlane {
  const cells = Uint8Array.from(rows.join(''), (character) => (character === '#' ? 1 : 0));
  return {
    group: 0x6000,
    top: 0,
    left: 0,
    type: 'graphics',
    label: '',
    description: '',
    subtype: '',
    statistics: { areaPixels: null, mean: null, standardDeviation: null },
    ...given,
    rows: rows.length,
    columns: rows[0]?.length ?? 0,
    bits: packBits(cells, 0),
  };
}
