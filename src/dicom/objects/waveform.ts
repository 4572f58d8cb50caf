import { decimalsOf, intOf } from '../elements';
import type { TagKey } from '../tag';
import { type Attributes, codeMeaning, itemsOf, textIn } from './attributes';
import type { FaceSection, TableSection, WaveformFace } from './object-face';
import { readHead } from './object-head';
import { factsOf, factsSection, tableSection } from './sections';
import { annotationsSection } from './waveform-annotations';
import { durationSeconds, type MultiplexGroup, type WaveformChannel } from './waveform-recording';
import { readPadding, readSamples, sampleFormat, type WaveformSamples } from './waveform-samples';

/** An object with a Waveform Sequence (PS3.3 C.10.9), of whatever kind; null where there is none. */
export function readWaveform(attributes: Attributes): WaveformFace | null {
  const items = itemsOf(attributes, 'x54000100');
  if (items.length === 0) return null;
  const read = items.map((item) => ({ item, group: readGroup(item) }));
  const groups = read.map(({ group }) => group);
  const sections: readonly FaceSection[] = [
    annotationsSection(attributes, groups),
    ...read.map(({ item, group }, index) =>
      channelsSection(item, group, items.length > 1 ? index + 1 : null),
    ),
    factsSection('Acquisition', factsOf(attributes, ACQUISITION)),
  ];
  const head = readHead(attributes, { title: textIn(attributes, 'x0008103e'), sections });
  return { kind: 'waveform', ...head, isSound: isSound(attributes), groups };
}

const ACQUISITION: readonly TagKey[] = [
  'x00181800', // Acquisition Time Synchronized
  'x0018106a', // Synchronization Trigger
  'x00204000', // Image Comments
  'x00380500', // Patient State
];

/** Basic Voice Audio and General Audio Waveform Storage (PS3.4 B.5). */
function isSound(attributes: Attributes): boolean {
  return textIn(attributes, 'x00080016').startsWith('1.2.840.10008.5.1.4.1.1.9.4.');
}

function readGroup(item: Attributes): MultiplexGroup {
  const { dataSet } = item;
  const definitions = itemsOf(item, 'x003a0200');
  const channels = intOf(dataSet, 'x003a0005') ?? definitions.length;
  const frequency = decimalsOf(dataSet, 'x003a001a')[0] ?? NaN;
  const format = sampleFormat(textIn(item, 'x54001006'), intOf(dataSet, 'x54001004'));
  const data = dataSet.elements['x54001010'];
  const samples =
    format === null || data === undefined ? [] : readSamples(dataSet, data, { format, channels });
  const said = intOf(dataSet, 'x003a0010', 'UL') ?? Infinity;
  const sampleCount = Math.min(said, samples[0]?.length ?? 0);
  const paddingValue = format === null ? null : readPadding(dataSet, dataSet.elements['x5400100a'], format);
  return {
    label: textIn(item, 'x003a0020'),
    samplingFrequencyHz: frequency > 0 ? frequency : null,
    sampleCount,
    channels: samples.map((all, index) =>
      readChannel(definitions[index], index, {
        samples: all.subarray(0, sampleCount),
        paddingValue,
        frequency,
      }),
    ),
  };
}

interface ChannelSamples {
  readonly samples: WaveformSamples;
  readonly paddingValue: number | null;
  readonly frequency: number;
}

function readChannel(
  definition: Attributes | undefined,
  index: number,
  { samples, paddingValue, frequency }: ChannelSamples,
): WaveformChannel {
  const number = `Channel ${String(index + 1)}`;
  const uncalibrated = { unit: '', unitsPerStep: 1, baseline: 0 };
  if (definition === undefined) {
    return { label: number, ...uncalibrated, skewSeconds: 0, paddingValue, samples };
  }
  const label = textIn(definition, 'x003a0203') || codeMeaning(definition, 'x003a0208') || number;
  const sensitivity = decimalIn(definition, 'x003a0210');
  const skewed = (decimalIn(definition, 'x003a0215') ?? 0) / frequency;
  return {
    label,
    ...(sensitivity === null
      ? uncalibrated
      : {
          unit: unitOf(definition),
          unitsPerStep: sensitivity * (decimalIn(definition, 'x003a0212') ?? 1),
          baseline: decimalIn(definition, 'x003a0213') ?? 0,
        }),
    skewSeconds: decimalIn(definition, 'x003a0214') ?? (Number.isFinite(skewed) ? skewed : 0),
    paddingValue,
    samples,
  };
}

/** Channel Sensitivity Units as their code, which in UCUM is the unit itself: `mV`. */
function unitOf(definition: Attributes): string {
  const [units] = itemsOf(definition, 'x003a0211');
  return units === undefined ? '' : textIn(units, 'x00080100') || textIn(units, 'x00080104');
}

/** What a group is and how its channels were recorded. `number` from 1, where there are several groups. */
function channelsSection(item: Attributes, group: MultiplexGroup, number: number | null): TableSection {
  const definitions = itemsOf(item, 'x003a0200');
  const rows = group.channels.map((channel, index) => ({ channel, definition: definitions[index] }));
  const title = number === null ? 'Channels' : `Channels of group ${String(number)}`;
  const heading = [title, group.label, extentWords(group)].filter(Boolean).join(' · ');
  return tableSection(heading, rows, [
    { label: 'Channel', read: ({ channel }) => channel.label },
    { label: 'Sensitivity', read: ({ channel }) => sensitivityWords(channel) },
    { label: 'Low filter', isNumber: true, read: ({ definition }) => hertz(definition, 'x003a0220') },
    { label: 'High filter', isNumber: true, read: ({ definition }) => hertz(definition, 'x003a0221') },
    { label: 'Notch filter', isNumber: true, read: ({ definition }) => hertz(definition, 'x003a0222') },
  ]);
}

/** `1.25 uV a step` */
function sensitivityWords({ unit, unitsPerStep }: WaveformChannel): string {
  return unit === '' ? '' : `${String(Number(unitsPerStep.toPrecision(6)))} ${unit} a step`;
}

/** `10,000 samples, 1000 a second, 10 s`, `12 h 30 min` */
function extentWords(group: MultiplexGroup): string {
  const { sampleCount, samplingFrequencyHz } = group;
  const samples = `${sampleCount.toLocaleString('en-US')} samples`;
  if (samplingFrequencyHz === null) return `${samples}, how many a second is not said`;
  const seconds = durationSeconds(group);
  const minutes = Math.round(seconds / 60);
  const short = `${String(Number(seconds.toPrecision(4)))} s`;
  const long = minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  return `${samples}, ${String(samplingFrequencyHz)} a second, ${seconds < 120 ? short : long}`;
}

/** Filters of 0 Hz are none. */
function hertz(definition: Attributes | undefined, tag: TagKey): string {
  const value = definition === undefined ? null : decimalIn(definition, tag);
  return value === null || value === 0 ? '' : `${String(value)} Hz`;
}

function decimalIn({ dataSet }: Attributes, tag: TagKey): number | null {
  const [value] = decimalsOf(dataSet, tag);
  return value !== undefined && Number.isFinite(value) ? value : null;
}
