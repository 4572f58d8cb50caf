import { decimalsOf, numbersOf } from '../elements';
import { type Attributes, codeMeaning, itemsOf, nameOf, textIn, valueOf } from './attributes';
import type { TableSection } from './object-face';
import { tableSection } from './sections';
import type { MultiplexGroup } from './waveform-recording';

/** Waveform Annotation Sequence (PS3.3 C.10.10) as a table: what, when, on which channels. */
export function annotationsSection(attributes: Attributes, groups: readonly MultiplexGroup[]): TableSection {
  return tableSection('Annotations', itemsOf(attributes, 'x0040b020'), [
    { label: 'Annotation', read: textOfAnnotation },
    { label: 'Time', isNumber: true, read: (annotation) => timeWords(annotation, groups) },
    { label: 'Channels', read: (annotation) => channelWords(annotation, groups) },
  ]);
}

/** `Sinus rhythm`; `QRS Duration: 75 ms`; `P Onset`. */
function textOfAnnotation(annotation: Attributes): string {
  const text = textIn(annotation, 'x00700006');
  if (text !== '') return text;
  const name = codeMeaning(annotation, 'x0040a043');
  const value = valueOf(annotation, 'x0040a30a');
  const [units] = itemsOf(annotation, 'x004008ea');
  const unit = units === undefined ? '' : textIn(units, 'x00080100');
  const said = value === '' ? codeMeaning(annotation, 'x0040a168') : [value, unit].filter(Boolean).join(' ');
  return [name, said].filter(Boolean).join(': ') || nameOf(annotation, 'x0040b020');
}

/** In seconds from the start of the group: `0.298 s`, `0.298 s to 0.412 s`; '' where it is of all of the recording. */
function timeWords(annotation: Attributes, groups: readonly MultiplexGroup[]): string {
  const seconds = secondsOf(annotation, groups).map((second) => `${second.toFixed(3)} s`);
  const words = seconds.length > 0 ? seconds : valueOf(annotation, 'x0040a13a').split(', ').filter(Boolean);
  switch (textIn(annotation, 'x0040a130')) {
    case 'SEGMENT':
    case 'MULTISEGMENT':
      return pairs(words)
        .map((pair) => pair.join(' to '))
        .join(', ');
    case 'BEGIN':
      return words.map((word) => `from ${word}`).join(', ');
    case 'END':
      return words.map((word) => `until ${word}`).join(', ');
    default:
      return words.join(', ');
  }
}

/** Referenced Sample Positions, the first of which is 1, or Referenced Time Offsets. */
function secondsOf({ dataSet }: Attributes, groups: readonly MultiplexGroup[]): readonly number[] {
  const [group = 1] = numbersOf(dataSet, 'x0040a0b0', 'US');
  const frequency = groups[group - 1]?.samplingFrequencyHz ?? null;
  const positions = numbersOf(dataSet, 'x0040a132', 'UL');
  if (positions.length > 0 && frequency !== null) return positions.map((each) => (each - 1) / frequency);
  return decimalsOf(dataSet, 'x0040a138').filter(Number.isFinite);
}

/** Of Referenced Waveform Channels, pairs of group and channel from 1, where channel 0 is all of the group. */
function channelWords({ dataSet }: Attributes, groups: readonly MultiplexGroup[]): string {
  const words = pairs(numbersOf(dataSet, 'x0040a0b0', 'US')).map(([group = 0, channel = 0]) => {
    const given = groups[group - 1]?.label ?? '';
    const name = given === '' ? `group ${String(group)}` : given;
    if (channel === 0) return groups.length > 1 ? `all of ${name}` : 'all';
    const label = groups[group - 1]?.channels[channel - 1]?.label ?? `channel ${String(channel)}`;
    return groups.length > 1 ? `${label} of ${name}` : label;
  });
  return words.join(', ');
}

function pairs<Value>(values: readonly Value[]): readonly (readonly Value[])[] {
  return Array.from({ length: Math.ceil(values.length / 2) }, (_, pair) =>
    values.slice(2 * pair, 2 * pair + 2),
  );
}
