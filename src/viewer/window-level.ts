import type { DecodedFrame, GreyTransform } from '../pixels/decoded-frame';
import { modalityRange } from '../pixels/modality-lut';
import type { WindowLevel } from '../pixels/voi-lut';

export interface WindowPreset extends WindowLevel {
  /** The key that chooses it. */
  readonly key: number;
  readonly name: string;
}

/** Hounsfield units: for CT alone. */
export const CT_PRESETS: readonly WindowPreset[] = [
  { key: 1, name: 'Abdomen', width: 350, center: 40 },
  { key: 2, name: 'Bone', width: 1500, center: 300 },
  { key: 3, name: 'Brain', width: 100, center: 50 },
  { key: 4, name: 'Pulmonary', width: 1400, center: -500 },
  { key: 5, name: 'Mediastinum', width: 400, center: 40 },
  { key: 6, name: 'Stroke', width: 40, center: 40 },
  { key: 7, name: 'Liver', width: 150, center: 90 },
];

/** A drag over this many pixels changes the width by the width it started with. */
const GAIN_PIXELS = 80;

export function windowPresets(modality: string): readonly WindowPreset[] {
  return modality === 'CT' ? CT_PRESETS : [];
}

/**
 * The window after a drag of `dx`, `dy` CSS pixels (y down): right raises the width, up the level, each by a
 * gain of the starting width / 80, so that every modality feels alike. Of a PET only the upper bound moves, and
 * both directions raise it.
 */
export function dragWindow(
  start: WindowLevel,
  drag: {
    readonly dx: number;
    readonly dy: number;
    readonly modality: string;
    readonly minimumWidth: number;
  },
): WindowLevel {
  const gain = start.width / GAIN_PIXELS;
  if (drag.modality === 'PT') {
    const lower = start.center - start.width / 2;
    const width = Math.max(drag.minimumWidth, start.width + (drag.dx - drag.dy) * gain);
    return { center: lower + width / 2, width };
  }
  return {
    center: start.center - drag.dy * gain,
    width: Math.max(drag.minimumWidth, start.width + drag.dx * gain),
  };
}

/** LINEAR forbids widths below 1; the other functions need any positive one (PS3.3 C.11.2.1.2 and C.11.2.1.3). */
export function minimumWindowWidth(
  frame: Pick<DecodedFrame, 'min' | 'max'>,
  grey: Pick<GreyTransform, 'modality' | 'voiFunction'>,
): number {
  if (grey.voiFunction === 'LINEAR') return 1;
  const { low, high } = modalityRange(grey, frame);
  return low < high ? (high - low) / 10_000 : 1;
}
