import type { CharacterSet } from './character-set';
import type { DataSet } from './data-set';
import type { DictionaryEntry } from './dictionary-entry';
import { intOf, sequenceOf, textOf } from './elements';
import { type LookupPrivate, withoutBlock } from './private-elements';

/** What a file says of its private elements: Private Data Element Characteristics (PS3.3 C.12.1). */
export function readPrivateDefinitions(dataSet: DataSet, characterSet: CharacterSet): LookupPrivate {
  const entries = new Map<string, DictionaryEntry>();
  for (const block of sequenceOf(dataSet, 'x00080300')) {
    const group = intOf(block, 'x00080301') ?? 0;
    const creator = textOf(block, 'x00080302', characterSet);
    for (const definition of sequenceOf(block, 'x00080310')) {
      const tag = group * 0x10000 + (intOf(definition, 'x00080308') ?? 0);
      entries.set(keyOf(creator, tag), readDefinition(definition, characterSet));
    }
  }
  return (creator, tag) => entries.get(keyOf(creator, tag));
}

function keyOf(creator: string, tag: number): string {
  return `${withoutBlock(tag)} ${creator}`;
}

function readDefinition(definition: DataSet, characterSet: CharacterSet): DictionaryEntry {
  return {
    vr: textOf(definition, 'x0008030a'),
    vm: '',
    keyword: '',
    name: textOf(definition, 'x0008030c', characterSet),
  };
}
