import { isGrey } from '../pixels/render-frame';
import { fileVoi, type Voi, type WindowLevel } from '../pixels/voi-lut';
import type { LoadedFrame } from './loaded-frame';

/** What the reader has chosen to see images through: a window, or the VOI LUT at this place in each of their files. */
export type VoiChoice =
  ({ readonly kind: 'window' } & WindowLevel) | { readonly kind: 'lut'; readonly index: number };

/**
 * What an image is drawn through: what was chosen, else what its file has first, else the automatic window. Null: a
 * colour image, which is drawn as it is.
 */
export function voiOfFrame(
  { frame, grey, palette }: Pick<LoadedFrame, 'frame' | 'grey' | 'palette'>,
  choice: VoiChoice | null,
  automaticWindow: WindowLevel | null,
): Voi | null {
  if (!isGrey(frame, palette)) return null;
  if (choice?.kind === 'window') return choice;
  const lut = choice === null ? undefined : grey.voiLuts[choice.index];
  if (lut !== undefined) return { kind: 'lut', lut };
  return fileVoi(grey) ?? (automaticWindow && { kind: 'window', ...automaticWindow });
}

/** The window that a drag begins with: of a VOI LUT, the range of the values that it tells apart. */
export function windowOfVoi(voi: Voi): WindowLevel {
  if (voi.kind === 'window') return { center: voi.center, width: voi.width };
  const { first, entries } = voi.lut;
  return { center: first + entries.length / 2, width: entries.length };
}
