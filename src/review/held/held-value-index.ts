import { assert } from '../../base/assert';
import { archiveOfFile, type ArchiveId, type FileId } from '../../base/ids';
import type { MetPlace } from './held-columns';
import type { HeldValue } from './held-value';
import type { HeldValues, PlacedValue } from '../review-input';
import type { ValuePlace } from './value-place';

/** A place with its path, as the index knows it. */
export interface KnownPlace {
  readonly place: ValuePlace;
  /** Number of the path with item numbers. */
  readonly path: number;
  /** By text; shared by all paths of the place. */
  readonly values: Map<string, HeldValue>;
}

const PATH_KINDS: ReadonlySet<string> = new Set(['filename', 'folder', 'entry-comment']);

/** Which files hold which values: each distinct text of a place once, two numbers for each time that it is met. */
export class HeldValueIndex {
  readonly #all: HeldValue[] = [];
  readonly #places = new Map<string, Map<string, HeldValue>>();
  readonly #paths: string[] = [];
  readonly #pathNumbers = new Map<string, number>();
  /** Ids of values and numbers of paths in turn. */
  readonly #held = new Map<FileId, readonly number[]>();
  #snapshot: HeldValues | null = null;

  place({ place, path }: MetPlace): KnownPlace {
    const key = [place.path, place.kind ?? '', place.vr, place.creator].join('|');
    let values = this.#places.get(key);
    if (values === undefined) this.#places.set(key, (values = new Map<string, HeldValue>()));
    return { place, path: this.#numberOfPath(path), values };
  }

  value({ place, values }: KnownPlace, text: string): HeldValue {
    let value = values.get(text);
    if (value === undefined) {
      value = { id: this.#all.length, place, text };
      this.#all.push(value);
      values.set(text, value);
    }
    return value;
  }

  /** Adds to what the file holds: ids of values and numbers of paths in turn. */
  add(file: FileId, pairs: readonly number[]): void {
    this.#held.set(file, [...(this.#held.get(file) ?? []), ...pairs]);
    this.#snapshot = null;
  }

  /** Forgets what the paths of an archive's entries say, and their comments. */
  removePaths(archive: ArchiveId): void {
    for (const [file, pairs] of this.#held) {
      if (archiveOfFile(file) !== archive) continue;
      const isOfPath = (at: number): boolean =>
        PATH_KINDS.has(this.#all[pairs[at - (at % 2)] ?? -1]?.place.kind ?? '');
      this.#held.set(
        file,
        pairs.filter((_, at) => !isOfPath(at)),
      );
    }
    this.#snapshot = null;
  }

  removeArchive(archive: ArchiveId): void {
    for (const file of this.#held.keys()) if (archiveOfFile(file) === archive) this.#held.delete(file);
    this.#snapshot = null;
  }

  /** What is held now. */
  snapshot(): HeldValues {
    this.#snapshot ??= this.#makeSnapshot();
    return this.#snapshot;
  }

  #makeSnapshot(): HeldValues {
    const holders = this.#holders();
    return {
      all: this.#all.filter(({ id }) => holders.ends[id] !== (holders.ends[id - 1] ?? 0)),
      filesOf: ({ id }) => holders.files.slice(holders.ends[id - 1] ?? 0, holders.ends[id]),
      ofFile: (file) => this.#placedValues(file),
      textAt: (file, path) => this.#textAt(file, path),
      pathsOf: (value, file) => this.#pathsOf(value, file),
    };
  }

  /** The files of all values, one value after the other. */
  #holders(): { readonly files: readonly FileId[]; readonly ends: Uint32Array } {
    const ends = new Uint32Array(this.#all.length);
    this.#forEachHolder((id) => {
      ends[id] = (ends[id] ?? 0) + 1;
    });
    for (let id = 1; id < ends.length; id++) ends[id] = (ends[id] ?? 0) + (ends[id - 1] ?? 0);
    const files = new Array<FileId>(ends.at(-1) ?? 0);
    const next = Uint32Array.from(ends, (_, id) => ends[id - 1] ?? 0);
    this.#forEachHolder((id, file) => {
      const at = next[id] ?? 0;
      files[at] = file;
      next[id] = at + 1;
    });
    return { files, ends };
  }

  /** Each file once for each of its values. */
  #forEachHolder(visit: (id: number, file: FileId) => void): void {
    const lastFile = new Float64Array(this.#all.length).fill(-1);
    for (const [file, pairs] of this.#held) {
      for (let at = 0; at < pairs.length; at += 2) {
        const id = pairs[at] ?? 0;
        if (lastFile[id] === file) continue;
        lastFile[id] = file;
        visit(id, file);
      }
    }
  }

  #placedValues(file: FileId): readonly PlacedValue[] {
    const pairs = this.#held.get(file) ?? [];
    return Array.from({ length: pairs.length / 2 }, (_, index) => {
      const value = this.#all[pairs[2 * index] ?? -1];
      const path = this.#paths[pairs[2 * index + 1] ?? -1];
      assert(value !== undefined && path !== undefined, 'the numbers of a pair are of the index');
      return { value, path };
    });
  }

  #pathsOf({ id }: HeldValue, file: FileId): readonly string[] {
    const pairs = this.#held.get(file) ?? [];
    const paths = new Set<string>();
    for (let at = 0; at < pairs.length; at += 2) {
      if (pairs[at] === id) paths.add(this.#paths[pairs[at + 1] ?? -1] ?? '');
    }
    return [...paths];
  }

  #textAt(file: FileId, path: string): string {
    const pairs = this.#held.get(file) ?? [];
    const wanted = this.#pathNumbers.get(path);
    for (let at = 1; at < pairs.length; at += 2) {
      if (pairs[at] === wanted) return this.#all[pairs[at - 1] ?? -1]?.text ?? '';
    }
    return '';
  }

  #numberOfPath(path: string): number {
    let number = this.#pathNumbers.get(path);
    if (number === undefined) {
      number = this.#paths.length;
      this.#paths.push(path);
      this.#pathNumbers.set(path, number);
    }
    return number;
  }
}
