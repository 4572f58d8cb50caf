import { assert } from '../base/assert';
import type { ArchiveId, FileId } from '../base/ids';
import { archiveOfFile, entryOfFile, toFileId } from '../base/ids';
import type { Problem, ProblemCode } from '../base/problem';
import type { InstanceSummary } from '../dicom/summary';
import { joinKeys, patientKey, seriesKey, studyKey } from './catalog-keys';
import type { CatalogSnapshot, FileKind, Ledger, LedgerState } from './catalog-types';
import {
  addProblemsAt,
  computeLedger,
  createFileColumns,
  forgetOutcome,
  kindAt,
  pathAt,
  problemsAt,
  recordOutcome,
  stateAt,
  stateCodes,
  type ArchiveListing,
  type FileColumns,
  type ScanRow,
} from './file-columns';
import { buildSnapshot, type PatientDraft, type StudyDraft } from './patient-draft';
import {
  addLead,
  addMember,
  createMember,
  createSeriesDraft,
  type Member,
  type SeriesDraft,
} from './series-draft';

const EMPTY: CatalogSnapshot = { patients: [], counts: { patients: 0, studies: 0, series: 0, instances: 0 } };

/**
 * The catalog of a session: what became of every entry of every open archive, and the patients, studies, series
 * and instances that the readable DICOM files among them make up. It is the same whatever the order in which
 * outcomes arrive. A DICOMDIR describes other files and is no instance.
 */
export class CatalogBuilder {
  readonly #archives = new Map<ArchiveId, FileColumns>();
  readonly #patients = new Map<string, PatientDraft>();
  #snapshot: CatalogSnapshot | null = EMPTY;

