import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assert } from '../base/assert';
import { corpusDir, type CorpusFile, readManifest } from '../fixtures/corpus';
import { inflateRaw } from '../fixtures/inflate-raw';
import { loadDictionary } from './dictionary';
import { readHeader } from './header';
import type { Header } from './header-row';
import { parsePart10 } from './part10';

/** The example of PS3.5 H.3.2, here in items: of a file with another character set, and of one with the same. */
const NESTED_NAME = 'ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう';
const NESTED: Readonly<Record<string, string>> = {
  'charset/chrSQEncoding.dcm': '00321064[0].00100010',
  'charset/chrSQEncoding1.dcm': '00321064[0].00100010',
};

/** What has to be said of a file; of all others, nothing. */
const FALLBACKS: Readonly<Record<string, string>> = {
  'charset/derived-declared-wrong.dcm': 'windows-1252',
  'charset/derived-undeclared-utf8.dcm': 'UTF-8',
};

/** Where pydicom's name is not what is written; the texts are known, see the corpus' README. */
const KNOWN_NAMES: Readonly<Record<string, string>> = {
  'charset/derived-undeclared-utf8.dcm': 'Müller^Jürgen',
};

const dir = corpusDir();

describe.skipIf(dir === null)('character sets of the corpus', async () => {
  const dictionary = await loadDictionary();
  const manifest = dir === null ? [] : readManifest(dir);
  const files = manifest.filter(({ readable, categories }) => readable && categories.includes('charset'));

  function headerOf(file: CorpusFile): Header {
    const bytes = new Uint8Array(readFileSync(join(dir ?? '', file.path)));
    const parsed = parsePart10(bytes, { where: file.path, inflateRaw });
    assert(parsed.ok, `${file.path} is read`);
    return readHeader(parsed.value, dictionary, file.path);
  }

  it.each(files)('$path', (file) => {
    const { rows, problems } = headerOf(file);
    const name = file.expectedPatientName ?? KNOWN_NAMES[file.path] ?? file.patientName;
    const shown = rows.find(({ path }) => path === '00100010')?.value;
    // pydicom leaves out empty groups at the end.
    if (file.expectedPatientName !== undefined) expect(shown).toBe(name);
    else if (name !== null) expect(shown?.replace(/=+$/, '')).toBe(name);

    const nested = NESTED[file.path];
    if (nested !== undefined) expect(rows.find(({ path }) => path === nested)?.value).toBe(NESTED_NAME);

    expect(rows.filter(({ value }) => value.includes('\ufffd'))).toEqual([]);
    const fallbacks = problems.flatMap((each) =>
      each.code === 'charset-fallback' ? [each.detail.used] : [],
    );
    const expected = FALLBACKS[file.path];
    expect(fallbacks).toEqual(expected === undefined ? [] : [expected]);
  });
});
