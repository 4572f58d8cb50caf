import type { MultiplexGroup, WaveformChannel } from '../../dicom/objects/waveform-recording';
import { valueAt } from '../../dicom/objects/waveform-recording';

/** As style sheets have it: 96 pixels in an inch. */
export const PIXELS_PER_MM = 96 / 25.4;

/** How a group is drawn on paper of millimetres. */
export interface WaveformScale {
  readonly mmPerSecond: number;
  /** Of each unit that the group has; '' is that of channels that are not calibrated. */
  readonly mmPerUnit: ReadonlyMap<string, number>;
}

/** What a unit of voltage is in mV, which on paper have a scale of their own. */
const MILLIVOLTS: Readonly<Record<string, number>> = { V: 1e3, mV: 1, uV: 1e-3, nV: 1e-6 };

const PAPER_MM_PER_SECOND = 25;
const PAPER_MM_PER_MILLIVOLT = 10;
/** What the largest trace of a unit takes up, where there is no custom. */
const COMFORTABLE_MM = 16;

/** 25 mm/s and 10 mm/mV, as an ECG is written, as far as that lets the traces be seen; other units by what they have. */
export function defaultScale(group: MultiplexGroup): WaveformScale {
  const units = [...new Set(group.channels.map(({ unit }) => unit))];
  const mmPerUnit = units.map((unit): [string, number] => {
    const ranges = group.channels.filter((channel) => channel.unit === unit).map(typicalRange);
    return [unit, mmFor(unit, Math.max(...ranges))];
  });
  return { mmPerSecond: PAPER_MM_PER_SECOND, mmPerUnit: new Map(mmPerUnit) };
}

function mmFor(unit: string, range: number): number {
  const millivolts = MILLIVOLTS[unit];
  if (millivolts === undefined) return range > 0 ? roundDown(COMFORTABLE_MM / range) : 1;
  let gain = PAPER_MM_PER_MILLIVOLT;
  const mm = (): number => range * millivolts * gain;
  while (mm() > 0 && mm() < COMFORTABLE_MM / 4) gain *= 2;
  while (mm() > COMFORTABLE_MM * 4) gain /= 2;
  return gain * millivolts;
}

/** 1, 2 or 5 times a power of ten. */
export function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([5, 2].find((digit) => digit * power <= value * (1 + 1e-9)) ?? 1) * power;
}

/** Looked at for the middle and the range of a trace; spread over all of it. */
const LOOKS = 2000;

/** Between the 1st and the 99th of 100 values: what a spike does to a trace does not count. */
function typicalRange(channel: WaveformChannel): number {
  const values = sortedLooks(channel);
  return (values[Math.floor(values.length * 0.99)] ?? 0) - (values[Math.floor(values.length * 0.01)] ?? 0);
}

/** The value in whose middle a trace is drawn: its median, which of an ECG is the isoelectric line. */
export function middleValue(channel: WaveformChannel): number {
  const values = sortedLooks(channel);
  return values[values.length >> 1] ?? 0;
}

function sortedLooks(channel: WaveformChannel): Float64Array {
  const step = Math.max(1, channel.samples.length / LOOKS);
  const values: number[] = [];
  for (let at = 0; at < channel.samples.length; at += step) values.push(valueAt(channel, Math.floor(at)));
  return Float64Array.from(values.filter(Number.isFinite)).sort();
}

/** `25 mm/s`; `1.5 mm/min` and `12 mm/h` where that is next to nothing. */
export function speedWords({ mmPerSecond }: WaveformScale): string {
  if (mmPerSecond >= 0.1) return `${shortNumber(mmPerSecond)} mm/s`;
  const mmPerMinute = mmPerSecond * 60;
  return mmPerMinute >= 1 ? `${shortNumber(mmPerMinute)} mm/min` : `${shortNumber(mmPerMinute * 60)} mm/h`;
}

/** `10 mm/mV`; `5 mm[Hg]/cm`; `200 steps/cm` where the channels are not calibrated. */
export function gainWords({ mmPerUnit }: WaveformScale): string {
  return [...mmPerUnit]
    .map(([unit, mm]) => {
      const millivolts = MILLIVOLTS[unit];
      if (millivolts !== undefined) return `${shortNumber(mm / millivolts)} mm/mV`;
      return `${shortNumber(10 / mm)} ${unit === '' ? 'steps' : unit}/cm`;
    })
    .filter((words, index, all) => all.indexOf(words) === index)
    .join(', ');
}

/** `1 mV` of 1000 uV; `10 mm[Hg]`. */
export function unitWords(amount: number, unit: string): string {
  const millivolts = MILLIVOLTS[unit];
  const isWhole = millivolts !== undefined && amount * millivolts >= 1 - 1e-9;
  return isWhole ? `${shortNumber(amount * millivolts)} mV` : `${shortNumber(amount)} ${unit}`.trim();
}

export function withSpeed(scale: WaveformScale, factor: number): WaveformScale {
  return { ...scale, mmPerSecond: scale.mmPerSecond * factor };
}

export function withGain(scale: WaveformScale, factor: number): WaveformScale {
  const mmPerUnit = [...scale.mmPerUnit].map(([unit, mm]): [string, number] => [unit, mm * factor]);
  return { ...scale, mmPerUnit: new Map(mmPerUnit) };
}

function shortNumber(value: number): string {
  return String(Number(value.toPrecision(3)));
}

const ROUND_SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21600, 86400];

/** A round time that is `pixels` long at least. */
export function tickSeconds(pixelsPerSecond: number, pixels: number): number {
  const least = pixels / pixelsPerSecond;
  if (least < 0.5) return roundUp(least);
  return ROUND_SECONDS.find((seconds) => seconds >= least) ?? least;
}

function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5].find((digit) => digit * power >= value * (1 - 1e-9)) ?? 10) * power;
}

/** `0.2 s`, `12 s`, `1:30`, `2:05:00`, from the start of the group. */
export function formatMoment(seconds: number): string {
  if (seconds < 60) return `${shortNumber(seconds)} s`;
  const whole = Math.round(seconds);
  const [minutes, rest] = [Math.floor(whole / 60) % 60, whole % 60];
  const hours = Math.floor(whole / 3600);
  const padded = (value: number): string => String(value).padStart(2, '0');
  return hours === 0
    ? `${String(minutes)}:${padded(rest)}`
    : `${String(hours)}:${padded(minutes)}:${padded(rest)}`;
}