  addArchive(archive: ArchiveId, listing: ArchiveListing): void {
    assert(!this.#archives.has(archive), `archive ${archive} is open already`);
    this.#archives.set(archive, createFileColumns(listing));
  }

  /** Rows of an archive that has been removed, and second rows of an entry, are ignored: they come late. */
  add(archive: ArchiveId, rows: readonly ScanRow[]): void {
    const columns = this.#archives.get(archive);
    if (columns === undefined) return;
    for (const row of rows) {
      if (!recordOutcome(columns, row)) continue;
      const isInstance = row.kind === 'dicom' && (row.state === 'shown' || row.state === 'headerOnly');
      if (isInstance && row.summary !== null) this.#addInstance(columns, archive, row, row.summary);
    }
  }

  /** Adds what was found of a file after its outcome, in place of what it has of the `replaced` codes. */
  addProblems(file: FileId, problems: readonly Problem[], replaced: readonly ProblemCode[] = []): void {
    const columns = this.#archives.get(archiveOfFile(file));
    if (columns !== undefined) addProblemsAt(columns, entryOfFile(file), problems, replaced);
  }

  /** Forgets the outcome of entries that were encrypted, so that they can be read once more. */
  reopen(archive: ArchiveId, entryIndices: Iterable<number>): void {
    const columns = this.#archives.get(archive);
    if (columns === undefined) return;
    columns.skipped = null;
    for (const index of entryIndices) forgetOutcome(columns, index);
  }

  /** Takes the names of an archive's entries from another listing of them. */
  rename(archive: ArchiveId, listing: ArchiveListing): void {
    const columns = this.#archives.get(archive);
    if (columns !== undefined) columns.listing = listing;
  }

  /** Ends the scan of an archive: entries without an outcome are skipped from now on, because of `reason`. */
  skipPending(archive: ArchiveId, reason: Problem | null): void {
    const columns = this.#archives.get(archive);
    if (columns !== undefined) columns.skipped = reason === null ? [] : [reason];
  }

  /** Forgets all of an archive; what were duplicates of its instances elsewhere takes their place. */
  removeArchive(archive: ArchiveId): void {
    this.#archives.delete(archive);
    for (const patient of this.#patients.values()) {
      for (const study of patient.studies.values()) {
        for (const [key, series] of study.series) {
          if (!series.leads.delete(archive)) continue;
          this.#markChanged(patient, study);
          this.#readMembers(series);
          if (series.members.length === 0) study.series.delete(key);
        }
      }
      deleteWhere(patient.studies, ({ series }) => series.size === 0);
    }
    deleteWhere(this.#patients, ({ studies }) => studies.size === 0);
  }

  /** What the catalog holds now. The parts that did not change are the objects of the last snapshot. */
  snapshot(): CatalogSnapshot {
    this.#snapshot ??= buildSnapshot(this.#patients.values(), (file) => this.#pathOf(file));
    return this.#snapshot;
  }

  /** Of one archive, or of all; takes a millisecond for some 100,000 entries. */
  ledger(archive?: ArchiveId): Ledger {
    if (archive === undefined) return computeLedger(this.#archives.values());
    const columns = this.#archives.get(archive);
    return computeLedger(columns === undefined ? [] : [columns]);
  }

  /** Files that have a problem of their own; those that a cancelled scan never came to are not counted. */
  problemCount(): number {
    return [...this.#archives.values()].reduce((total, { problems }) => total + problems.size, 0);
  }

  stateOf(file: FileId): LedgerState | 'pending' {
    const columns = this.#archives.get(archiveOfFile(file));
    return columns === undefined ? 'pending' : stateAt(columns, entryOfFile(file));
  }

  /** Of every entry of an archive, directories included, as places in `FILE_STATES`; empty where it is not open. */
  stateCodesOf(archive: ArchiveId): Uint8Array {
    const columns = this.#archives.get(archive);
    return columns === undefined ? new Uint8Array() : stateCodes(columns);
  }

  /** null while it is not known. */
  kindOf(file: FileId): FileKind | null {
    const columns = this.#archives.get(archiveOfFile(file));
    return columns === undefined ? null : kindAt(columns, entryOfFile(file));
  }

  problemsOf(file: FileId): readonly Problem[] {
    const columns = this.#archives.get(archiveOfFile(file));
    return columns === undefined ? [] : problemsAt(columns, entryOfFile(file));
  }

  /** The SOP Instance UIDs of an archive's entries, of duplicates too; '' where there is none. */
  sopInstanceUids(archive: ArchiveId): readonly string[] {
    const uids = new Array<string>(this.#archives.get(archive)?.listing.count ?? 0).fill('');
    for (const { studies } of this.#patients.values()) {
      for (const { series } of studies.values()) {
        for (const { file, instance } of [...series.values()].flatMap(({ members }) => members)) {
          if (archiveOfFile(file) === archive) uids[entryOfFile(file)] = instance.sopInstanceUid;
        }
      }
    }
    return uids;
  }

  #addInstance(columns: FileColumns, archive: ArchiveId, row: ScanRow, summary: InstanceSummary): void {
    const file = toFileId(archive, row.entryIndex);
    const series = this.#seriesFor(summary);
    const bytes = columns.listing.bytes[row.entryIndex] ?? 0;
    addLead(series, { file, summary });
    this.#addMember(series, createMember(file, summary, { bytes, problems: row.problems.length }));
  }

  #addMember(series: SeriesDraft, member: Member): void {
    const duplicate = addMember(series, member);
    if (duplicate !== null) this.#setDuplicate(duplicate.file, true);
  }

  /** Starts a series over with those of its files whose archive is still open. */
  #readMembers(series: SeriesDraft): void {
    const members = series.members.filter(({ file }) => this.#archives.has(archiveOfFile(file)));
    series.members = [];
    series.firsts.clear();
    for (const member of members) {
      member.isDuplicate = false;
      this.#setDuplicate(member.file, false);
      this.#addMember(series, member);
    }
  }

  #setDuplicate(file: FileId, isDuplicate: boolean): void {
    const columns = this.#archives.get(archiveOfFile(file));
    if (columns !== undefined) columns.isDuplicate[entryOfFile(file)] = isDuplicate ? 1 : 0;
  }

  #seriesFor(summary: InstanceSummary): SeriesDraft {
    const patient = getOrCreate(this.#patients, patientKey(summary), (key): PatientDraft => {
      return { key, studies: new Map(), built: null };
    });
    const study = getOrCreate(patient.studies, studyKey(summary), (key): StudyDraft => {
      return { key: joinKeys(patient.key, key), series: new Map(), built: null };
    });
    this.#markChanged(patient, study);
    return getOrCreate(study.series, seriesKey(summary), (key) =>
      createSeriesDraft(joinKeys(study.key, key)),
    );
  }

  #markChanged(patient: PatientDraft, study: StudyDraft): void {
    study.built = null;
    patient.built = null;
    this.#snapshot = null;
  }

  #pathOf(file: FileId): string {
    const columns = this.#archives.get(archiveOfFile(file));
    return columns === undefined ? '' : pathAt(columns, entryOfFile(file));
  }
}

function getOrCreate<Value>(map: Map<string, Value>, key: string, create: (key: string) => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = create(key)));
  return value;
}

function deleteWhere<Value>(map: Map<string, Value>, isUnwanted: (value: Value) => boolean): void {
  for (const [key, value] of map) if (isUnwanted(value)) map.delete(key);
}
