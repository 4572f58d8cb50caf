import type { DecodedFrame, GreyTransform } from '../pixels/decoded-frame';
import type { Voi } from '../pixels/voi-lut';
import { withoutEmpty } from './overlay-text';

/** The only one of these lines that Horos has too, under the letter at the top. */
export const VOI_LUT_APPLIED = 'VOI LUT Applied';

/** What the lines are about; `voi` is null for a colour image, of which nothing but the inversion is said. */
export interface AppliedTransforms {
  readonly frame: Pick<DecodedFrame, 'colourSpace' | 'min' | 'max'>;
  readonly grey: GreyTransform;
  readonly voi: Voi | null;
  readonly isInverted: boolean;
}

/**
 * What was done to the stored values beyond rescale and a LINEAR window, in the words of the file: the lines of the
 * overlay that say how a picture came to look as it does.
 */
export function appliedLines({ frame, grey, voi, isInverted }: AppliedTransforms): readonly string[] {
  const inverted = isInverted ? 'Inverted' : '';
  if (voi === null) return withoutEmpty([inverted]);
  return withoutEmpty([
    ...voiLines(voi, grey),
    modalityLine(grey),
    grey.isInverse && frame.colourSpace !== 'MONOCHROME1' ? 'Presentation LUT Shape: INVERSE' : '',
    inverted,
    paddingLine(grey, frame),
  ]);
}

function voiLines(voi: Voi, { windows, voiFunction }: GreyTransform): readonly string[] {
  if (voi.kind === 'lut') return [VOI_LUT_APPLIED, named('VOI LUT', voi.lut.explanation)];
  const window = windows.find(({ center, width }) => center === voi.center && width === voi.width);
  return [
    voiFunction === 'LINEAR' ? '' : `VOI LUT Function: ${voiFunction}`,
    named('Window', window?.explanation ?? ''),
  ];
}

function modalityLine({ modality }: GreyTransform): string {
  if (modality.kind === 'rescale') return '';
  return named('Modality LUT', modality.lut.explanation) || 'Modality LUT Applied';
}

/** Only where the frame may have any: many files name a padding that they do not use. */
function paddingLine({ padding }: GreyTransform, { min, max }: Pick<DecodedFrame, 'min' | 'max'>): string {
  if (padding === null || padding.high < min || padding.low > max) return '';
  const { low, high } = padding;
  return `Padding: ${low === high ? String(low) : `${String(low)} to ${String(high)}`}`;
}

function named(what: string, explanation: string): string {
  return explanation === '' ? '' : `${what}: ${explanation}`;
}
