import type { DecodedFrame, GreyTransform } from './decoded-frame';
import { lookUp } from './lookup-table';

/** The value after the modality LUT, in the transform's unit, of a stored value (PS3.3 C.11.1). */
export function modalityValue({ modality }: Pick<GreyTransform, 'modality'>, stored: number): number {
  return modality.kind === 'rescale'
    ? stored * modality.slope + modality.intercept
    : lookUp(modality.lut, stored);
}

/** Whether a stored value is no part of the image: then it has no value either (PS3.3 C.7.5.1.1.2). */
export function isPadding({ padding }: Pick<GreyTransform, 'padding'>, stored: number): boolean {
  return padding !== null && stored >= padding.low && stored <= padding.high;
}

/** The smallest and the largest value after the modality LUT of a frame, its padding included. */
export function modalityRange(
  transform: Pick<GreyTransform, 'modality'>,
  { min, max }: Pick<DecodedFrame, 'min' | 'max'>,
): { readonly low: number; readonly high: number } {
  const ends = [modalityValue(transform, min), modalityValue(transform, max)];
  if (transform.modality.kind === 'rescale') return { low: Math.min(...ends), high: Math.max(...ends) };
  // A table may go up and down between its ends.
  const { first, entries } = transform.modality.lut;
  const inside = entries.subarray(Math.max(0, min - first), Math.max(0, max - first + 1));
  return {
    low: inside.reduce((one, other) => Math.min(one, other), Math.min(...ends)),
    high: inside.reduce((one, other) => Math.max(one, other), Math.max(...ends)),
  };
}
