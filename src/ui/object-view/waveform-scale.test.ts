import { describe, expect, it } from 'vitest';
import type { MultiplexGroup } from '../../dicom/objects/waveform-recording';
import {
  defaultScale,
  formatMoment,
  gainWords,
  middleValue,
  roundDown,
  speedWords,
  tickSeconds,
  unitWords,
  withGain,
  withSpeed,
} from './waveform-scale';

/** A channel that goes up and down between two values. */
const groupOf = (
  ...channels: readonly (readonly [unit: string, low: number, high: number])[]
): MultiplexGroup => ({
  label: '',
  samplingFrequencyHz: 500,
  sampleCount: 1000,
  channels: channels.map(([unit, low, high]) => ({
    label: 'A',
    unit,
    unitsPerStep: 1,
    baseline: 0,
    skewSeconds: 0,
    paddingValue: null,
    samples: Float64Array.from({ length: 1000 }, (_, index) => (index % 10 < 5 ? low : high)),
  })),
});

describe('the scale at first', () => {
  it('is that of paper for an ECG, whatever the unit of voltage', () => {
    for (const scale of [
      defaultScale(groupOf(['mV', -0.5, 1.5])),
      defaultScale(groupOf(['uV', -500, 1500])),
    ]) {
      expect([speedWords(scale), gainWords(scale)]).toEqual(['25 mm/s', '10 mm/mV']);
    }
  });

  it('is larger for an EEG, which would be flat', () => {
    // 0.05 mV are 0.5 mm at 10 mm/mV; 4 mm or more they are after three doublings.
    expect(gainWords(defaultScale(groupOf(['uV', -25, 25])))).toBe('80 mm/mV');
  });

  it('is by what there is for other units', () => {
    // 160 mm[Hg] in 16 mm: 0.1 mm each.
    expect(gainWords(defaultScale(groupOf(['mm[Hg]', 0, 160])))).toBe('100 mm[Hg]/cm');
    expect(gainWords(defaultScale(groupOf(['', 0, 8])))).toBe('5 steps/cm');
  });

  it('does not need a signal', () => {
    expect(gainWords(defaultScale(groupOf(['mV', 0, 0])))).toBe('10 mm/mV');
  });
});

it('is zoomed in time and in amplitude', () => {
  const scale = withGain(withSpeed(defaultScale(groupOf(['mV', -0.5, 1.5])), 2), 0.5);
  expect([speedWords(scale), gainWords(scale)]).toEqual(['50 mm/s', '5 mm/mV']);
});

it.each([
  [0.1, '0.1 mm/s'],
  [0.05, '3 mm/min'],
  [0.005, '18 mm/h'],
])('of %f mm a second is written %s', (mmPerSecond, words) => {
  expect(speedWords({ mmPerSecond, mmPerUnit: new Map() })).toBe(words);
});

it('draws a trace around its median', () => {
  const channel = groupOf(['mV', 7, 7]).channels[0];
  expect(channel && middleValue(channel)).toBe(7);
});

it.each([
  [0.9, 0.5],
  [1, 1],
  [4.9, 2],
  [60, 50],
])('rounds %f down to %f', (value, expected) => {
  expect(roundDown(value)).toBeCloseTo(expected, 12);
});

it.each([
  [94.5, 1],
  [380, 0.2],
  [10, 10],
  [0.1, 1800],
])('marks times at least 72 pixels apart at %f pixels a second: every %f s', (pixelsPerSecond, seconds) => {
  expect(tickSeconds(pixelsPerSecond, 72)).toBeCloseTo(seconds, 12);
});

it.each([
  [0.4, '0.4 s'],
  [12, '12 s'],
  [90, '1:30'],
  [7500, '2:05:00'],
])('%f s is %s', (seconds, words) => {
  expect(formatMoment(seconds)).toBe(words);
});

it.each([
  [1000, 'uV', '1 mV'],
  [100, 'uV', '100 uV'],
  [1, 'mV', '1 mV'],
  [10, 'mm[Hg]', '10 mm[Hg]'],
  [10, '', '10'],
])('%f of %s is written %s', (amount, unit, words) => {
  expect(unitWords(amount, unit)).toBe(words);
});
