import type { FileId } from '../../base/ids';
import { compareNumbers } from '../../base/natural-sort';
import type { Instance, Series, SeriesPart } from '../../catalog/catalog-types';
import { placeOf } from '../../catalog/image-plane';
import { partFactsOf } from '../../catalog/part-facts';
import type { Check } from '../check';
import type { Finding } from '../finding';
import { isLocalizer } from '../pictures/image-kind';
import { formatRanges } from '../number-ranges';
import type { ReviewInput } from '../review-input';
import { listSeriesFiles, seriesLabel } from '../series-files';

/**
 * Of each stack that a series is made of (`catalog/split-parts.ts`): a step from one slice to the next along the slice
 * normal of more than 1.5 times the median one, and slices that stand in one place at one time, echo and b-value (PS3.3
 * C.7.6.2.1.1). Of each series with pictures: Instance Numbers that are missing between its first and its last one.
 *
 * Left alone are localizers; steps that change for good, as in two parts of a head at two spacings; stacks beside each
 * other whose Instance Numbers run on; numbers that are given out in steps, or of which most are missing.
 */
export const gapsCheck: Check = {
  id: 'gaps',
  find: (input) => {
    if (!input.isComplete) return [];
    return listSeriesFiles(input.catalog).flatMap(({ series }) =>
      series.hasPixels && !isOfLocalizer(series, input) ? findInSeries(series, input) : [],
    );
  },
};

function isOfLocalizer(series: Series, { fileOf }: ReviewInput): boolean {
  return series.instances.some(({ file }) => {
    const summary = fileOf(file)?.summary ?? null;
    return summary !== null && isLocalizer(summary, series);
  });
}

/** What is said of a series; the files are those on both sides of what is missing. */
interface Remark {
  readonly severity: Finding['severity'];
  readonly what: string;
  readonly message: string;
  readonly files: readonly FileId[];
}

function findInSeries(series: Series, input: ReviewInput): readonly Finding[] {
  const stacks = series.parts.filter(({ sortRule }) => sortRule === 'geometry');
  const remarks = [
    ...stacks.flatMap((part) => stepRemarks(part)),
    ...numberRemarks(series.instances),
    ...stacks.flatMap((part) => placeRemarks(part, input)),
  ];
  return remarks.map(({ severity, what, message, files }) => ({
    check: 'gaps',
    severity,
    identifying: false,
    value: `${seriesLabel(series)}: ${what}`,
    marks: [],
    message,
    place: { files },
  }));
}

/** With fewer slices there is no usual step. */
const FEWEST_PLACES = 4;
const LARGEST_STEP = 1.5;
/** Steps that differ by less are the same one. */
const STEP_TOLERANCE = 0.05;

interface Step {
  readonly before: Instance;
  readonly after: Instance;
  readonly mm: number;
}

function stepRemarks({ name, instances }: SeriesPart): readonly Remark[] {
  const steps = stepsOf(instances);
  const median = medianOf(steps.map(({ mm }) => mm));
  const gaps = steps.filter(
    (step, index) =>
      step.mm > LARGEST_STEP * median &&
      !isAlike(step, steps[index - 1]) &&
      !isAlike(step, steps[index + 1]) &&
      !isBetweenStacks(step, median),
  );
  const [first] = gaps;
  if (steps.length + 1 < FEWEST_PLACES || first === undefined) return [];
  const missing = gaps.reduce((sum, { mm }) => sum + Math.max(1, Math.round(mm / median) - 1), 0);
  const places = gaps.map(
    ({ before, after }) => `${formatMm(before.position)} to ${formatMm(after.position)} mm`,
  );
  return [
    {
      severity: 'check',
      what: `${name === '' ? '' : `${name}, `}${places.slice(0, MOST_PLACES).join(', ')}${more(places.length - MOST_PLACES)}`,
      message: `${missing === 1 ? 'A slice seems' : `${missing} slices seem`} to be missing: neighbours are ${formatMm(median)} mm apart, but here ${formatMm(first.mm)} mm.`,
      files: gaps.flatMap(({ before, after }) => [before.file, after.file]),
    },
  ];
}

