import type { GreyTransform } from './decoded-frame';

/** What is read of a file that says nothing, but for `given`: for tests. */
export function greyTransform(given: Partial<GreyTransform> = {}): GreyTransform {
  return { ...NOTHING, ...given };
}

const NOTHING: GreyTransform = {
  modality: { kind: 'rescale', slope: 1, intercept: 0 },
  unit: '',
  windows: [],
  voiLuts: [],
  voiFunction: 'LINEAR',
  isInverse: false,
  padding: null,
};
