import { type MultiplexGroup, valueAt, type WaveformChannel } from '../../dicom/objects/waveform-recording';
import { traceColumns } from './trace-columns';
import {
  formatMoment,
  middleValue,
  PIXELS_PER_MM,
  tickSeconds,
  unitWords,
  type WaveformScale,
} from './waveform-scale';

/** What of a group is in view, in CSS pixels. */
export interface WaveformView {
  readonly width: number;
  readonly height: number;
  /** How far it is scrolled. */
  readonly left: number;
  readonly top: number;
  /** From one trace to the next. */
  readonly laneHeight: number;
  /** Device pixels in a CSS pixel. */
  readonly ratio: number;
}

/** For the names of the channels, at the left. */
export const GUTTER = 72;
/** For the times, at the top. */
export const RULER = 22;
/** Over the first trace and under the last one, together: room for their peaks. */
export const EDGE = 64;

const FONT = '12px system-ui, sans-serif';
const SMALL_FONT = '10px system-ui, sans-serif';
const TICK_PIXELS = 72;
const MAJOR_MM = 5;
/** Closer lines are a haze. */
const MIN_LINE_PIXELS = 3;

/** Draws the traces that are in view over a paper of millimetres; the names and the times stay where they are. */
export function paintWaveform(
  canvas: HTMLCanvasElement,
  group: MultiplexGroup,
  scale: WaveformScale,
  view: WaveformView,
): void {
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return;
  const style = getComputedStyle(canvas);
  const colour = (name: string): string => style.getPropertyValue(name);
  context.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
  context.fillStyle = colour('--ground');
  context.fillRect(0, 0, view.width, view.height);
  paintPaper(context, view, colour);
  paintTraces(context, { group, scale, view, stroke: colour('--text') });
  paintMargins(context, { group, scale, view }, colour);
}

type Colour = (name: string) => string;

function paintPaper(context: CanvasRenderingContext2D, view: WaveformView, colour: Colour): void {
  for (const [mm, name] of [
    [1, '--surface-raised'],
    [MAJOR_MM, '--line'],
  ] as const) {
    const step = mm * PIXELS_PER_MM;
    if (step < MIN_LINE_PIXELS) continue;
    context.strokeStyle = colour(name);
    context.lineWidth = 1 / view.ratio;
    context.beginPath();
    for (let x = GUTTER - (view.left % step); x < view.width; x += step) {
      if (x < GUTTER) continue;
      context.moveTo(onPixel(x, view), RULER);
      context.lineTo(onPixel(x, view), view.height);
    }
    for (let y = RULER - (view.top % step); y < view.height; y += step) {
      if (y < RULER) continue;
      context.moveTo(GUTTER, onPixel(y, view));
      context.lineTo(view.width, onPixel(y, view));
    }
    context.stroke();
  }
}

/** The middle of a device pixel, where a line of one is crisp. */
function onPixel(at: number, { ratio }: WaveformView): number {
  return (Math.floor(at * ratio) + 0.5) / ratio;
}

interface Traces {
  readonly group: MultiplexGroup;
  readonly scale: WaveformScale;
  readonly view: WaveformView;
}

function paintTraces(
  context: CanvasRenderingContext2D,
  { group, scale, view, stroke }: Traces & { readonly stroke: string },
): void {
  context.save();
  context.beginPath();
  context.rect(GUTTER, RULER, view.width - GUTTER, view.height - RULER);
  context.clip();
  context.strokeStyle = stroke;
  context.lineWidth = 1;
  context.lineJoin = 'round';
  group.channels.forEach((channel, index) => {
    if (!isNearView(index, view)) return;
    context.beginPath();
    traceChannel(context, channel, { index, group, scale, view });
    context.stroke();
  });
  context.restore();
}

/** A trace may reach into the lanes beside its own. */
function isNearView(index: number, view: WaveformView): boolean {
  const middle = laneMiddle(index, view);
  return middle > -3 * view.laneHeight && middle < view.height + 3 * view.laneHeight;
}

function laneMiddle(index: number, { laneHeight, top }: WaveformView): number {
  return RULER + EDGE / 2 + (index + 0.5) * laneHeight - top;
}

