import { decimalsOf, intOf, numbersOf } from '../elements';
import { readNumbers } from '../binary-values';
import { functionalGroupOf } from '../functional-groups';
import type { TagKey } from '../tag';
import { type Attributes, attributesOf, textIn } from './attributes';
import type { SpectroscopyFace } from './object-face';
import { readHead } from './object-head';
import { factsOf, factsSection } from './sections';
import type { Spectra } from './spectra';

const DESCRIPTION: readonly TagKey[] = [
  'x00189200', // MR Spectroscopy Acquisition Type
  'x00189098', // Transmitter Frequency
  'x00189100', // Resonant Nucleus
  'x00189052', // Spectral Width
  'x00189053', // Chemical Shift Reference
  'x00189054', // Volume Localization Technique
  'x00189025', // Spectrally Selected Suppression
  'x00180087', // Magnetic Field Strength
  'x00280010', // Rows
  'x00280011', // Columns
  'x00280008', // Number of Frames
  'x00289001', // Data Point Rows
  'x00289002', // Data Point Columns
  'x00289003', // Signal Domain Columns
  'x00289108', // Data Representation
  'x00180015', // Body Part Examined
];

/** Repetition Time and Effective Echo Time, each with the functional group macro that it is in. */
const TIMING: readonly (readonly [macro: TagKey, tag: TagKey])[] = [
  ['x00189112', 'x00180080'],
  ['x00189114', 'x00189082'],
];

/** An object with Spectroscopy Data (PS3.3 C.8.14.4); null where there is none. */
export function readSpectroscopy(attributes: Attributes): SpectroscopyFace | null {
  const { dataSet, dictionary } = attributes;
  const element = dataSet.elements['x56000020'];
  if (element === undefined) return null;
  const timing = TIMING.flatMap(([macro, tag]) =>
    factsOf(attributesOf(functionalGroupOf(dataSet, 0, macro), dictionary), [tag]),
  );
  const head = readHead(attributes, {
    title: textIn(attributes, 'x0008103e'),
    sections: [factsSection('Spectroscopy', [...factsOf(attributes, DESCRIPTION), ...timing])],
  });
  const data = Float32Array.from(readNumbers(dataSet, element, 'FL'), Number);
  return { kind: 'spectroscopy', ...head, spectra: readSpectra(attributes, data) };
}

function readSpectra(attributes: Attributes, data: Float32Array): Spectra {
  const { dataSet } = attributes;
  const [frames = 1] = decimalsOf(dataSet, 'x00280008');
  const [width = NaN] = numbersOf(dataSet, 'x00189052', 'FD');
  return {
    rows: intOf(dataSet, 'x00280010') ?? 1,
    columns: intOf(dataSet, 'x00280011') ?? 1,
    frames: frames >= 1 ? Math.trunc(frames) : 1,
    points: (intOf(dataSet, 'x00289001', 'UL') ?? 1) * (intOf(dataSet, 'x00289002', 'UL') ?? 0),
    isComplex: textIn(attributes, 'x00289108') === 'COMPLEX',
    domain: textIn(attributes, 'x00289003') === 'FREQUENCY' ? 'frequency' : 'time',
    spectralWidthHz: width > 0 ? width : null,
    data,
  };
}
