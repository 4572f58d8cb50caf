import { groupBy } from '../base/group-by';
import { CHECK_IDS, type CheckId } from '../review/check-ids';
import { decisionOf, type Decision, type Decisions } from '../review/decisions';
import { SEVERITIES, type Severity } from '../review/finding';
import type { FindingCounts, FindingRow } from '../review/finding-row';
import type { PlaceKind } from '../review/held/value-place';
import type { Mask } from './mask';
import type { FileNames } from './report-file-names';

/** A finding as a page has it. */
export interface FindingLine {
  readonly severity: Severity;
  readonly identifying: boolean;
  /** Without item numbers; '' where it is about whole files, or `kind` says where. */
  readonly path: string;
  readonly kind: PlaceKind | null;
  /** Of a private attribute; '' where values are masked. */
  readonly creator: string;
  readonly value: string;
  /** '' where values are masked: a sentence may quote any. */
  readonly message: string;
  readonly counts: FindingCounts;
  /** Of its files the first; '' for the archive itself. */
  readonly example: string;
  /** What was said of it, else of all that its check finds. */
  readonly decision: Decision | null;
  readonly isDecidedByCheck: boolean;
}

/** An attribute, or a kind of place, of which there are notes. */
export interface NotedPlace {
  readonly path: string;
  readonly kind: PlaceKind | null;
  readonly creator: string;
  readonly findings: number;
}

/** What one check has found. */
export interface FindingGroup {
  readonly check: CheckId;
  readonly findings: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly accepted: number;
  readonly flagged: number;
  /** Of the check as a whole. */
  readonly decision: Decision | null;
  /** The first of them: flagged ones, undecided ones, accepted ones, each by severity. */
  readonly lines: readonly FindingLine[];
  /** Where many are notes that nobody has decided on: these by their places, in place of a line for each. */
  readonly notes: readonly NotedPlace[];
}

interface FindingsToGroup {
  readonly findings: readonly FindingRow[];
  readonly decisions: Decisions;
  readonly mask: Mask;
  readonly names: FileNames;
}

/** More are too many to read on a page; the files that can be saved have all. */
export const MOST_LINES = 100;
/** So many notes are still read one by one. */
const FEW_NOTES = 10;

/** All checks in their order, with what they have found. */
export function groupFindings(source: FindingsToGroup): readonly FindingGroup[] {
  const byCheck = groupBy(source.findings, ({ check }) => check);
  return CHECK_IDS.map((check) => groupOf(check, byCheck.get(check) ?? [], source));
}

function groupOf(check: CheckId, rows: readonly FindingRow[], source: FindingsToGroup): FindingGroup {
  const { decisions } = source;
  const decided = rows.map((row) => ({ row, decision: decisionOf(decisions, row) }));
  const countOf = (verdict: Decision['verdict']): number =>
    decided.filter(({ decision }) => decision?.verdict === verdict).length;
  const severityCount = (severity: Severity): number =>
    rows.filter((row) => row.severity === severity).length;
  const notes = decided.filter(isMereNote);
  const isSummarised = notes.length > FEW_NOTES;
  const listed = isSummarised ? decided.filter((finding) => !isMereNote(finding)) : decided;
  const first = listed.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, MOST_LINES);
  return {
    check,
    findings: rows.length,
    bySeverity: { stop: severityCount('stop'), check: severityCount('check'), note: severityCount('note') },
    accepted: countOf('accepted'),
    flagged: countOf('flagged'),
    decision: maskNote(decisions.checks.get(check) ?? null, source.mask),
    lines: first.map((finding) => lineOf(finding, source)),
    notes: isSummarised ? notedPlaces(notes, source.mask) : [],
  };
}

interface DecidedRow {
  readonly row: FindingRow;
  readonly decision: Decision | null;
}

/** It stands in a place that says what it is about, and asks for nothing. */
function isMereNote({ row, decision }: DecidedRow): boolean {
  return row.severity === 'note' && decision === null && (row.path !== '' || row.kind !== null);
}

/** Those with most findings first. */
function notedPlaces(notes: readonly DecidedRow[], mask: Mask): readonly NotedPlace[] {
  const byPlace = groupBy(notes, ({ row }) => `${row.path}\n${row.kind ?? ''}\n${row.creator}`);
  const places = [...byPlace.values()].flatMap((ofPlace): readonly NotedPlace[] => {
    const [first] = ofPlace;
    if (first === undefined) return [];
    const { path, kind, creator } = first.row;
    return [{ path, kind, creator: mask.isOn ? '' : creator, findings: ofPlace.length }];
  });
  return places.toSorted((a, b) => b.findings - a.findings);
}

/** What needs somebody's eyes comes first. */
function rankOf({ row, decision }: DecidedRow): number {
  const ofDecision = decision === null ? 1 : decision.verdict === 'flagged' ? 0 : 2;
  return ofDecision * SEVERITIES.length + SEVERITIES.indexOf(row.severity);
}

function lineOf({ row, decision }: DecidedRow, { decisions, mask, names }: FindingsToGroup): FindingLine {
  const { key, severity, identifying, path, kind, creator, value, message, counts, example } = row;
  return {
    severity,
    identifying,
    path,
    kind,
    creator: mask.isOn ? '' : creator,
    value: mask.value(value),
    message: mask.isOn ? '' : message,
    counts,
    example: names.of(example.file),
    decision: maskNote(decision, mask),
    isDecidedByCheck: decision !== null && !decisions.findings.has(key),
  };
}

function maskNote(decision: Decision | null, mask: Mask): Decision | null {
  return decision === null ? null : { ...decision, note: mask.prose(decision.note) };
}
