import type { DictionaryEntry } from './dictionary-entry';
import { deriveKeyword } from './keyword';
import { type LookupPrivate, unpackPrivateElements } from './private-elements';
import type * as Tables from './tables/data-elements';
import { isPrivateTag } from './tag';

export interface Dictionary {
  /** `lookup(0x00100010)`; undefined for private and unknown tags. */
  readonly lookup: (tag: number) => DictionaryEntry | undefined;
  /** Of all attributes but those of repeating groups. */
  readonly tags: readonly number[];
  /** `lookupPrivate('ELSCINT1', 0x00E11021)`. */
  readonly lookupPrivate: LookupPrivate;
}

let loading: Promise<Dictionary> | null = null;

/** The data dictionary, which is a chunk of its own and comes with the first header that is shown. */
export function loadDictionary(): Promise<Dictionary> {
  loading ??= Promise.all([import('./tables/data-elements'), import('./tables/private-elements')]).then(
    ([tables, privateTables]) => ({
      ...unpackAttributes(tables),
      lookupPrivate: unpackPrivateElements(privateTables),
    }),
  );
  return loading;
}

function unpackAttributes(tables: typeof Tables): Pick<Dictionary, 'lookup' | 'tags'> {
  const vrs = tables.VRS.split(' ');
  const vms = tables.VMS.split(' ');
  const names = tables.NAMES.split('\n');
  const keywords = unpackKeywords(tables.KEYWORD_EXCEPTIONS);
  const rows = unpackTags(tables.TAGS);
  const patterns = unpackPatterns(tables.PATTERNS, rows.size);

  const unpackEntry = (row: number): DictionaryEntry => {
    const name = names[row] ?? '';
    return {
      vr: vrs[row] ?? '',
      vm: (vms[row] ?? '').replaceAll('_', ' '),
      keyword: keywords.get(row) ?? deriveKeyword(name),
      name,
    };
  };
  /** A long header has the same attributes again and again. */
  const entries: DictionaryEntry[] = [];

  return {
    tags: [...rows.keys()],
    lookup: (tag) => {
      const row = rows.get(tag) ?? findPattern(patterns, tag)?.row;
      if (row !== undefined) return (entries[row] ??= unpackEntry(row));
      return (tag & 0xffff) === 0 ? GROUP_LENGTH : undefined;
    },
  };
}

/** (gggg,0000) of every group but 0002 and 0004 is retired (PS3.5 7.2) and still met. */
const GROUP_LENGTH: DictionaryEntry = {
  vr: 'UL',
  vm: '1',
  keyword: 'GenericGroupLength',
  name: 'Group Length',
};

/** From tag to row; the packed elements are hex steps, a line for each group. */
function unpackTags(packed: string): ReadonlyMap<number, number> {
  const rows = new Map<number, number>();
  for (const line of packed.split('\n')) {
    let tag = parseInt(line.slice(0, 4), 16) * 0x10000;
    for (const step of line.slice(5).split(' ')) {
      tag += parseInt(step, 16);
      rows.set(tag, rows.size);
    }
  }
  return rows;
}

interface TagPattern {
  readonly row: number;
  /** Ones where the tag has to be `fixed`. */
  readonly mask: number;
  readonly fixed: number;
}

/** `60xx3000`: any digit in place of an x (PS3.5 7.6, repeating groups). */
function unpackPatterns(packed: string, firstRow: number): readonly TagPattern[] {
  return packed.split(' ').map((pattern, index) => ({
    row: firstRow + index,
    mask: parseInt(pattern.replace(/[^x]/g, 'F').replaceAll('x', '0'), 16),
    fixed: parseInt(pattern.replaceAll('x', '0'), 16),
  }));
}

/** The groups that repeat are even ones. */
function findPattern(patterns: readonly TagPattern[], tag: number): TagPattern | undefined {
  if (isPrivateTag(tag)) return undefined;
  return patterns.find(({ mask, fixed }) => (tag & mask) >>> 0 === fixed);
}

function unpackKeywords(packed: string): ReadonlyMap<number, string> {
  return new Map(
    packed.split('\n').map((line) => {
      const [row = '', keyword = ''] = line.split(' ');
      return [Number(row), keyword];
    }),
  );
}
