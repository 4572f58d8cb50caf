import type { FileId } from '../../base/ids';
import { groupBy } from '../../base/group-by';
import type { Problem } from '../../base/problem';
import type { Instance, Series, Study } from '../../catalog/catalog-types';
import { FILE_SET_PROBLEM_CODES } from '../../catalog/file-set-problems';
import { parseDecimal } from '../../dicom/text-values';
import type { CheckId } from '../check-ids';
import type { Finding } from '../finding';
import { listSeries, studiesOf, type ListedSeries } from '../listed-series';
import type { ReviewInput } from '../review-input';

/** How many there should be, by what an attribute says, and how many there are. */
export interface CountClaim {
  readonly attribute: ClaimName;
  readonly expected: number;
  readonly there: number;
}

/** What is known of whether a series is complete. */
export interface SeriesCompleteness extends ListedSeries {
  /** Files that hold an instance that another file has too. */
  readonly duplicates: number;
  /** None where no attribute says how much there should be, or its values contradict each other. */
  readonly claims: readonly CountClaim[];
  /** What the checks of gaps, duplicates and geometry say of it, a sentence each. */
  readonly remarks: readonly { readonly check: CheckId; readonly message: string }[];
}

/** What a study's own files say of whether it is complete. */
export interface StudyCompleteness {
  readonly studyKey: string;
  readonly claims: readonly CountClaim[];
}

/** A DICOMDIR, and how it differs from the files around it. */
export interface FileSetDifferences {
  readonly file: FileId;
  readonly path: string;
  /** Of the codes of `FILE_SET_PROBLEM_CODES`; none where they agree. */
  readonly problems: readonly Problem[];
}

export interface ContentsCompleteness {
  /** In the order of the catalog. */
  readonly series: readonly SeriesCompleteness[];
  /** Those alone of which an attribute says how much there should be. */
  readonly studies: readonly StudyCompleteness[];
  readonly fileSets: readonly FileSetDifferences[];
}

/** PS3.3 C.7.4.1 has the first, PS3.4 C.3.4 the others, which some archives write into the files that they give out. */
const CLAIMS = {
  '00201002': 'Images in Acquisition',
  '00201209': 'Number of Series Related Instances',
  '00201206': 'Number of Study Related Series',
  '00201208': 'Number of Study Related Instances',
} as const;
export type ClaimName = (typeof CLAIMS)[keyof typeof CLAIMS];

const REMARKING: readonly CheckId[] = ['duplicate-uids', 'gaps', 'mixed-geometry'];

/** What is known of whether the archives hold all that they should; `findings`: of the same input. */
export function contentsCompleteness(input: ReviewInput, findings: readonly Finding[]): ContentsCompleteness {
  const numbers = readClaims(input);
  const remarks = remarksByFile(input, findings);
  const studies = studiesOf(input.catalog);
  return {
    series: studies.flatMap((study) => study.series.map((series) => ofSeries(study, series))),
    studies: studies.flatMap((study) => {
      const claims = studyClaims(study, numbers);
      return claims.length === 0 ? [] : [{ studyKey: study.key, claims }];
    }),
    fileSets: fileSetsOf(input),
  };

  function ofSeries(study: Study, series: Series): SeriesCompleteness {
    const files = [...series.instances.map(({ file }) => file), ...series.duplicates];
    return {
      ...listSeries(study, series, series.instances.length),
      duplicates: series.duplicates.length,
      claims: seriesClaims(series, input, numbers),
      remarks: [...new Set(files.flatMap((file) => remarks.get(file) ?? []))].map(({ check, message }) => ({
        check,
        message,
      })),
    };
  }
}

type Numbers = ReadonlyMap<ClaimName, ReadonlyMap<FileId, number>>;

