import type { GreyTransform } from '../pixels/decoded-frame';
import type { PixelValue } from './pixel-value';

/** A line from its fields: '' where all are missing (''), and `-` for one that is missing. */
export function line<Fields extends readonly string[]>(
  fields: readonly [...Fields],
  write: (...fields: Fields) => string,
): string {
  if (fields.every((field) => field === '')) return '';
  return write(...(fields.map((field) => field || '-') as unknown as Fields));
}

export function withoutEmpty(lines: readonly string[]): readonly string[] {
  return lines.filter((text) => text !== '');
}

/** Two decimals; never `-0.00`. */
export function twoDecimals(value: number): string {
  const text = value.toFixed(2);
  return text === '-0.00' ? '0.00' : text;
}

/** `-12.30 mm`; in µm where `isFine` and the magnitude is under 1 mm. */
export function formatMm(mm: number, isFine: boolean): string {
  return isFine && Math.abs(mm) < 1 ? `${twoDecimals(mm * 1000)} µm` : `${twoDecimals(mm)} mm`;
}

/** Up to six significant digits; '' for null. */
export function sixDigits(value: number | null): string {
  return value === null ? '' : String(Number(value.toPrecision(6)));
}

/** Whole numbers; four decimals for a window of less than 50 that is not whole. */
export function formatWindow({ center, width }: { readonly center: number; readonly width: number }): string {
  const hasDecimals = width < 50 && !(Number.isInteger(center) && Number.isInteger(width));
  const write = (value: number): string => (hasDecimals ? value.toFixed(4) : String(Math.round(value)));
  return `WL: ${write(center)} WW: ${write(width)}`;
}

/** The window of a PET as a share of the largest value: `From: 0 % (0.00) to: 100 % (12.50)`. */
export function formatWindowRange(
  { center, width }: { readonly center: number; readonly width: number },
  largestValue: number,
): string {
  const write = (value: number): string =>
    `${largestValue > 0 ? Math.round((value / largestValue) * 100) + 0 : '-'} % (${twoDecimals(value)})`;
  return `From: ${write(center - width / 2)} to: ${write(center + width / 2)}`;
}

/** `44.00`, `-1024.00 HU`, `5310.00 BQML SUV: 2.41`, `R:12 G:34 B:56`. */
export function formatPixelValue(
  value: PixelValue,
  grey: Pick<GreyTransform, 'unit'>,
  suvPerUnit: number | null,
): string {
  if (value.kind === 'colour') return `R:${value.red} G:${value.green} B:${value.blue}`;
  const unit = grey.unit === '' ? '' : ` ${grey.unit}`;
  const suv = suvPerUnit === null ? '' : ` SUV: ${twoDecimals(value.value * suvPerUnit)}`;
  return `${formatGrey(value.value)}${unit}${suv}`;
}

/** Two decimals; three significant digits of a value that two decimals would round to nothing. */
function formatGrey(value: number): string {
  const isTiny = value !== 0 && Math.abs(value) < 0.01;
  return isTiny ? String(Number(value.toPrecision(3))) : twoDecimals(value);
}
