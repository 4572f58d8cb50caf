import type { DataSet } from './data-set';
import type { CharacterSet } from './character-set';
import type { Dictionary } from './dictionary';
import type { DictionaryEntry } from './dictionary-entry';
import { textOf } from './elements';
import type { LookupPrivate } from './private-elements';
import { isPrivateCreator, isPrivateTag, tagKey } from './tag';

/** What is known of an element from its tag and its private creator; '' where nobody says. */
export interface ElementDescription extends Pick<DictionaryEntry, 'vr' | 'keyword' | 'name'> {
  /** Of a private element whose block has one. */
  readonly creator?: string;
}

const PRIVATE_CREATOR: ElementDescription = { vr: 'LO', keyword: '', name: 'Private Creator' };
const UNKNOWN: ElementDescription = { vr: '', keyword: '', name: '' };

/** What a description is made from. */
export interface DescriptionSources {
  readonly dictionary: Dictionary;
  /** What the file says of its own private elements. */
  readonly lookupInFile: LookupPrivate;
  /** That the element is in, and how its text is read. */
  readonly dataSet: DataSet;
  readonly characterSet: CharacterSet;
}

export function describeElement(sources: DescriptionSources, tag: number): ElementDescription {
  const entry = sources.dictionary.lookup(tag);
  if (entry !== undefined) return entry;
  if (isPrivateCreator(tag)) return PRIVATE_CREATOR;
  return isPrivateTag(tag) ? describePrivate(sources, tag) : UNKNOWN;
}

function describePrivate(sources: DescriptionSources, tag: number): ElementDescription {
  const { dictionary, lookupInFile, dataSet, characterSet } = sources;
  // (gggg,bbee) is in the block that (gggg,00bb) reserves (PS3.5 7.8.1).
  const block = tagKey(tag - (tag & 0xffff) + ((tag & 0xffff) >>> 8));
  const creator = textOf(dataSet, block, characterSet);
  if (creator === '') return UNKNOWN;
  const entry = lookupInFile(creator, tag) ?? dictionary.lookupPrivate(creator, tag);
  const name = `${entry?.name ?? ''} [${creator}]`.trimStart();
  return { vr: entry?.vr ?? '', keyword: '', name, creator };
}
