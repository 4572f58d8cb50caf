import type { PartFacts } from './part-facts';

/** An attribute that may tell apart images that stand at one position. */
export interface PartAttribute {
  /** NaN or '' where the image does not have it. */
  readonly valueOf: (facts: PartFacts) => number | string;
  /**
   * `value`: images of one value belong together; `rank`: the lowest values of all positions, the second lowest, and so
   * on, since the values themselves differ from position to position.
   */
  readonly by: 'value' | 'rank';
  /** Of the images of a value, or of a rank from 1; `all` are the values of all of them. */
  readonly nameOf: (value: number | string, all: readonly (number | string)[]) => string;
}

/** In the order in which they are tried. */
export const PART_ATTRIBUTES: readonly PartAttribute[] = [
  {
    by: 'value',
    valueOf: ({ segmentNumber }) => segmentNumber,
    nameOf: (number) => `Segment ${number}`,
  },
  {
    by: 'value',
    // Two decimals: what is told apart in ms, and more than rounding takes away.
    valueOf: ({ echoTime }) => Math.round(echoTime * 100) / 100,
    nameOf: (milliseconds) => `TE ${milliseconds} ms`,
  },
  {
    by: 'value',
    valueOf: ({ echoNumber }) => echoNumber,
    nameOf: (number) => `Echo ${number}`,
  },
  {
    by: 'value',
    valueOf: ({ diffusionBValue }) => Math.round(diffusionBValue),
    nameOf: (value) => `b ${value}`,
  },
  {
    by: 'value',
    valueOf: ({ temporalPosition }) => temporalPosition,
    nameOf: (number) => `Time point ${number}`,
  },
  {
    by: 'rank',
    valueOf: ({ triggerTime }) => triggerTime,
    nameOf: (rank) => `Phase ${rank}`,
  },
  {
    by: 'value',
    valueOf: ({ acquisitionNumber }) => acquisitionNumber,
    nameOf: (number) => `Acquisition ${number}`,
  },
  {
    by: 'value',
    valueOf: ({ imageType }) => imageType,
    nameOf: (type, all) => distinctiveValues(String(type), all.map(String)),
  },
  {
    by: 'rank',
    valueOf: ({ timeSeconds }) => timeSeconds,
    nameOf: (rank) => `Time point ${rank}`,
  },
];

/** `ORIGINAL\PRIMARY\P\ND` beside `ORIGINAL\PRIMARY\M\ND`: `P`. */
function distinctiveValues(type: string, all: readonly string[]): string {
  const others = all.map((other) => other.split('\\'));
  const own = type.split('\\').filter((value) => !others.every((values) => values.includes(value)));
  return own.length === 0 ? type.replaceAll('\\', ' ') : own.join(' ');
}
