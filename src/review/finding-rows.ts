import type { ArchiveId, FileId } from '../base/ids';
import type { CatalogSnapshot } from '../catalog/catalog-types';
import type { Finding } from './finding';
import type { FindingCounts, FindingRow } from './finding-row';
import type { ReviewInput } from './review-input';
import type { PlaceKind } from './held/value-place';

/** One place of a finding. */
export interface PlaceOfFinding {
  /** Null: the archive itself. */
  readonly file: FileId | null;
  /** Of no file: the archive that is meant; null: all that are open. */
  readonly archive: ArchiveId | null;
  /** With item numbers; '' where it is about the file as a whole, or `kind` says where. */
  readonly path: string;
  readonly kind: PlaceKind | null;
}

/** A finding, by its number, and the path of the element that it is about. */
export interface ElementFinding {
  readonly number: number;
  /** With item numbers. */
  readonly path: string;
}

/** Longer values are cut around what was found in them. */
const MOST_CHARACTERS = 400;
const BEFORE_MARK = 80;

/** Findings with their places counted, in the same order. */
export function findingRows(findings: readonly Finding[], input: ReviewInput): readonly FindingRow[] {
  const owners = ownersOf(input.catalog);
  const keys = new Map<string, number>();
  return findings.map((finding, number) => {
    const { place, ...said } = finding;
    const files = filesOf(finding, input);
    const path = 'held' in place ? place.held.place.path : (place.path ?? '');
    const kind = ('held' in place ? place.held.place.kind : place.kind) ?? null;
    const { counts, seriesKey } = countOwners(files, owners);
    return {
      ...said,
      ...cutValue(said.value, said.marks),
      key: uniqueKey(keys, [
        said.check,
        path,
        kind ?? '',
        said.value,
        said.value === '' ? said.message : '',
        'held' in place ? place.held.place.creator : (seriesKey ?? ''),
      ]),
      number,
      path,
      kind,
      creator: 'held' in place ? place.held.place.creator : '',
      counts,
      seriesKey,
      example: exampleOf(finding, files, input),
    };
  });
}

/** Where a finding is, each place once. */
export function placesOfFinding(finding: Finding, input: ReviewInput): readonly PlaceOfFinding[] {
  const { place } = finding;
  if (!('held' in place)) {
    const at = { path: place.path ?? '', kind: place.kind ?? null, archive: place.archive ?? null };
    return place.files.length === 0 ? [{ file: null, ...at }] : place.files.map((file) => ({ file, ...at }));
  }
  const { held } = place;
  return input.values
    .filesOf(held)
    .flatMap((file) =>
      input.values.pathsOf(held, file).map((path) => ({ file, archive: null, path, kind: held.place.kind })),
    );
}

/** The elements of one file that findings are about, in the order of the findings. */
export function findingsOfFile(
  findings: readonly Finding[],
  file: FileId,
  { values }: ReviewInput,
): readonly ElementFinding[] {
  const paths = new Map<number, string[]>();
  for (const { value, path } of values.ofFile(file)) {
    if (path === '') continue;
    const known = paths.get(value.id);
    if (known === undefined) paths.set(value.id, [path]);
    else known.push(path);
  }
  return findings.flatMap(({ place }, number) => {
    if ('held' in place) return (paths.get(place.held.id) ?? []).map((path) => ({ number, path }));
    const { path = '', files } = place;
    return path !== '' && files.includes(file) ? [{ number, path }] : [];
  });
}

function filesOf({ place }: Finding, { values }: ReviewInput): readonly FileId[] {
  return 'held' in place ? values.filesOf(place.held) : place.files;
}

function exampleOf({ place }: Finding, [file]: readonly FileId[], input: ReviewInput): FindingRow['example'] {
  const archive = 'held' in place ? null : (place.archive ?? null);
  if (file === undefined) return { file: null, archive, path: '' };
  const path = 'held' in place ? input.values.pathsOf(place.held, file)[0] : place.path;
  return { file, archive, path: path ?? '' };
}

function uniqueKey(keys: Map<string, number>, parts: readonly string[]): string {
  const key = parts.join('\n');
  const count = keys.get(key) ?? 0;
  keys.set(key, count + 1);
  return count === 0 ? key : `${key}\n${count}`;
}

function cutValue(value: string, marks: Finding['marks']): Pick<Finding, 'value' | 'marks'> {
  if (value.length <= MOST_CHARACTERS) return { value, marks };
  const start = Math.max(0, Math.min((marks[0]?.[0] ?? 0) - BEFORE_MARK, value.length - MOST_CHARACTERS));
  const end = start + MOST_CHARACTERS;
  const before = start > 0 ? '…' : '';
  const shift = before.length - start;
  const kept = marks.filter(([from, to]) => from >= start && to <= end);
  return {
    value: before + value.slice(start, end) + (end < value.length ? '…' : ''),
    marks: kept.map(([from, to]) => [from + shift, to + shift] as const),
  };
}

/** What a file is part of, as numbers of this catalog. */
interface Owner {
  readonly patient: number;
  readonly study: number;
  readonly series: number;
  readonly seriesKey: string;
}

function ownersOf({ patients }: CatalogSnapshot): ReadonlyMap<FileId, Owner> {
  const owners = new Map<FileId, Owner>();
  let study = 0;
  let series = 0;
  patients.forEach(({ studies }, patient) => {
    for (const { series: ofStudy } of studies) {
      for (const { key, instances, duplicates } of ofStudy) {
        const owner = { patient, study, series, seriesKey: key };
        for (const { file } of instances) owners.set(file, owner);
        for (const file of duplicates) owners.set(file, owner);
        series += 1;
      }
      study += 1;
    }
  });
  return owners;
}

function countOwners(
  files: readonly FileId[],
  owners: ReadonlyMap<FileId, Owner>,
): { readonly counts: FindingCounts; readonly seriesKey: string | null } {
  const series = new Set<Owner>();
  for (const file of files) {
    const owner = owners.get(file);
    if (owner !== undefined) series.add(owner);
  }
  const [only] = series;
  const distinct = (of: (owner: Owner) => number): number => new Set([...series].map(of)).size;
  return {
    counts: {
      files: files.length,
      series: series.size,
      studies: distinct(({ study }) => study),
      patients: distinct(({ patient }) => patient),
    },
    seriesKey: series.size === 1 ? (only?.seriesKey ?? null) : null,
  };
}