/** As a line from sample to sample, or, where a device pixel has several, from their least to their largest value. */
function traceChannel(
  context: CanvasRenderingContext2D,
  channel: WaveformChannel,
  { index, group, scale, view }: Traces & { readonly index: number },
): void {
  const frequency = group.samplingFrequencyHz ?? 1;
  const pixelsPerSample = (scale.mmPerSecond * PIXELS_PER_MM) / frequency;
  const pixelsEach = pixelsPerUnit(channel, scale);
  const middle = middleValue(channel);
  const zero = laneMiddle(index, view);
  const yOf = (value: number): number => zero - (value - middle) * pixelsEach;
  const firstSample = view.left / pixelsPerSample - channel.skewSeconds * frequency;
  const columns = Math.ceil((view.width - GUTTER) * view.ratio);
  const samplesPerColumn = 1 / (pixelsPerSample * view.ratio);
  let isDown = false;
  const lineTo = (x: number, value: number): void => {
    if (Number.isNaN(value)) isDown = false;
    else if (isDown) context.lineTo(x, yOf(value));
    else {
      context.moveTo(x, yOf(value));
      isDown = true;
    }
  };
  if (samplesPerColumn <= 1) {
    const last = Math.ceil(firstSample + columns * samplesPerColumn) + 1;
    for (let sample = Math.max(0, Math.floor(firstSample)); sample <= last; sample++) {
      lineTo(GUTTER + (sample - firstSample) * pixelsPerSample, valueAt(channel, sample));
    }
    return;
  }
  const { least, most } = traceColumns(channel, { firstSample, samplesPerColumn, columns });
  for (let column = 0; column < columns; column++) {
    const x = GUTTER + (column + 0.5) / view.ratio;
    lineTo(x, most[column] ?? NaN);
    lineTo(x, least[column] ?? NaN);
  }
}

/** Times over the traces and names at their left, each with how long an amount of its unit is. */
function paintMargins(
  context: CanvasRenderingContext2D,
  { group, scale, view }: Traces,
  colour: Colour,
): void {
  context.fillStyle = colour('--surface');
  context.fillRect(0, 0, view.width, RULER);
  context.fillRect(0, 0, GUTTER, view.height);
  context.font = FONT;
  context.fillStyle = colour('--text-quiet');
  context.textBaseline = 'middle';
  paintTimes(context, scale, view);
  context.save();
  context.beginPath();
  context.rect(0, RULER, GUTTER, view.height - RULER);
  context.clip();
  group.channels.forEach((channel, index) => {
    const middle = laneMiddle(index, view);
    if (middle < 0 || middle > view.height) return;
    const units = barUnits(channel, scale, view);
    context.fillStyle = colour('--text');
    context.font = FONT;
    context.fillText(shortLabel(channel.label), 8, middle - 7);
    context.fillStyle = colour('--text-quiet');
    context.font = SMALL_FONT;
    context.fillText(unitWords(units, channel.unit), 8, middle + 8);
    context.strokeStyle = colour('--text-faint');
    paintBar(context, middle, { pixels: units * pixelsPerUnit(channel, scale), view });
  });
  context.restore();
}

function paintTimes(context: CanvasRenderingContext2D, scale: WaveformScale, view: WaveformView): void {
  const pixelsPerSecond = scale.mmPerSecond * PIXELS_PER_MM;
  const step = tickSeconds(pixelsPerSecond, TICK_PIXELS);
  const first = Math.ceil(view.left / pixelsPerSecond / step);
  for (let tick = first; ; tick++) {
    const x = GUTTER + tick * step * pixelsPerSecond - view.left;
    if (x > view.width) return;
    context.fillRect(onPixel(x, view), RULER - 5, 1 / view.ratio, 5);
    context.fillText(formatMoment(tick * step), x + 4, RULER / 2 - 1);
  }
}

/** How long that amount of the unit is in the trace. */
function paintBar(
  context: CanvasRenderingContext2D,
  middle: number,
  { pixels, view }: { readonly pixels: number; readonly view: WaveformView },
): void {
  const x = onPixel(GUTTER - 7, view);
  const [top, bottom] = [onPixel(middle - pixels / 2, view), onPixel(middle + pixels / 2, view)];
  context.lineWidth = 1 / view.ratio;
  context.beginPath();
  context.moveTo(x - 3, top);
  context.lineTo(x + 3, top);
  context.moveTo(x, top);
  context.lineTo(x, bottom);
  context.moveTo(x - 3, bottom);
  context.lineTo(x + 3, bottom);
  context.stroke();
}

function pixelsPerUnit({ unit }: WaveformChannel, { mmPerUnit }: WaveformScale): number {
  return (mmPerUnit.get(unit) ?? 1) * PIXELS_PER_MM;
}

/** The largest power of ten of the unit that a lane has room for. */
function barUnits(channel: WaveformChannel, scale: WaveformScale, { laneHeight }: WaveformView): number {
  return 10 ** Math.floor(Math.log10((laneHeight * 0.9) / pixelsPerUnit(channel, scale)));
}

/** `I` of `Lead I (Einthoven)`: what a strip has room for. */
function shortLabel(label: string): string {
  const short = label.replace(/^Lead /, '').replace(/ \(.*\)$/, '');
  return short.length <= 9 ? short : `${short.slice(0, 8)}…`;
}
