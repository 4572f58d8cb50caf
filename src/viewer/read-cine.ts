import { readTags } from '../dicom/binary-values';
import type { DataSet } from '../dicom/data-set';
import { decimalsOf, intOf, numbersOf } from '../dicom/elements';
import type { CineFacts } from './cine';

const PREFERS_SWEEPING = 1;

/** The Cine module (PS3.3 C.7.6.5), as far as it can be used. */
export function readCine(dataSet: DataSet): CineFacts {
  const first = decimalsOf(dataSet, 'x00082142')[0] ?? NaN;
  const last = decimalsOf(dataSet, 'x00082143')[0] ?? NaN;
  return {
    frameTimesMs: readFrameTimes(dataSet),
    // Frames are counted from 1.
    firstFrame: first >= 1 ? first - 1 : 0,
    lastFrame: last >= 1 && !(last < first) ? last - 1 : null,
    isSweeping: intOf(dataSet, 'x00181244') === PREFERS_SWEEPING,
  };
}

/**
 * What Frame Increment Pointer (PS3.3 C.7.6.6.1.1) points to, Frame Time or Frame Time Vector; else whichever of them
 * is there; else the first rate.
 */
function readFrameTimes(dataSet: DataSet): readonly number[] {
  const pointer = dataSet.elements['x00280009'];
  const pointed = pointer === undefined ? [] : readTags(dataSet, pointer);
  const times = [readFrameTime(dataSet), readFrameTimeVector(dataSet)];
  if (pointed[0] === '(0018,1065)') times.reverse();
  return times.find((each) => each.length > 0) ?? readRate(dataSet);
}

function readFrameTime(dataSet: DataSet): readonly number[] {
  const [time = 0] = decimalsOf(dataSet, 'x00181063');
  return time > 0 ? [time] : [];
}

/**
 * Each increment is the time from the frame before (PS3.3 C.7.6.5.1.2): how long that one is shown. The last frame has
 * none; it is shown as long as the others on average.
 */
function readFrameTimeVector(dataSet: DataSet): readonly number[] {
  const [, ...increments] = decimalsOf(dataSet, 'x00181065');
  if (increments.length === 0 || !increments.every((increment) => increment > 0)) return [];
  const total = increments.reduce((sum, increment) => sum + increment, 0);
  return [...increments, total / increments.length];
}

/** Cine Rate, Recommended Display Frame Rate, Recommended Display Frame Rate in Float: frames a second. */
function readRate(dataSet: DataSet): readonly number[] {
  const rates = [
    decimalsOf(dataSet, 'x00180040')[0] ?? 0,
    decimalsOf(dataSet, 'x00082144')[0] ?? 0,
    numbersOf(dataSet, 'x00089459', 'FL')[0] ?? 0,
  ];
  return rates
    .filter((framesPerSecond) => framesPerSecond > 0)
    .slice(0, 1)
    .map((rate) => 1000 / rate);
}
