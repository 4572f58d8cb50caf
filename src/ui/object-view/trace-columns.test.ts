import { describe, expect, it } from 'vitest';
import type { WaveformChannel } from '../../dicom/objects/waveform-recording';
import { traceColumns } from './trace-columns';

const channelOf = (samples: Int16Array, paddingValue: number | null = null): WaveformChannel => ({
  label: 'A',
  unit: 'mV',
  unitsPerStep: 0.5,
  baseline: 10,
  skewSeconds: 0,
  paddingValue,
  samples,
});

describe('columns of a trace', () => {
  it('have the least and the largest value of their samples, in the unit', () => {
    const channel = channelOf(Int16Array.of(1, 5, -3, 2, 8, 8));
    const { least, most } = traceColumns(channel, { firstSample: 0, samplesPerColumn: 2, columns: 4 });
    // 0.5 × stored + 10; there are no samples for the fourth.
    expect([...least]).toEqual([10.5, 8.5, 14, NaN]);
    expect([...most]).toEqual([12.5, 11, 14, NaN]);
  });

  it('are empty before the first sample and where there is padding alone', () => {
    const channel = channelOf(Int16Array.of(-9, -9, 4, -9), -9);
    const { least } = traceColumns(channel, { firstSample: -2, samplesPerColumn: 2, columns: 3 });
    expect([...least]).toEqual([NaN, NaN, 12]);
  });

  it('of long recordings keep every spike', () => {
    const samples = new Int16Array(1_000_000);
    samples[654_321] = 1000;
    samples[123_456] = -1000;
    const request = { firstSample: 0, samplesPerColumn: 10_000, columns: 100 };
    const { least, most } = traceColumns(channelOf(samples), request);
    // 65 × 10,000 ≤ 654,321 < 66 × 10,000, up to a block of 256.
    expect(most[65]).toBe(510);
    expect(least[12]).toBe(-490);
    expect(most.filter((value) => value !== 10)).toHaveLength(1);
  });
});
