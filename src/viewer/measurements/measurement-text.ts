import { isGrey } from '../../pixels/render-frame';
import type { LoadedFrame } from '../loaded-frame';
import { formatPixelValue, twoDecimals } from '../overlay-text';
import { readPixelValue } from '../pixel-value';
import { boxOf, type Measurement } from './measurement';
import {
  computeAngle,
  computeLength,
  computeSize,
  PIXEL_STEP,
  stepOf,
  type Step,
} from './measurement-geometry';
import { spacingAt, type Spacing } from './measurement-spacing';
import { computeStatistics, type RegionStatistics } from './region-statistics';

/** What is written beside a measurement. */
export interface MeasurementText {
  readonly lines: readonly string[];
  /**
   * Of a length mm, of an area mm², of an angle degrees, of a point the value after the modality LUT; px and px²
   * where there is no spacing. Null where there is none yet, or it is a colour.
   */
  readonly value: number | null;
}

/** What can be measured on: one frame with its grey values and facts. */
export type MeasuredFrame = Pick<LoadedFrame, 'frame' | 'grey' | 'palette' | 'facts'>;

const NOTHING: MeasurementText = { lines: [], value: null };

/** The lines as Horos writes them; without spacing in pixels, and of lengths on the detector this is said. */
export function describeMeasurement(measurement: Measurement, image: MeasuredFrame): MeasurementText {
  const spacing = spacingAt(image.facts, measurement.points);
  switch (measurement.kind) {
    case 'length':
      return describeLength(measurement, spacing);
    case 'angle':
      return describeAngle(measurement, spacing ?? image.facts);
    case 'oval':
    case 'rectangle':
      return describeRegion(measurement, measurement.kind, { image, spacing });
    case 'point':
      return describePoint(measurement, image);
  }
}

function describeLength({ points }: Measurement, spacing: Spacing | null): MeasurementText {
  const [from, to] = points;
  if (from === undefined || to === undefined) return NOTHING;
  const length = computeLength(from, to, spacing === null ? PIXEL_STEP : stepOf(spacing));
  return { lines: [`Length: ${formatLength(length, spacing)}${planeWords(spacing)}`], value: length };
}

/** In the picture's true shape, which Pixel Aspect Ratio may give where there is no spacing. */
function describeAngle(
  { points }: Measurement,
  shape: Spacing | { readonly pixelAspect: number },
): MeasurementText {
  const [one, vertex, other] = points;
  if (one === undefined || vertex === undefined || other === undefined) return NOTHING;
  const step: Step = 'pixelAspect' in shape ? { column: 1, row: shape.pixelAspect } : stepOf(shape);
  const degrees = computeAngle({ one, vertex, other }, step);
  return { lines: [`Angle: ${degrees.toFixed(2)}°`], value: degrees };
}

function describeRegion(
  measurement: Measurement,
  kind: 'oval' | 'rectangle',
  { image, spacing }: { readonly image: MeasuredFrame; readonly spacing: Spacing | null },
): MeasurementText {
  const box = boxOf(measurement);
  const { width, height, area } = computeSize(kind, box, spacing === null ? PIXEL_STEP : stepOf(spacing));
  const sides = `W: ${formatLength(width, spacing)} H: ${formatLength(height, spacing)}`;
  const areaLine = `Area: ${formatArea(area, spacing)} (${sides})${planeWords(spacing)}`;
  const isOfValues = isGrey(image.frame, image.palette);
  const statistics = isOfValues ? computeStatistics(image, kind, box) : null;
  const valueLines = statistics === null ? [] : statisticsLines(statistics, image);
  return { lines: [areaLine, ...valueLines], value: area };
}

function statisticsLines(statistics: RegionStatistics, { grey, facts }: MeasuredFrame): readonly string[] {
  const { mean, standardDeviation, sum, min, max } = statistics;
  const unit = grey.unit === '' ? '' : ` ${grey.unit}`;
  const write = (value: number): string => `${formatValue(value)}${unit}`;
  const { suvPerUnit } = facts;
  return [
    `Mean: ${write(mean)} SDev: ${write(standardDeviation)} Sum: ${formatSum(sum)}${unit}`,
    `Min: ${write(min)} Max: ${write(max)}`,
    ...(suvPerUnit === null
      ? []
      : [`SUV Mean: ${twoDecimals(mean * suvPerUnit)} Max: ${twoDecimals(max * suvPerUnit)}`]),
  ];
}

function describePoint({ points }: Measurement, image: MeasuredFrame): MeasurementText {
  const [point] = points;
  if (point === undefined) return NOTHING;
  // On the right and the lower edge of the image it is still the last pixel that is meant.
  const x = Math.min(Math.floor(point.x), image.frame.columns - 1);
  const y = Math.min(Math.floor(point.y), image.frame.rows - 1);
  const value = readPixelValue(image, { x, y });
  if (value === null) return NOTHING;
  return {
    lines: [
      `Value: ${formatPixelValue(value, image.grey, image.facts.suvPerUnit)}`,
      `X: ${String(x)} px Y: ${String(y)} px`,
    ],
    value: value.kind === 'grey' ? value.value : null,
  };
}

function planeWords(spacing: Spacing | null): string {
  return spacing?.plane === 'detector' ? ', detector plane' : '';
}

/** `12.345 cm`, `5.430 mm` below 1 cm, `432.1 µm` below 1 mm; `120.500 px`. */
function formatLength(length: number, spacing: Spacing | null): string {
  if (spacing === null) return `${length.toFixed(3)} px`;
  if (length >= 10) return `${(length / 10).toFixed(3)} cm`;
  return length >= 1 ? `${length.toFixed(3)} mm` : `${(length * 1e3).toFixed(1)} µm`;
}

/** As lengths: cm², mm² below 1 cm², µm² below 1 mm². */
function formatArea(area: number, spacing: Spacing | null): string {
  if (spacing === null) return `${area.toFixed(3)} px²`;
  if (area >= 100) return `${(area / 100).toFixed(3)} cm²`;
  return area >= 1 ? `${area.toFixed(3)} mm²` : `${(area * 1e6).toFixed(1)} µm²`;
}

/** Of many pixels, whole. */
function formatSum(sum: number): string {
  return Math.abs(sum) >= 1000 ? sum.toFixed(0) : formatValue(sum);
}

/** Three decimals; three significant digits of a value that three decimals would round to nothing. */
function formatValue(value: number): string {
  const isTiny = value !== 0 && Math.abs(value) < 0.001;
  return isTiny ? String(Number(value.toPrecision(3))) : value.toFixed(3);
}
