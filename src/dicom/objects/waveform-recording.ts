import type { WaveformSamples } from './waveform-samples';

/** Channels that were sampled together (an item of Waveform Sequence, PS3.3 C.10.9). */
export interface MultiplexGroup {
  /** Multiplex Group Label; '' where there is none. */
  readonly label: string;
  /** Samples a second; null where the file does not say. */
  readonly samplingFrequencyHz: number | null;
  /** Of each channel, as many as there are data for. */
  readonly sampleCount: number;
  readonly channels: readonly WaveformChannel[];
}

/** A sample in its unit: stored value × `unitsPerStep` + `baseline` (PS3.3 C.10.9.1.4). */
export interface WaveformChannel {
  /** `Lead II`: its label, else its source; else its number. */
  readonly label: string;
  /** Code Value of Channel Sensitivity Units: `mV`, `mm[Hg]`; '' where the channel is not calibrated. */
  readonly unit: string;
  /** Channel Sensitivity with its Correction Factor; 1 where the channel is not calibrated. */
  readonly unitsPerStep: number;
  readonly baseline: number;
  /** From the first sample of the group to this channel's (Channel Time Skew, Channel Sample Skew). */
  readonly skewSeconds: number;
  /** The stored value of samples that are none; null where the file has none. */
  readonly paddingValue: number | null;
  readonly samples: WaveformSamples;
}

/** In its unit; NaN: padding, or there is no such sample. */
export function valueAt(channel: WaveformChannel, index: number): number {
  const stored = channel.samples[index];
  if (stored === undefined || stored === channel.paddingValue) return NaN;
  return stored * channel.unitsPerStep + channel.baseline;
}

/** From the first sample to after the last; a sample is a second where the file does not say. */
export function durationSeconds({ sampleCount, samplingFrequencyHz }: MultiplexGroup): number {
  return sampleCount / (samplingFrequencyHz ?? 1);
}