const MOST_PLACES = 3;

function more(count: number): string {
  return count > 0 ? ` and ${count} more` : '';
}

/** From each place to the next one. */
function stepsOf(instances: readonly Instance[]): readonly Step[] {
  return instances.flatMap((after, index) => {
    const before = instances[index - 1];
    if (before === undefined || placeOf(before.position) === placeOf(after.position)) return [];
    return [{ before, after, mm: after.position - before.position }];
  });
}

function isAlike({ mm }: Step, other: Step | undefined): boolean {
  return other !== undefined && Math.abs(other.mm - mm) <= STEP_TOLERANCE * mm;
}

/** Numbers that run on over a distance that no whole number of slices fills. */
function isBetweenStacks({ before, after, mm }: Step, median: number): boolean {
  const slices = mm / median;
  const isFilled = Math.abs(slices - Math.round(slices)) <= STEP_TOLERANCE;
  return Math.abs(after.instanceNumber - before.instanceNumber) === 1 && !isFilled;
}

function medianOf(numbers: readonly number[]): number {
  return numbers.toSorted(compareNumbers)[Math.floor((numbers.length - 1) / 2)] ?? NaN;
}

/** `2.5`, `-12`: to the tenth of a millimetre. */
function formatMm(mm: number): string {
  return String(Math.round(mm * 10) / 10);
}

function numberRemarks(instances: readonly Instance[]): readonly Remark[] {
  const byNumber = new Map<number, Instance>();
  for (const instance of instances) {
    if (Number.isInteger(instance.instanceNumber)) byNumber.set(instance.instanceNumber, instance);
  }
  const numbers = [...byNumber.keys()].sort(compareNumbers);
  const [first] = numbers;
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return [];
  const missingCount = last - first + 1 - numbers.length;
  if (missingCount === 0 || missingCount >= numbers.length || isInSteps(numbers)) return [];
  const missing = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (number) => !byNumber.has(number),
  );
  const beside = numbers
    .filter((number) => !byNumber.has(number - 1) || !byNumber.has(number + 1))
    .slice(1, -1);
  return [
    {
      severity: 'note',
      what: formatRanges(missing),
      message: `${missingCount === 1 ? 'One Instance Number is' : `${missingCount} Instance Numbers are`} missing between ${first} and ${last}.`,
      files: beside.flatMap((number) => byNumber.get(number)?.file ?? []),
    },
  ];
}

/** 1, 3, 5: of two series that were numbered together. */
function isInSteps(numbers: readonly number[]): boolean {
  const [first = 0, second = 0] = numbers;
  return numbers.every((number, index) => number === first + index * (second - first));
}

/** Where every place is taken twice, there is something that tells the images apart and that is not known here. */
function placeRemarks({ name, instances }: SeriesPart, { fileOf }: ReviewInput): readonly Remark[] {
  const byPlace = new Map<string, Instance[]>();
  for (const instance of instances) {
    const summary = fileOf(instance.file)?.summary ?? null;
    if (summary === null) continue;
    const facts = { ...partFactsOf(summary), plane: placeOf(instance.position) };
    const key = Object.values(facts).join('|');
    const there = byPlace.get(key);
    if (there === undefined) byPlace.set(key, [instance]);
    else there.push(instance);
  }
  const crowded = [...byPlace.values()].filter(({ length }) => length > 1);
  const [first] = crowded;
  if (first === undefined || crowded.length === byPlace.size) return [];
  return [
    {
      severity: 'check',
      what: `${name === '' ? '' : `${name}, `}at ${formatMm(first[0]?.position ?? NaN)} mm${more(crowded.length - 1)}`,
      message: `${crowded.length === 1 ? 'One place' : `${crowded.length} places`} of the stack ${crowded.length === 1 ? 'has' : 'have'} more than one image of the same time, echo and b-value.`,
      files: crowded.flat().map(({ file }) => file),
    },
  ];
}
