import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpusDir } from '../fixtures/corpus';
import { readName } from './entry-name';
import { decodeName, detectNameEncoding } from './name-encoding';

interface CorpusArchive {
  readonly file: string;
  readonly contents?: readonly { readonly name: string }[];
}

const CENTRAL_HEADER = [0x50, 0x4b, 0x01, 0x02];

const dir = corpusDir();
const archives = dir ? archivesWithLegacyNames(dir) : [];

/** Those that have nothing but names without the UTF-8 flag and extra fields that are no UTF-8, and what is meant. */
function archivesWithLegacyNames(
  corpus: string,
): readonly [string, readonly Uint8Array[], readonly string[]][] {
  const path = join(corpus, 'zips', 'manifest.json');
  if (!existsSync(path)) return [];
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as readonly CorpusArchive[];
  return manifest.flatMap(({ file, contents }) => {
    const names = legacyNamesOf(readFileSync(join(corpus, 'zips', file)));
    if (names.length === 0 || names.length !== contents?.length) return [];
    return [[file, names, contents.map(({ name }) => name)]];
  });
}

/** APPNOTE 4.3.12: flags at 8, the length of the name at 28, of the extra fields at 30, the name at 46. */
function legacyNamesOf(zip: Buffer): readonly Uint8Array[] {
  const names: Uint8Array[] = [];
  const signature = Buffer.from(CENTRAL_HEADER);
  for (
    let at = zip.indexOf(signature);
    at >= 0 && at + 46 <= zip.length;
    at = zip.indexOf(signature, at + 4)
  ) {
    const isUtf8 = (zip.readUInt16LE(at + 8) & 0x800) !== 0;
    const nameBytes = zip.readUInt16LE(at + 28);
    const bytes = new Uint8Array(zip.subarray(at + 46, at + 46 + nameBytes));
    const name = readName({ bytes, isUtf8, unicodePath: null });
    if ('legacy' in name && zip.readUInt16LE(at + 30) === 0) names.push(name.legacy);
  }
  return names;
}

describe.runIf(archives.length > 0)('the archives of the corpus with names in legacy encodings', () => {
  it.each(archives)('%s: the names that are meant', (_, names, meant) => {
    const encoding = detectNameEncoding(names);
    expect(names.map((name) => decodeName(name, encoding))).toEqual(meant);
  });
});
