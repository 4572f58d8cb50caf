import type { ArchiveId } from '../base/ids';
import type { Problem, ProblemCode } from '../base/problem';
import type { CatalogSnapshot, Ledger, Patient, Series, Study } from '../catalog/catalog-types';
import { uidName } from '../dicom/uids';
import type { Decisions } from '../review/decisions';
import type { FindingRow } from '../review/finding-row';
import { isSeen, lookQueue, type SeenPictures } from '../review/look-queue';
import type { ReviewOptions } from '../review/review-options';
import type { Mask } from './mask';
import { describeContents, type ContentsToReport, type ReportContents } from './report-contents';
import { groupFindings, type FindingGroup } from './report-groups';
import type { FileNames } from './report-file-names';
import { TABLE_EDITIONS } from './report-versions';

export interface ArchiveToReport {
  readonly id: ArchiveId;
  readonly bytes: number;
  /** Files that its directory lists. */
  readonly entries: number;
  readonly problems: readonly Problem[];
  /** In hexadecimal; null where it is not known. */
  readonly sha256: string | null;
  /** Whether its files were held against their checksums, and how many of them were not as these say. */
  readonly checksums: ChecksumState;
}

export interface ChecksumState {
  readonly phase: 'none' | 'running' | 'stopped' | 'done';
  readonly bad: number;
}

/** What was looked at of the archives. */
export interface Coverage {
  /** All files were read that will be. */
  readonly isComplete: boolean;
  /** Files that no password opened. */
  readonly encrypted: number;
  /** The checks; `failed`: they could not be run to their end. */
  readonly checks: 'empty' | 'running' | 'ready' | 'failed';
  /** Of what lies behind the headers, which is read after the scan. */
  readonly inside: { readonly phase: ChecksumState['phase']; readonly files: number; readonly of: number };
}

/** Series whose pictures need eyes. */
export interface PicturesToLookAt {
  readonly series: number;
  /** That the reviewer has said to have seen. */
  readonly seen: number;
}

/** What the larger part of a report is made of. */
export interface ReportSource {
  /** Of the product: `0.1.0`. */
  readonly productVersion: string;
  readonly ledger: Ledger;
  readonly catalog: CatalogSnapshot;
  readonly findings: readonly FindingRow[];
  readonly decisions: Decisions;
  readonly options: ReviewOptions;
  readonly seen: SeenPictures;
  /** What is known of whether all is there that should be; null where it was not asked. */
  readonly contents: ContentsToReport | null;
  readonly mask: Mask;
  readonly names: FileNames;
}

/** The rest, which changes while something is under way. */
export interface ReportMoment {
  readonly date: Date;
  readonly archives: readonly ArchiveToReport[];
  readonly coverage: Coverage;
  readonly names: FileNames;
}

export interface ReportSeries {
  readonly uid: string;
  /** Null where absent. */
  readonly number: number | null;
  readonly modality: string;
  readonly description: string;
  readonly instances: number;
  readonly frames: number;
  readonly bytes: number;
  /** Names of the standard's, UIDs of others. */
  readonly transferSyntaxes: readonly string[];
  /** Instances that have one. */
  readonly problems: number;
  /** Its pictures need eyes; the reviewer has said to have seen them. */
  readonly toLookAt: boolean;
  readonly seen: boolean;
}

export interface ReportStudy {
  readonly uid: string;
  readonly date: string;
  readonly description: string;
  readonly accessionNumber: string;
  readonly series: readonly ReportSeries[];
}

export interface ReportPatient {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string;
  readonly studies: readonly ReportStudy[];
}

export interface ReportArchive {
  readonly name: string;
  readonly bytes: number;
  readonly entries: number;
  /** The first; null where there is none. */
  readonly problem: ProblemCode | null;
  readonly problems: readonly ProblemCode[];
  readonly sha256: string | null;
  readonly checksums: ChecksumState;
}

/** What takes a moment to make of many findings. */
export interface ReportBody {
  readonly masked: boolean;
  readonly versions: { readonly product: string; readonly tables: typeof TABLE_EDITIONS };
  readonly ledger: Ledger;
  readonly patients: readonly ReportPatient[];
  readonly options: ReviewOptions;
  readonly pictures: PicturesToLookAt;
  readonly contents: ReportContents | null;
  readonly checks: readonly FindingGroup[];
}

/** The report, but for the list of files and the places of findings; masked where that was asked for. */
export interface Report extends ReportBody {
  /** ISO 8601. */
  readonly date: string;
  readonly archives: readonly ReportArchive[];
  readonly coverage: Coverage;
}

export function buildReport(body: ReportBody, { date, archives, coverage, names }: ReportMoment): Report {
  return {
    ...body,
    date: date.toISOString(),
    archives: archives.map((archive) => describeArchive(archive, names)),
    coverage,
  };
}

export function buildReportBody(source: ReportSource): ReportBody {
  const { productVersion, ledger, catalog, findings, options, seen, contents, mask } = source;
  const looks = lookQueue(findings, catalog).map(({ series }) => series);
  const described = { ...source, toLookAt: new Set(looks) };
  return {
    masked: mask.isOn,
    versions: { product: productVersion, tables: TABLE_EDITIONS },
    ledger,
    patients: catalog.patients.map((patient) => describePatient(patient, described)),
    options: {
      ...options,
      termsToFind: options.termsToFind.map(mask.value),
      termsToAllow: options.termsToAllow.map(mask.value),
    },
    pictures: countPictures(looks, seen),
    contents: contents && describeContents(contents, source),
    checks: groupFindings(source),
  };
}

interface Described extends ReportSource {
  readonly toLookAt: ReadonlySet<Series>;
}

function countPictures(toLookAt: readonly Series[], seen: SeenPictures): PicturesToLookAt {
  return { series: toLookAt.length, seen: toLookAt.filter((series) => isSeen(series, seen)).length };
}

function describeArchive(archive: ArchiveToReport, names: FileNames): ReportArchive {
  const { id, bytes, entries, sha256, checksums } = archive;
  const problems = archive.problems.map(({ code }) => code);
  const [problem = null] = problems;
  return { name: names.ofArchive(id), bytes, entries, problem, problems, sha256, checksums };
}

function describePatient(patient: Patient, source: Described): ReportPatient {
  const { value } = source.mask;
  return {
    id: value(patient.patientId),
    name: value(patient.name),
    birthDate: value(patient.birthDate),
    studies: patient.studies.map((study) => describeStudy(study, source)),
  };
}

function describeStudy(study: Study, source: Described): ReportStudy {
  const { value } = source.mask;
  return {
    uid: value(study.studyInstanceUid),
    date: value(study.date),
    description: value(study.description),
    accessionNumber: value(study.accessionNumber),
    series: study.series.map((series) => describeSeries(series, source)),
  };
}

function describeSeries(series: Series, { mask, seen, toLookAt }: Described): ReportSeries {
  const { seriesNumber, instances, frames, bytes, problems, transferSyntaxUids } = series;
  return {
    uid: mask.value(series.seriesInstanceUid),
    number: Number.isNaN(seriesNumber) ? null : seriesNumber,
    modality: mask.modality(series.modality),
    description: mask.value(series.description),
    instances: instances.length,
    frames,
    bytes,
    transferSyntaxes: transferSyntaxUids.map((uid) => uidName(uid) || mask.value(uid)),
    problems,
    toLookAt: toLookAt.has(series),
    seen: isSeen(series, seen),
  };
}
