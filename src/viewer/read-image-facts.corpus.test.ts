import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { problem } from '../base/problem';
import { err, ok } from '../base/result';
import type { InflateRaw } from '../dicom/inflate-raw';
import { parsePart10 } from '../dicom/part10';
import { corpusDir, readManifest } from '../fixtures/corpus';
import { readImageFacts } from './read-image-facts';

const dir = corpusDir();
const files = dir === null ? [] : readManifest(dir).filter(({ readable }) => readable);

const inflateRaw: InflateRaw = (deflated) => {
  try {
    return ok(inflateRawSync(deflated));
  } catch (error) {
    return err(problem('entry-data-damaged', '', { reason: String(error) }));
  }
};

function factsOf(path: string, bytes: Uint8Array) {
  const file = parsePart10(bytes, { where: path, inflateRaw });
  return file.ok ? readImageFacts(file.value.dataSet, 0, file.value.transferSyntaxUid) : null;
}

describe.skipIf(dir === null)('image facts of the corpus', () => {
  it('have the size and modality that the manifest gives', () => {
    const wrong = files.flatMap(({ path, rows, columns, modality, categories }) => {
      if (categories.includes('malformed')) return [];
      const facts = factsOf(path, readFileSync(join(dir ?? '', path)));
      const isRight =
        facts !== null &&
        facts.rows === (rows ?? 0) &&
        facts.columns === (columns ?? 0) &&
        facts.modality === (modality ?? '');
      return isRight ? [] : [path];
    });
    expect(wrong).toEqual([]);
  });

  it('are read of damaged files without throwing', () => {
    for (const { path } of files) {
      const bytes = readFileSync(join(dir ?? '', path));
      if (bytes.length > 200_000) continue;
      for (const part of [0.3, 0.6, 0.9]) {
        expect(() => factsOf(path, bytes.subarray(0, bytes.length * part))).not.toThrow();
      }
    }
  });
});
