import { assert } from '../base/assert';
import type { Problem, ProblemCode } from '../base/problem';
import { FILE_KINDS, LEDGER_STATES } from './catalog-types';
import type { FileKind, Ledger, ScanOutcome } from './catalog-types';

/** What the catalog needs of an archive's directory: a part of its entry table. */
export interface ArchiveListing {
  readonly count: number;
  /** Names as UTF-8, one after the other; entry `i` is from `nameStarts[i]` to `nameStarts[i + 1]`. */
  readonly names: Uint8Array<ArrayBuffer>;
  readonly nameStarts: Uint32Array<ArrayBuffer>;
  /** Inflated. */
  readonly bytes: Float64Array<ArrayBuffer>;
  /** 1 where the entry is a directory. */
  readonly isDirectory: Uint8Array<ArrayBuffer>;
}

/** What the scan says of an entry of a known archive. */
export interface ScanRow extends Omit<ScanOutcome, 'file'> {
  readonly entryIndex: number;
}

/** The outcome of every entry of one archive in columns: three bytes each, objects only where there are problems. */
export interface FileColumns {
  listing: ArchiveListing;
  /** Places in `FILE_STATES`. */
  readonly state: Uint8Array;
  /** Places in `FILE_KINDS`. */
  readonly kind: Uint8Array;
  /** 1 where an earlier file is the same instance. */
  readonly isDuplicate: Uint8Array;
  readonly problems: Map<number, readonly Problem[]>;
  /** Set when the scan has ended: what entries without an outcome are skipped for. */
  skipped: readonly Problem[] | null;
}

/** What may be said of an entry: one of the ledger's states, or none yet. */
export const FILE_STATES = ['pending', ...LEDGER_STATES] as const;
export type FileState = (typeof FILE_STATES)[number];

const PENDING = 0;
const DUPLICATE = FILE_STATES.indexOf('duplicate');
const SKIPPED = FILE_STATES.indexOf('skipped');

const utf8 = new TextDecoder();

export function createFileColumns(listing: ArchiveListing): FileColumns {
  const column = (): Uint8Array => new Uint8Array(listing.count);
  return {
    listing,
    state: column(),
    kind: column(),
    isDuplicate: column(),
    problems: new Map(),
    skipped: null,
  };
}

/** Records an outcome; false where the entry has one already or is skipped: the first word stands. */
export function recordOutcome(columns: FileColumns, row: ScanRow): boolean {
  assert(row.entryIndex < columns.listing.count, `no entry ${row.entryIndex}`);
  if (codeAt(columns, row.entryIndex) !== PENDING) return false;
  columns.state[row.entryIndex] = FILE_STATES.indexOf(row.state);
  columns.kind[row.entryIndex] = FILE_KINDS.indexOf(row.kind);
  if (row.problems.length > 0) addProblemsAt(columns, row.entryIndex, row.problems, []);
  return true;
}

/** Only of an entry that was encrypted; what else is wrong with it stays so. */
export function forgetOutcome(columns: FileColumns, entryIndex: number): void {
  assert(FILE_STATES[codeAt(columns, entryIndex)] === 'unreadable', `entry ${entryIndex} was read`);
  columns.state[entryIndex] = PENDING;
  columns.kind[entryIndex] = 0;
  addProblemsAt(columns, entryIndex, [], ['entry-encrypted']);
}

/** Adds what was found after the outcome, in place of what has one of the `replaced` codes. */
export function addProblemsAt(
  { problems }: FileColumns,
  entryIndex: number,
  added: readonly Problem[],
  replaced: readonly ProblemCode[],
): void {
  const kept = problems.get(entryIndex)?.filter(({ code }) => !replaced.includes(code)) ?? [];
  if (kept.length + added.length > 0) problems.set(entryIndex, [...kept, ...added]);
  else problems.delete(entryIndex);
}

export function stateAt(columns: FileColumns, entryIndex: number): FileState {
  return FILE_STATES[codeAt(columns, entryIndex)] ?? 'pending';
}

/** The state of every entry, as places in `FILE_STATES`. */
export function stateCodes(columns: FileColumns): Uint8Array {
  const codes = new Uint8Array(columns.listing.count);
  for (let index = 0; index < codes.length; index++) codes[index] = codeAt(columns, index);
  return codes;
}

/** null before the entry has an outcome. */
export function kindAt(columns: FileColumns, entryIndex: number): FileKind | null {
  return columns.state[entryIndex] === PENDING ? null : (FILE_KINDS[columns.kind[entryIndex] ?? 0] ?? null);
}

export function problemsAt(columns: FileColumns, entryIndex: number): readonly Problem[] {
  const isSkipped = columns.state[entryIndex] === PENDING && columns.skipped !== null;
  return (isSkipped ? columns.skipped : columns.problems.get(entryIndex)) ?? [];
}

export function pathAt({ listing }: Pick<FileColumns, 'listing'>, entryIndex: number): string {
  return utf8.decode(
    listing.names.subarray(listing.nameStarts[entryIndex], listing.nameStarts[entryIndex + 1]),
  );
}

/** Directories are not counted. Entries without an outcome are in the total, in no state. */
export function computeLedger(archives: Iterable<FileColumns>): Ledger {
  const entries = new Array<number>(FILE_STATES.length).fill(0);
  const bytes = new Array<number>(FILE_STATES.length).fill(0);
  for (const columns of archives) {
    for (let index = 0; index < columns.listing.count; index += 1) {
      if (columns.listing.isDirectory[index] === 1) continue;
      const code = codeAt(columns, index);
      entries[code] = (entries[code] ?? 0) + 1;
      bytes[code] = (bytes[code] ?? 0) + (columns.listing.bytes[index] ?? 0);
    }
  }
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const cells = LEDGER_STATES.map((state, index) => [
    state,
    { entries: entries[index + 1] ?? 0, bytes: bytes[index + 1] ?? 0 },
  ]);
  return {
    entries: sum(entries),
    bytes: sum(bytes),
    byState: Object.fromEntries(cells) as Ledger['byState'],
  };
}

/** A place in `FILE_STATES`. */
function codeAt(columns: FileColumns, entryIndex: number): number {
  if (columns.isDuplicate[entryIndex] === 1) return DUPLICATE;
  const code = columns.state[entryIndex] ?? PENDING;
  return code === PENDING && columns.skipped !== null ? SKIPPED : code;
}
