import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { corpusDir, readManifest } from '../fixtures/corpus';
import { loadDictionary } from './dictionary';
import { findElement } from './find-element';
import { readHeader } from './header';
import type { HeaderRow } from './header-row';
import { parsePart10, type DicomFile } from './part10';
import { readValueText } from './value-text';
import { isBytesVr } from './vr';

function inflateRaw(bytes: Uint8Array): Result<Uint8Array> {
  try {
    return ok(new Uint8Array(inflateRawSync(bytes)));
  } catch {
    return err(problem('entry-data-damaged', '', { reason: '' }));
  }
}

const dir = corpusDir();

describe.skipIf(dir === null)('every row of every header of the corpus', () => {
  const files = dir === null ? [] : readManifest(dir).filter(({ readable }) => readable);

  it('leads by its path to its element, whose text is that of the row', async () => {
    const dictionary = await loadDictionary();
    const wrong: string[] = [];
    let checked = 0;
    for (const { path } of files) {
      const file = parsePart10(readFileSync(join(dir ?? '', path)), { where: path, inflateRaw });
      if (!file.ok) continue;
      const { rows } = readHeader(file.value, dictionary, path);
      checked += rows.length;
      wrong.push(...rows.filter((row) => !isFound(file.value, row)).map((row) => `${path} ${row.path}`));
    }
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(files.length);
  });
});

function isFound(
  { dataSet }: DicomFile,
  { path, kind, vr, value, valueIsCut, offsetBytes }: HeaderRow,
): boolean {
  if (findElement(dataSet, path).element.dataOffset !== offsetBytes) return false;
  // Streams are shown as a preview.
  if (kind !== 'element' || isBytesVr(vr) || vr.startsWith('O')) return true;
  const { text } = readValueText(dataSet, path, vr);
  return valueIsCut ? text.length > value.length && text.startsWith(value) : text === value;
}
