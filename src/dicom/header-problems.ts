import { problem, type Problem } from '../base/problem';
import { type CharacterSet, charsetProblem } from './character-set';
import type { DataSet, Element } from './data-set';
import { objectDeviations } from './object-deviations';
import type { DicomFile } from './part10';
import { startOf } from './reading';
import { formatTag } from './tag';

/** What is wrong with a file, by the time its header is made. */
export interface HeaderProblems {
  readonly where: string;
  readonly found: Problem[];
  /** By encoding: one problem of each kind is enough. */
  readonly fallbacks: Map<string, Problem>;
  /** By offset: what was known of an element, which has that tag, before its row is made. */
  readonly reasons: Map<number, readonly Reason[]>;
}

interface Reason {
  readonly tag: string;
  readonly words: string;
}

/** Begins with what reading the file found, and what its data set says of itself as a whole. */
export function startProblems(file: DicomFile, where: string): HeaderProblems {
  const problems = { where, found: [...file.problems], fallbacks: new Map(), reasons: new Map() };
  for (const { code, detail } of file.problems) {
    if (code === 'dicom-deviation') addReason(problems, detail, detail.reason);
    if (code === 'dicom-truncated') addReason(problems, detail, 'the file ends within it');
  }
  addObjectDeviations(problems, file);
  return problems;
}

export function allProblems({ found, fallbacks }: HeaderProblems): readonly Problem[] {
  return [...found, ...fallbacks.values()];
}

/** Short words for what is wrong with an element or item, as far as that was found before. */
export function reasonsOf({ reasons }: HeaderProblems, element: Element): readonly string[] {
  if (reasons.size === 0) return NONE;
  const found = reasons.get(startOf(element));
  if (found === undefined) return NONE;
  const tag = formatTag(element.tag);
  return found.filter((reason) => reason.tag === tag).map(({ words }) => words);
}

const NONE: readonly string[] = [];

export function addDeviation(problems: HeaderProblems, element: Element, path: string, reason: string): void {
  addProblem(problems, { offset: startOf(element), tag: formatTag(element.tag), path, reason });
}

/** Text that was not in the character set of its data set. Returns the words for its row. */
export function addFallback(problems: HeaderProblems, characterSet: CharacterSet, used: string): string {
  const { fallbacks, where } = problems;
  if (!fallbacks.has(used)) fallbacks.set(used, charsetProblem(where, characterSet, used));
  return `not in the declared character set, read as ${used}`;
}

/** No one reads more of them; what is wrong with a single element is in its row too. */
const MAX_PROBLEMS = 1000;

type Deviation = Extract<Problem, { readonly code: 'dicom-deviation' }>['detail'];

function addProblem({ found, where }: HeaderProblems, deviation: Deviation): void {
  if (found.length < MAX_PROBLEMS) found.push(problem('dicom-deviation', where, deviation));
}

function addReason(
  { reasons }: HeaderProblems,
  { offset, tag }: Pick<Deviation, 'offset' | 'tag'>,
  words: string,
): void {
  reasons.set(offset, [...(reasons.get(offset) ?? []), { tag, words }]);
}

/** Where the file is cut, nobody wonders what is missing. */
function addObjectDeviations(
  problems: HeaderProblems,
  { dataSet, pixelElement, problems: ofFile }: DicomFile,
): void {
  const isCut = ofFile.some(({ code }) => code === 'dicom-truncated');
  for (const { tag, reason } of objectDeviations(dataSet)) {
    const element = dataSet.elements[tag];
    if (isCut && (element === undefined || element === pixelElement)) continue;
    const path = tag.slice(1).toUpperCase();
    const deviation = { offset: offsetOf(dataSet, tag), tag: formatTag(tag), path, reason };
    addProblem(problems, deviation);
    addReason(problems, deviation, reason);
  }
}

/** Of an element that is missing: where the next one starts. */
function offsetOf({ elements }: DataSet, tag: string): number {
  const rest = Object.values(elements).filter((element) => element.tag >= tag);
  const [next] = rest.sort((a, b) => (a.tag < b.tag ? -1 : 1));
  return next === undefined ? 0 : startOf(next);
}
