import type { FindingRow } from '../review/finding-row';
import type { PlaceOfFinding } from '../review/finding-rows';
import { decisionOf, type Decisions } from '../review/decisions';
import type { Mask } from './mask';
import type { FileNames } from './report-file-names';

/** By the number of the finding. */
export type PlacesByFinding = ReadonlyMap<number, readonly PlaceOfFinding[]>;

export interface FindingsToReport {
  readonly rows: readonly FindingRow[];
  /** Asked for some findings at a time, whose places fit into memory. */
  readonly listPlaces: (rows: readonly FindingRow[]) => Promise<PlacesByFinding>;
  readonly names: FileNames;
  readonly decisions: Decisions;
  readonly mask: Mask;
}

export interface ReportPlace {
  /** Where several archives are open. */
  readonly archive?: string;
  /** '' for the archive itself. */
  readonly file: string;
  readonly path?: string;
  readonly kind?: string;
}

/** A finding with some or all of its places. */
export interface FindingWithPlaces {
  readonly row: FindingRow;
  readonly places: readonly ReportPlace[];
}

/** Asked for in one go, and written in one piece. */
const PLACES_AT_ONCE = 5000;
const PLACES_IN_PIECE = 500;

/** The elements of the array of findings in a report's JSON, as pieces of text; each with all of its places. */
export async function* findingsJson(findings: FindingsToReport): AsyncGenerator<string> {
  let current: FindingRow | null = null;
  for await (const { row, places } of placesInPieces(findings)) {
    if (row === current) yield `,\n${listed(places)}`;
    else {
      const facts = JSON.stringify(describeFinding(row, findings)).slice(0, -1);
      yield `${current === null ? '' : ']},\n'}${facts},"places":[${listed(places)}`;
    }
    current = row;
  }
  if (current !== null) yield ']}\n';
}

/** Every finding in order, those of many places several times, with some places each time. */
export async function* placesInPieces(findings: FindingsToReport): AsyncGenerator<FindingWithPlaces> {
  for (const rows of slicesOf(findings.rows)) {
    const found = await findings.listPlaces(rows);
    for (const row of rows) {
      const places = found.get(row.number) ?? [];
      for (let at = 0; at === 0 || at < places.length; at += PLACES_IN_PIECE) {
        const piece = places.slice(at, at + PLACES_IN_PIECE);
        yield { row, places: piece.map((place) => describePlace(place, findings.names)) };
      }
    }
  }
}

/** What JSON has of a finding beside its places. */
function describeFinding(row: FindingRow, { decisions, mask }: FindingsToReport): object {
  const { check, severity, identifying, value, kind, message, counts } = row;
  const decision = decisionOf(decisions, row);
  return {
    check,
    severity,
    identifying,
    ...(value !== '' && { value: mask.value(value) }),
    ...(kind !== null && { kind }),
    // A sentence may quote any value; the rule of its check is in the report too.
    ...(!mask.isOn && { message }),
    counts,
    ...(decision !== null && { decision: decision.verdict }),
    ...(decision !== null && decision.note !== '' && { note: mask.prose(decision.note) }),
  };
}

function describePlace({ file, archive, path, kind }: PlaceOfFinding, names: FileNames): ReportPlace {
  return {
    ...(names.areSeveral && file !== null && { archive: names.archiveOf(file) }),
    ...(names.areSeveral && archive !== null && { archive: names.ofArchive(archive) }),
    file: names.of(file),
    ...(path !== '' && { path }),
    ...(kind !== null && { kind }),
  };
}

/** A line for each. */
function listed(places: readonly ReportPlace[]): string {
  return places.map((place) => JSON.stringify(place)).join(',\n');
}

function* slicesOf(rows: readonly FindingRow[]): Generator<readonly FindingRow[]> {
  let slice: FindingRow[] = [];
  let places = 0;
  for (const row of rows) {
    if (slice.length > 0 && places + row.counts.files > PLACES_AT_ONCE) {
      yield slice;
      [slice, places] = [[], 0];
    }
    slice.push(row);
    places += Math.max(1, row.counts.files);
  }
  if (slice.length > 0) yield slice;
}