/** What each file says, where it is a number of one or more. */
function readClaims({ values }: ReviewInput): Numbers {
  const names = new Map<string, ClaimName>(Object.entries(CLAIMS));
  const numbers = new Map<ClaimName, Map<FileId, number>>();
  for (const held of values.all) {
    const name = names.get(held.place.path);
    const number = name === undefined ? NaN : parseDecimal(held.text);
    if (name === undefined || !(number >= 1)) continue;
    const byFile = numbers.get(name) ?? new Map<FileId, number>();
    for (const file of values.filesOf(held)) byFile.set(file, number);
    numbers.set(name, byFile);
  }
  return numbers;
}

function seriesClaims({ instances }: Series, input: ReviewInput, numbers: Numbers): readonly CountClaim[] {
  const images = imagesOfAcquisitions(instances, input, numbers);
  return [
    ...claim('Images in Acquisition', images, framesOf(instances)),
    ...commonClaim('Number of Series Related Instances', { instances, numbers, there: instances.length }),
  ];
}

function studyClaims({ series }: Study, numbers: Numbers): readonly CountClaim[] {
  const instances = series.flatMap((one) => one.instances);
  return [
    ...commonClaim('Number of Study Related Series', { instances, numbers, there: series.length }),
    ...commonClaim('Number of Study Related Instances', { instances, numbers, there: instances.length }),
  ];
}

function commonClaim(
  attribute: ClaimName,
  said: { readonly instances: readonly Instance[]; readonly numbers: Numbers; readonly there: number },
): readonly CountClaim[] {
  return claim(attribute, commonNumber(said.instances, said.numbers.get(attribute)), said.there);
}

function claim(attribute: ClaimName, expected: number | null, there: number): readonly CountClaim[] {
  return expected === null ? [] : [{ attribute, expected, there }];
}

/**
 * What the acquisitions of a series make together. Some scanners write the images of the whole series to each of its
 * acquisitions: a number that none of them can reach alone is taken for that.
 */
function imagesOfAcquisitions(
  instances: readonly Instance[],
  { fileOf }: ReviewInput,
  numbers: Numbers,
): number | null {
  const acquisitions = groupBy(instances, ({ file }) => fileOf(file)?.summary?.acquisitionNumber ?? NaN);
  const ofEach = [...acquisitions.values()].map((ofOne) =>
    commonNumber(ofOne, numbers.get('Images in Acquisition')),
  );
  const [first = null] = ofEach;
  const known = ofEach.filter((number) => number !== null);
  if (first === null || known.length < ofEach.length) return null;
  const isOfSeries = known.every((number) => number === first) && first >= framesOf(instances);
  return isOfSeries ? first : known.reduce((sum, number) => sum + number, 0);
}

/** Null where no file has a number, or two have different ones. */
function commonNumber(
  instances: readonly Instance[],
  numbers: ReadonlyMap<FileId, number> | undefined,
): number | null {
  const said = new Set(instances.flatMap(({ file }) => numbers?.get(file) ?? []));
  const [number = null] = said;
  return said.size === 1 ? number : null;
}

function framesOf(instances: readonly Instance[]): number {
  return instances.reduce((sum, { frames }) => sum + frames, 0);
}

function remarksByFile(
  { values }: ReviewInput,
  findings: readonly Finding[],
): ReadonlyMap<FileId, readonly Finding[]> {
  const byFile = new Map<FileId, Finding[]>();
  for (const finding of findings) {
    if (!REMARKING.includes(finding.check)) continue;
    const { place } = finding;
    for (const file of 'held' in place ? values.filesOf(place.held) : place.files) {
      const ofFile = byFile.get(file);
      if (ofFile === undefined) byFile.set(file, [finding]);
      else ofFile.push(finding);
    }
  }
  return byFile;
}

function fileSetsOf({ files }: ReviewInput): readonly FileSetDifferences[] {
  return files.flatMap(({ file, kind, path, problems }) =>
    kind === 'dicomdir'
      ? [{ file, path, problems: problems.filter(({ code }) => FILE_SET_PROBLEM_CODES.includes(code)) }]
      : [],
  );
}
