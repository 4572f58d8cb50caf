import type { ProblemCode } from '../base/problem';
import type { CheckId } from '../review/check-ids';
import type {
  ContentsCompleteness,
  CountClaim,
  FileSetDifferences,
  SeriesCompleteness,
  StudyCompleteness,
} from '../review/contents/contents-completeness';
import type { ExpectedContent, ExpectedLine } from '../review/contents/expected-content';
import type { ListedSeries } from '../review/listed-series';
import type { Mask } from './mask';
import type { FileNames } from './report-file-names';

/** What was expected held against what is there, and what is known of whether that is all. */
export interface ContentsToReport {
  readonly expected: ExpectedContent;
  readonly completeness: ContentsCompleteness;
}

/** A series by what people call it. */
export interface NamedSeries {
  /** Null where absent. */
  readonly number: number | null;
  readonly modality: string;
  readonly description: string;
  readonly instances: number;
}

export interface ReportLine {
  readonly text: string;
  /** Null where the line does not say how many there should be. */
  readonly expectedInstances: number | null;
  /** 0: missing. */
  readonly instances: number;
  readonly notFound: readonly string[];
}

/** A series, or a study as a whole, that may not be all there, or has too much. */
export interface ReportIncomplete {
  readonly study: { readonly date: string; readonly description: string };
  /** Null: the study as a whole. */
  readonly series: NamedSeries | null;
  /** How many there should be by the headers, where that is not how many there are. */
  readonly claims: readonly CountClaim[];
  readonly duplicates: number;
  /** Sentences; none where values are masked: a sentence may quote any. */
  readonly remarks: readonly string[];
  /** The checks whose findings these are. */
  readonly checks: readonly CheckId[];
}

export interface ReportContents {
  /** Of the reviewer's list; none where there is no list. */
  readonly lines: readonly ReportLine[];
  /** What no line of it means. */
  readonly extra: readonly NamedSeries[];
  readonly incomplete: readonly ReportIncomplete[];
  /** Of each DICOMDIR, how it differs from the files around it; none where they agree. */
  readonly dicomdirs: readonly { readonly file: string; readonly problems: readonly ProblemCode[] }[];
}

interface Wording {
  readonly mask: Mask;
  readonly names: FileNames;
}

export function describeContents(
  { expected: { lines, extra }, completeness: { series, studies, fileSets } }: ContentsToReport,
  { mask, names }: Wording,
): ReportContents {
  const incomplete = [
    ...studies.map((study) => ofStudy(study, series, mask)),
    ...series.map((one) => ofSeries(one, mask)),
  ];
  return {
    lines: lines.map((line) => describeLine(line, mask)),
    extra: lines.length === 0 ? [] : extra.map((one) => nameSeries(one, mask)),
    incomplete: incomplete.filter(
      ({ claims, duplicates, checks }) => claims.length + duplicates + checks.length > 0,
    ),
    dicomdirs: fileSets.map((fileSet) => describeFileSet(fileSet, names)),
  };
}

function describeLine(
  { text, expectedInstances, instances, notFound }: ExpectedLine,
  mask: Mask,
): ReportLine {
  return { text: mask.value(text), expectedInstances, instances, notFound: notFound.map(mask.value) };
}

function nameSeries(
  { seriesNumber, modality, description, instances }: ListedSeries,
  mask: Mask,
): NamedSeries {
  return {
    number: Number.isNaN(seriesNumber) ? null : seriesNumber,
    modality: mask.modality(modality),
    description: mask.value(description),
    instances,
  };
}

function ofStudy(
  { studyKey, claims }: StudyCompleteness,
  series: readonly ListedSeries[],
  mask: Mask,
): ReportIncomplete {
  const first = series.find((one) => one.studyKey === studyKey);
  return {
    study: nameStudy(first, mask),
    series: null,
    claims: claims.filter(isUnmet),
    duplicates: 0,
    remarks: [],
    checks: [],
  };
}

function nameStudy(series: ListedSeries | undefined, mask: Mask): ReportIncomplete['study'] {
  const { studyDate = '', studyDescription = '' } = series ?? {};
  return { date: mask.value(studyDate), description: mask.value(studyDescription) };
}

function ofSeries(series: SeriesCompleteness, mask: Mask): ReportIncomplete {
  const { claims, duplicates, remarks } = series;
  return {
    study: nameStudy(series, mask),
    series: nameSeries(series, mask),
    claims: claims.filter(isUnmet),
    duplicates,
    remarks: mask.isOn ? [] : remarks.map(({ message }) => message),
    checks: [...new Set(remarks.map(({ check }) => check))],
  };
}

function isUnmet({ expected, there }: CountClaim): boolean {
  return expected !== there;
}

function describeFileSet(
  { file, problems }: FileSetDifferences,
  names: FileNames,
): ReportContents['dicomdirs'][number] {
  return { file: names.of(file), problems: problems.map(({ code }) => code) };
}
