import type { DictionaryEntry } from './dictionary-entry';
import type * as Tables from './tables/private-elements';

/** Of a private creator and a tag in a block that it reserved, whichever that is. */
export type LookupPrivate = (creator: string, tag: number) => DictionaryEntry | undefined;

/** The private attributes that PS3.15 table E.3.10-1 names: they are known by creator, group and last two digits. */
export function unpackPrivateElements(tables: typeof Tables): LookupPrivate {
  const entries = new Map<string, Map<number, DictionaryEntry>>();
  const vrs = tables.VRS.split(' ');
  const vms = tables.VMS.split(' ');
  const names = tables.NAMES.split('\n');
  let row = 0;
  for (const line of tables.TAGS.split('\n')) {
    const [creator = '', ...groups] = line.split('|');
    const entriesOfCreator = new Map<number, DictionaryEntry>();
    entries.set(creator, entriesOfCreator);
    for (const tag of groups.flatMap(unpackGroup)) {
      const name = names[row] ?? '';
      entriesOfCreator.set(tag, { vr: vrs[row] ?? '', vm: vms[row] ?? '', keyword: '', name });
      row += 1;
    }
  }
  return (creator, tag) => entries.get(creator)?.get(withoutBlock(tag));
}

/** `00E1:21 50` makes 0x00E10021 and 0x00E10050. */
function unpackGroup(packed: string): readonly number[] {
  const [group = '', elements = ''] = packed.split(':');
  return elements.split(' ').map((element) => parseInt(group + element.padStart(4, '0'), 16));
}

/** (gggg,bbee) is known as (gggg,00ee) (PS3.5 7.8.1). */
export function withoutBlock(tag: number): number {
  return (tag & 0xffff00ff) >>> 0;
}
