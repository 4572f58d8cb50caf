import type { DecodedFrame } from '../../pixels/decoded-frame';
import { imageFacts } from '../image-facts.fixture';
import type { ImageFacts } from '../image-facts';
import type { MeasuredFrame } from './measurement-text';

/** A frame of stored values, row by row, with a rescale and a unit: for tests. */
export function greyFrame(
  rows: readonly (readonly number[])[],
  {
    slope = 1,
    intercept = 0,
    unit = '',
    facts = {},
  }: {
    readonly slope?: number;
    readonly intercept?: number;
    readonly unit?: string;
    readonly facts?: Partial<ImageFacts>;
  } = {},
): MeasuredFrame {
  const samples = Float64Array.from(rows.flat());
  const columns = rows[0]?.length ?? 0;
  const frame: DecodedFrame = {
    rows: rows.length,
    columns,
    samplesPerPixel: 1,
    colourSpace: 'MONOCHROME2',
    samples,
    min: Math.min(...samples.filter(Number.isFinite)),
    max: Math.max(...samples.filter(Number.isFinite)),
  };
  return {
    frame,
    grey: {
      modality: { kind: 'rescale', slope, intercept },
      unit,
      windows: [],
      voiLuts: [],
      voiFunction: 'LINEAR',
      isInverse: false,
      padding: null,
    },
    palette: null,
    facts: imageFacts({ rows: rows.length, columns, ...facts }),
  };
}
