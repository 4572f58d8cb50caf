import type { FileId } from '../../base/ids';
import { addStep, type Steps, takeStep } from '../../base/steps';
import type { Measurement } from './measurement';

/** One image: a frame of a file. */
export interface MeasuredImage {
  readonly file: FileId;
  readonly frameIndex: number;
}

/** An image as a key of a map. */
export type ImageKey = `${number}:${number}`;

/** What an image had before a change, or has after it. */
interface Step {
  readonly image: MeasuredImage;
  readonly measurements: readonly Measurement[];
}

/** The measurements of all images, with every change that can be undone or redone, whatever image it was of. */
export interface MeasurementHistory extends Steps<Step> {
  readonly present: ReadonlyMap<ImageKey, readonly Measurement[]>;
  readonly nextId: number;
}

export interface HistoryStep {
  readonly history: MeasurementHistory;
  /** The image that changed; null where there was nothing to undo or redo. */
  readonly image: MeasuredImage | null;
}

export const NO_MEASUREMENTS: MeasurementHistory = { present: new Map(), past: [], future: [], nextId: 1 };

/** One and the same, so that what is drawn of it is not drawn again. */
const NONE: readonly Measurement[] = [];

const MOST_STEPS = 200;

export function imageKey({ file, frameIndex }: MeasuredImage): ImageKey {
  return `${file}:${frameIndex}`;
}

export function isSameMeasuredImage(one: MeasuredImage, other: MeasuredImage): boolean {
  return one.file === other.file && one.frameIndex === other.frameIndex;
}

function fileOfKey(key: ImageKey): FileId {
  return Number(key.split(':')[0]) as FileId;
}

export function measurementsOf(
  { present }: MeasurementHistory,
  image: MeasuredImage,
): readonly Measurement[] {
  return present.get(imageKey(image)) ?? NONE;
}

/** Adds a measurement to an image, or puts it in the place of the one with its id. */
export function keepMeasurement(
  history: MeasurementHistory,
  image: MeasuredImage,
  measurement: Measurement,
): MeasurementHistory {
  const before = measurementsOf(history, image);
  const isKnown = before.some(({ id }) => id === measurement.id);
  const after = isKnown
    ? before.map((each) => (each.id === measurement.id ? measurement : each))
    : [...before, measurement];
  return changed(history, { image, measurements: after });
}

/** Takes measurements from an image: those with the ids; the history is the same where it has none of them. */
export function deleteMeasurements(
  history: MeasurementHistory,
  image: MeasuredImage,
  ids: readonly number[],
): MeasurementHistory {
  const before = measurementsOf(history, image);
  const after = before.filter(({ id }) => !ids.includes(id));
  return after.length === before.length ? history : changed(history, { image, measurements: after });
}

export function undo(history: MeasurementHistory): HistoryStep {
  return goTo(history, 'past');
}

export function redo(history: MeasurementHistory): HistoryStep {
  return goTo(history, 'future');
}

function goTo(history: MeasurementHistory, from: 'past' | 'future'): HistoryStep {
  const taken = takeStep(history, from, ({ image }) => stateOf(history, image));
  if (taken === null) return { history, image: null };
  const { step, steps } = taken;
  return { history: { ...history, present: withStep(history, step), ...steps }, image: step.image };
}

/** Without anything of the files that match: those of an archive that is closed. */
export function forgetMeasurements(
  history: MeasurementHistory,
  isForgotten: (file: FileId) => boolean,
): MeasurementHistory {
  const isKept = ({ image }: Step): boolean => !isForgotten(image.file);
  return {
    ...history,
    present: new Map([...history.present].filter(([key]) => !isForgotten(fileOfKey(key)))),
    past: history.past.filter(isKept),
    future: history.future.filter(isKept),
  };
}

function changed(history: MeasurementHistory, step: Step): MeasurementHistory {
  const ids = step.measurements.map(({ id }) => id + 1);
  return {
    present: withStep(history, step),
    ...addStep(history, stateOf(history, step.image), MOST_STEPS),
    nextId: Math.max(history.nextId, ...ids),
  };
}

function stateOf(history: MeasurementHistory, image: MeasuredImage): Step {
  return { image, measurements: measurementsOf(history, image) };
}

function withStep({ present }: MeasurementHistory, { image, measurements }: Step) {
  return new Map(present).set(imageKey(image), measurements);
}
