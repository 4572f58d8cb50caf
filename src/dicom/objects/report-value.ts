import type { TagKey } from '../tag';
import {
  type Attributes,
  codeMeaning,
  firstValueOf,
  itemsOf,
  nameOf,
  startOfNumbers,
  textIn,
  valueOf,
} from './attributes';
import type { ObjectReference } from './object-reference';
import { instanceReference } from './references';

/** The value of a content item by its Value Type (PS3.3 C.17.3.2.1). */
export interface ItemValue {
  readonly value: string;
  readonly reference?: ObjectReference;
  /** What the item should have and does not. */
  readonly missing: readonly string[];
}

export function readItemValue(item: Attributes, valueType: string): ItemValue {
  switch (valueType) {
    case 'CONTAINER':
      return { value: '', missing: [] };
    case 'TEXT':
      return given(item, textIn(item, 'x0040a160'), 'x0040a160');
    case 'NUM':
      return readMeasurement(item);
    case 'CODE':
      return given(item, codeMeaning(item, 'x0040a168'), 'x0040a168');
    case 'IMAGE':
    case 'COMPOSITE':
    case 'WAVEFORM':
      return readReference(item);
    case 'SCOORD':
      return readCoordinates(item, 2);
    case 'SCOORD3D':
      return readCoordinates(item, 3);
    case 'TCOORD':
      return readTimes(item);
    case 'TABLE':
      return readTableSize(item);
    default:
      return readSimple(item, valueType);
  }
}

const VALUE_TAGS: Readonly<Record<string, TagKey>> = {
  PNAME: 'x0040a123',
  DATE: 'x0040a121',
  TIME: 'x0040a122',
  DATETIME: 'x0040a120',
  UIDREF: 'x0040a124',
};

function readSimple(item: Attributes, valueType: string): ItemValue {
  const tag = VALUE_TAGS[valueType];
  if (tag !== undefined) return given(item, valueOf(item, tag), tag);
  const anyValue =
    textIn(item, 'x0040a160') ||
    firstValueOf(item, Object.values(VALUE_TAGS)) ||
    codeMeaning(item, 'x0040a168');
  return { value: anyValue, missing: valueType === '' ? [] : [`unknown Value Type ${valueType}`] };
}

function given(item: Attributes, value: string, tag: TagKey): ItemValue {
  return { value, missing: value === '' ? [`no ${nameOf(item, tag)}`] : [] };
}

/** Numeric Measurement (PS3.3 C.18.1): a number and its unit, or why there is none. */
function readMeasurement(item: Attributes): ItemValue {
  const qualifier = codeMeaning(item, 'x0040a301');
  const [measured] = itemsOf(item, 'x0040a300');
  if (measured === undefined) return given(item, qualifier, 'x0040a300');
  const number = firstValueOf(measured, ['x0040a30a', 'x0040a161']);
  if (number === '') return given(item, qualifier, 'x0040a30a');
  const [units] = itemsOf(measured, 'x004008ea');
  const value = [number, units === undefined ? '' : unitOf(units)].filter((text) => text !== '').join(' ');
  return {
    value: qualifier === '' ? value : `${value} (${qualifier})`,
    missing: units === undefined ? [`no ${nameOf(item, 'x004008ea')}`] : [],
  };
}

/** `mm`, `mGy.cm` as UCUM writes them; in words where its code is none to read: `[hnsf'U]`, `{counts}`. */
function unitOf(units: Attributes): string {
  const code = textIn(units, 'x00080100');
  if (code === '1') return '';
  const isLegible = /^[A-Za-zµ%°][A-Za-zµ%0-9/.*-]*$/.test(code);
  const meaning = textIn(units, 'x00080104');
  return isLegible || meaning === '' ? code : meaning;
}

/** An instance, with the frames, segments or channels of it that are meant. */
function readReference(item: Attributes): ItemValue {
  const [target] = itemsOf(item, 'x00081199');
  if (target === undefined) return given(item, '', 'x00081199');
  const segments = valueOf(target, 'x0062000b');
  const channels = valueOf(target, 'x0040a0b0');
  const notes = [segments && `segments ${segments}`, channels && `channels ${channels}`];
  const reference = instanceReference(target, notes.filter((note) => note !== '').join(', '));
  return reference === null ? given(item, '', 'x00081155') : { value: '', reference, missing: [] };
}

const SHOWN_POINTS = 4;

/** `POLYLINE, 12 points: (10, 20) (10, 21) …` (PS3.3 C.18.6, C.18.9). */
function readCoordinates(item: Attributes, dimensions: 2 | 3): ItemValue {
  const { texts, count } = startOfNumbers(item, 'x00700022', 'FL', SHOWN_POINTS * dimensions);
  const points = Math.floor(count / dimensions);
  if (points === 0) return given(item, valueOf(item, 'x00700023'), 'x00700022');
  const shown = Array.from({ length: Math.min(points, SHOWN_POINTS) }, (_, index) => {
    const point = texts.slice(index * dimensions, (index + 1) * dimensions);
    return `(${point.join(', ')})`;
  });
  const rest = points > SHOWN_POINTS ? ' …' : '';
  const type = textIn(item, 'x00700023');
  return {
    value: `${type}${type === '' ? '' : ', '}${String(points)} ${points === 1 ? 'point' : 'points'}: ${shown.join(' ')}${rest}`,
    missing: type === '' ? [`no ${nameOf(item, 'x00700023')}`] : [],
  };
}

/** Temporal Coordinates (PS3.3 C.18.7): samples, offsets in seconds or times. */
function readTimes(item: Attributes): ItemValue {
  const type = textIn(item, 'x0040a130');
  const samples = valueOf(item, 'x0040a132');
  const offsets = valueOf(item, 'x0040a138');
  const times = valueOf(item, 'x0040a13a');
  const places = [samples && `sample ${samples}`, offsets && `${offsets} s`, times].filter(
    (text) => text !== '',
  );
  if (places.length === 0) return given(item, '', 'x0040a132');
  return { value: [type, ...places].filter((text) => text !== '').join(', '), missing: [] };
}

/** Of a TABLE (PS3.3 C.18.10) its size alone. */
function readTableSize(item: Attributes): ItemValue {
  const [table = item] = itemsOf(item, 'x0040a801');
  const [rows, columns] = [valueOf(table, 'x0040a802'), valueOf(table, 'x0040a803')];
  return rows === ''
    ? given(item, '', 'x0040a802')
    : { value: `${rows} rows, ${columns} columns`, missing: [] };
}
