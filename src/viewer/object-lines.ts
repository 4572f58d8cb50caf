import type { DataSet } from '../dicom/data-set';
import { characterSetOf, intOf, numbersOf, sequenceOf, textOf, textsOf } from '../dicom/elements';
import { functionalGroupOf } from '../dicom/functional-groups';
import type { TagKey } from '../dicom/tag';
import { readTile } from './slide-tile';

const PARAMETRIC_MAP = '1.2.840.10008.5.1.4.1.1.30';

/** What the frames of segmentations, dose grids, whole slides and parametric maps are, as lines of the overlay. */
export function readObjectLines(dataSet: DataSet, frameIndex: number): readonly string[] {
  const lines = [
    ...segmentLines(dataSet, frameIndex),
    ...doseLines(dataSet),
    ...slideLines(dataSet, frameIndex),
    ...realWorldLines(dataSet, frameIndex),
  ];
  return lines.filter((text) => text !== '');
}

/** Segmentation Image module (PS3.3 C.8.20.2): `Segment: 2 Liver (automatic)`. */
function segmentLines(dataSet: DataSet, frameIndex: number): readonly string[] {
  const type = textOf(dataSet, 'x00620001');
  const segments = sequenceOf(dataSet, 'x00620002');
  if (type === '') return [];
  if (type === 'LABELMAP') return [`Label map of ${segments.length} segments`];
  const number = intOf(functionalGroupOf(dataSet, frameIndex, 'x0062000a'), 'x0062000b');
  const segment = segments.find((each) => intOf(each, 'x00620004') === number);
  if (segment === undefined) return [];
  const characterSet = characterSetOf(segment, characterSetOf(dataSet));
  const label = textOf(segment, 'x00620005', characterSet) || meaningIn(segment, 'x0062000f', dataSet);
  return [
    `Segment: ${String(number)} ${label}${inBrackets(lowerCase(segment, 'x00620008'))}`,
    fractionLine(dataSet),
  ];
}

/** Of a FRACTIONAL segmentation: what is a fraction of what. */
function fractionLine(dataSet: DataSet): string {
  const largest = intOf(dataSet, 'x0062000e');
  const what = lowerCase(dataSet, 'x00620010');
  return what === '' || largest === null ? '' : `Value: ${what}, ${String(largest)} is all of it`;
}

/** RT Dose module (PS3.3 C.8.8.3): `Dose: plan, physical, Gy`. */
function doseLines(dataSet: DataSet): readonly string[] {
  if (dataSet.elements['x3004000e'] === undefined) return [];
  const units = textOf(dataSet, 'x30040002');
  const words = [
    lowerCase(dataSet, 'x3004000a'),
    lowerCase(dataSet, 'x30040004'),
    units === 'GY' ? 'Gy' : units.toLowerCase(),
  ];
  return [`Dose: ${words.filter(Boolean).join(', ')}`];
}

/** Whole Slide Microscopy Image module (PS3.3 C.8.12.4). */
function slideLines(dataSet: DataSet, frameIndex: number): readonly string[] {
  const tile = readTile(dataSet, frameIndex);
  if (tile === null) return [];
  const flavour = (textsOf(dataSet, 'x00080008')[2] ?? '').toLowerCase();
  const path = sequenceOf(dataSet, 'x00480105').find(
    (each) => textOf(each, 'x00480106') === tile.opticalPath,
  );
  const description = path === undefined ? '' : textOf(path, 'x00480107', characterSetOf(dataSet));
  return [
    `Slide: ${tile.matrixColumns} x ${tile.matrixRows}${inBrackets(flavour)}`,
    `Tile: column ${tile.column}, row ${tile.row}`,
    tile.opticalPath === ''
      ? ''
      : `Optical path: ${[tile.opticalPath, description].filter(Boolean).join(' ')}`,
  ];
}

/** Real World Value Mapping of a parametric map (PS3.3 C.7.6.16.2.11): `Real world: ADC = 0.001 x value (mm2/s)`. */
function realWorldLines(dataSet: DataSet, frameIndex: number): readonly string[] {
  if (textOf(dataSet, 'x00080016') !== PARAMETRIC_MAP) return [];
  const groups = [sequenceOf(dataSet, 'x52009230')[frameIndex], ...sequenceOf(dataSet, 'x52009229')];
  const mappings = groups.flatMap((each) => (each === undefined ? [] : sequenceOf(each, 'x00409096')));
  return mappings.map((mapping) => {
    const [slope = NaN] = numbersOf(mapping, 'x00409225', 'FD');
    const [intercept = 0] = numbersOf(mapping, 'x00409224', 'FD');
    const characterSet = characterSetOf(mapping, characterSetOf(dataSet));
    const name = textOf(mapping, 'x00283003', characterSet) || textOf(mapping, 'x00409210', characterSet);
    const unit = meaningIn(mapping, 'x004008ea', dataSet);
    if (Number.isNaN(slope)) return '';
    const offset = intercept === 0 ? '' : ` + ${String(intercept)}`;
    return `Real world: ${name} = ${String(slope)} x value${offset}${inBrackets(unit)}`;
  });
}

/** The Code Meaning of a code sequence's first item. */
function meaningIn(dataSet: DataSet, tag: TagKey, around: DataSet): string {
  const [code] = sequenceOf(dataSet, tag);
  return code === undefined ? '' : textOf(code, 'x00080104', characterSetOf(code, characterSetOf(around)));
}

function lowerCase(dataSet: DataSet, tag: TagKey): string {
  return textOf(dataSet, tag).toLowerCase();
}

function inBrackets(words: string): string {
  return words === '' ? '' : ` (${words})`;
}
