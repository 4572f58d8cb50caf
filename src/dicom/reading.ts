import type { ByteStream, Element } from 'dicom-parser';
import { problem, type Problem } from '../base/problem';
import type { ElementEncoding } from './data-set-guess';
import { formatTag } from './tag';
import { hasLongLength } from './vr';

export interface ReadingOptions extends ElementEncoding {
  /** Of the first element and of what follows the last, from the start of the file. */
  readonly start: number;
  readonly end: number;
  readonly where: string;
  /** The pixels of the data set, and what comes after them, are not read: of their element there is the header. */
  readonly stopsAtPixels?: boolean;
}

/** A data set that is being read. */
export interface Reading {
  readonly stream: ByteStream;
  readonly options: ReadingOptions;
  isExplicit: boolean;
  /** Of the item that is being read, `00082112[0].`; '' at the top. */
  prefix: string;
  readonly problems: Problem[];
  /** The file ended inside an element, or makes no sense, or is read no further: so at any depth. */
  isStopped: boolean;
}

/** What a problem is about, as it stands in `ProblemDetails`. */
export interface Place {
  readonly offset: number;
  readonly tag: string;
  readonly path: string;
}

export const SHORT_HEADER_BYTES = 8;
export const LONG_HEADER_BYTES = 12;

/** Of its tag, from the start of the file. */
export function startOf({ vr, dataOffset }: Element): number {
  return dataOffset - (vr !== undefined && hasLongLength(vr) ? LONG_HEADER_BYTES : SHORT_HEADER_BYTES);
}

/** Of an element of the data set that is being read. */
export function placeOf({ prefix }: Reading, element: Element): Place {
  return { offset: startOf(element), tag: formatTag(element.tag), path: prefix + tagPath(element) };
}

/** `00100010` */
export function tagPath({ tag }: Element): string {
  return tag.slice(1).toUpperCase();
}

export function report(reading: Reading, place: Place, reason: string): void {
  addProblem(reading, problem('dicom-deviation', reading.options.where, { ...place, reason }));
}

/** Something runs past `end`: that of the file, or of the sequence or item that it is in. */
export function reportCut(reading: Reading, place: Place, end: number): void {
  if (reading.isStopped) return;
  if (end < reading.stream.byteArray.length) {
    report(reading, place, 'longer than the sequence or item that it is in');
    return;
  }
  reading.isStopped = true;
  addProblem(reading, problem('dicom-truncated', reading.options.where, place));
}

/** Of bytes that are no data set, nearly every element could be complained of. */
const MAX_PROBLEMS = 1000;

function addProblem({ problems }: Reading, found: Problem): void {
  if (problems.length < MAX_PROBLEMS) problems.push(found);
}
