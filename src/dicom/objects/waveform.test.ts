import { describe, expect, it } from 'vitest';
import type { DataSetDescription, ElementDescription } from '../../fixtures/dicom-writer';
import { EXPLICIT_BIG_ENDIAN } from '../../fixtures/dicom-writer';
import { attributesOfFile } from './attributes.fixture';
import { readWaveform } from './waveform';
import { valueAt } from './waveform-recording';

const code = (value: string, meaning: string): DataSetDescription => [
  [0x00080100, 'SH', value],
  [0x00080102, 'SH', 'UCUM'],
  [0x00080104, 'LO', meaning],
];

const channel = (label: string, rest: DataSetDescription = []): DataSetDescription => [
  [0x003a0208, 'SQ', [code('2:1', label)]],
  ...rest,
];

const IN_MICROVOLTS: DataSetDescription = [
  [0x003a0210, 'DS', '2.5'],
  [0x003a0211, 'SQ', [code('uV', 'microvolt')]],
  [0x003a0212, 'DS', '2'],
  [0x003a0213, 'DS', '-10'],
];

interface Group {
  readonly channels: readonly DataSetDescription[];
  readonly samples: number;
  readonly bits: number;
  readonly interpretation: string;
  readonly data: ElementDescription;
  readonly more?: DataSetDescription;
}

const group = ({ channels, samples, bits, interpretation, data, more = [] }: Group): DataSetDescription => [
  [0x003a0005, 'US', channels.length],
  [0x003a0010, 'UL', samples],
  [0x003a001a, 'DS', '500'],
  [0x003a0200, 'SQ', channels],
  [0x54001004, 'US', bits],
  [0x54001006, 'CS', interpretation],
  data,
  ...more,
];

const ECG: ElementDescription = [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.9.1.1'];

async function waveformOf(
  groups: readonly DataSetDescription[],
  more: DataSetDescription = [],
  uid?: string,
) {
  const waveform = readWaveform(await attributesOfFile([ECG, [0x54000100, 'SQ', groups], ...more], uid));
  if (waveform === null) throw new Error('it has a Waveform Sequence');
  return waveform;
}

const TWO_LEADS = group({
  channels: [channel('Lead I', IN_MICROVOLTS), channel('Lead II')],
  samples: 3,
  bits: 16,
  interpretation: 'SS',
  data: [0x54001010, 'OW', Int16Array.of(4, 100, -4, 200, 0, 300)],
});

describe('samples', () => {
  it('take turns between the channels, in units where they are calibrated', async () => {
    const [{ channels, samplingFrequencyHz } = { channels: [] }] = (await waveformOf([TWO_LEADS])).groups;
    expect(samplingFrequencyHz).toBe(500);
    const [first, second] = channels;
    expect(first).toMatchObject({ label: 'Lead I', unit: 'uV' });
    // 4 × 2.5 uV × 2 - 10 uV, and so on.
    expect(first && [0, 1, 2].map((index) => valueAt(first, index))).toEqual([10, -30, -10]);
    expect(second).toMatchObject({ label: 'Lead II', unit: '' });
    expect(second && [0, 1, 2].map((index) => valueAt(second, index))).toEqual([100, 200, 300]);
  });

  it('are read in the byte order of the file', async () => {
    const waveform = await waveformOf([TWO_LEADS], [], EXPLICIT_BIG_ENDIAN);
    expect([...(waveform.groups[0]?.channels[1]?.samples ?? [])]).toEqual([100, 200, 300]);
  });

  it.each([
    ['SB', 8, [0x80, 0x7f], [-128, 127]],
    ['UB', 8, [0x80, 0x7f], [128, 127]],
    // G.711: the largest and the smallest codes, positive ones first.
    ['MB', 8, [0x80, 0x00, 0xff, 0x7f], [32124, -32124, 0, 0]],
    ['AB', 8, [0xaa, 0x2a, 0xd5, 0x55], [32256, -32256, 8, -8]],
    ['US', 16, [0x00, 0x80], [32768]],
    ['SL', 32, [0xff, 0xff, 0xff, 0xff], [-1]],
    ['UL', 32, [0xff, 0xff, 0xff, 0xff], [4294967295]],
    ['SV', 64, [0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], [-2]],
  ] as const)('of %s', async (interpretation, bits, bytes, expected) => {
    const data: ElementDescription = [0x54001010, 'OB', Uint8Array.from(bytes)];
    const one = { channels: [channel('A')], samples: expected.length, bits, interpretation, data };
    const [read] = (await waveformOf([group(one)])).groups;
    expect([...(read?.channels[0]?.samples ?? [])]).toEqual(expected);
  });

  it('that are padding are none', async () => {
    const padded = group({
      channels: [channel('A')],
      samples: 2,
      bits: 16,
      interpretation: 'SS',
      data: [0x54001010, 'OW', Int16Array.of(-32768, 7)],
      more: [[0x5400100a, 'OW', Int16Array.of(-32768)]],
    });
    const [first] = (await waveformOf([padded])).groups[0]?.channels ?? [];
    expect(first && [0, 1, 2].map((index) => valueAt(first, index))).toEqual([NaN, 7, NaN]);
  });

  it('are as many as there are data for', async () => {
    const cut = group({
      channels: [channel('A'), channel('B')],
      samples: 1000,
      bits: 16,
      interpretation: 'SS',
      data: [0x54001010, 'OW', Int16Array.of(1, 2, 3, 4, 5)],
    });
    const [read] = (await waveformOf([cut])).groups;
    expect(read?.sampleCount).toBe(2);
    expect([...(read?.channels[1]?.samples ?? [])]).toEqual([2, 4]);
  });
});

it('tells when and where annotations are', async () => {
  const annotations: readonly DataSetDescription[] = [
    [
      [0x00700006, 'ST', 'Sinus rhythm'],
      [0x0040a0b0, 'US', [1, 0]],
    ],
    [
      [0x0040a043, 'SQ', [code('x', 'QRS Duration')]],
      [0x0040a30a, 'DS', '75'],
      [0x004008ea, 'SQ', [code('ms', 'millisecond')]],
      [0x0040a0b0, 'US', [1, 2]],
      [0x0040a130, 'CS', 'SEGMENT'],
      [0x0040a132, 'UL', [251, 501]],
    ],
  ];
  const { sections } = await waveformOf([TWO_LEADS], [[0x0040b020, 'SQ', annotations]]);
  const table = sections.find(({ heading }) => heading === 'Annotations');
  expect(table?.as === 'table' && table.rows.map(({ cells }) => cells)).toEqual([
    ['Sinus rhythm', '', 'all'],
    // Position 1 is the first sample: 250 and 500 samples later at 500 a second.
    ['QRS Duration: 75 ms', '0.500 s to 1.000 s', 'Lead II'],
  ]);
});

it('knows sound from other signals', async () => {
  expect((await waveformOf([TWO_LEADS])).isSound).toBe(false);
  const voice = [[0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.9.4.1']] as const;
  const sound = readWaveform(await attributesOfFile([...voice, [0x54000100, 'SQ', [TWO_LEADS]]]));
  expect(sound?.isSound).toBe(true);
});
