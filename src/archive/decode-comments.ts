import type { Comments } from './comments';
import type { EntryName } from './entry-name';
import { decodeName, detectNameEncoding, type NameEncoding } from './name-encoding';

/** Comments as they stand in a directory. */
export interface RawComments {
  readonly archive: EntryName;
  readonly entries: ReadonlyMap<number, EntryName>;
}

const utf8 = new TextDecoder();

/** Those of no known encoding are in that of the names; without such names, in the one that fits them best. */
export function decodeComments({ archive, entries }: RawComments, ofNames: NameEncoding | null): Comments {
  const legacy = [archive, ...entries.values()].flatMap((text) => ('legacy' in text ? [text.legacy] : []));
  const encoding = ofNames ?? detectNameEncoding(legacy);
  const decode = (text: EntryName): string =>
    'utf8' in text ? utf8.decode(text.utf8) : decodeName(text.legacy, encoding);
  return {
    archive: decode(archive),
    entries: new Map(Array.from(entries, ([index, text]) => [index, decode(text)])),
  };
}
