import type { InstanceSummary } from '../dicom/summary';
import { SECONDS_PER_DAY } from '../dicom/date-time';
import { imagePlaneOf, type ImagePlane } from './image-plane';

/** What may tell images of one series apart, of an instance or of a frame; NaN, '' or null where it is not known. */
export interface PartFacts {
  readonly plane: ImagePlane | null;
  readonly rows: number;
  readonly columns: number;
  /** Image Type or Frame Type, its values with backslashes between. */
  readonly imageType: string;
  /** Stack ID of a frame. */
  readonly stackId: string;
  /** Referenced Segment Number of a frame. */
  readonly segmentNumber: number;
  /** ms. */
  readonly echoTime: number;
  readonly echoNumber: number;
  /** s/mm2. */
  readonly diffusionBValue: number;
  readonly temporalPosition: number;
  /** ms after the R wave. */
  readonly triggerTime: number;
  readonly acquisitionNumber: number;
  /** When it was acquired, else made; seconds since 1970. */
  readonly timeSeconds: number;
}

export function partFactsOf(summary: InstanceSummary): PartFacts {
  const { rows, columns, imageType, echoTime, echoNumber, diffusionBValue } = summary;
  const { temporalPosition, triggerTime, acquisitionNumber } = summary;
  return {
    plane: imagePlaneOf(summary),
    rows,
    columns,
    imageType,
    stackId: '',
    segmentNumber: NaN,
    echoTime,
    echoNumber,
    diffusionBValue,
    temporalPosition,
    triggerTime,
    acquisitionNumber,
    timeSeconds: timeOf(summary),
  };
}

/** A file without the date of its time has at least the order of the times of one day. */
function timeOf(summary: InstanceSummary): number {
  const { acquisitionDate, acquisitionTime, contentDate, contentTime } = summary;
  const [date, time] = Number.isNaN(acquisitionTime)
    ? [contentDate, contentTime]
    : [acquisitionDate, acquisitionTime];
  return (Number.isNaN(date) ? 0 : date * SECONDS_PER_DAY) + time;
}
