import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assert } from '../base/assert';
import { rangesOf } from '../base/byte-ranges';
import type { Result } from '../base/result';
import { parsePart10 } from '../dicom/part10';
import { corpusDir, readManifest } from '../fixtures/corpus';
import { oracleKind, type PixelOracleFile } from '../fixtures/pixel-oracle';
import { findCodec } from './codecs/registry';
import type { RawFrame } from './codecs/codec';
import { readFrameBytes } from './frame-bytes';
import { describeImage } from './image-description';

const dir = corpusDir();
const MAX_MS = 5_000;

/** The smallest file of each compressed transfer syntax that has a codec. */
function pickFiles(folder: string): readonly PixelOracleFile[] {
  const smallest = new Map<string, PixelOracleFile>();
  const files = readManifest(folder).toSorted((a, b) => a.bytes - b.bytes);
  for (const file of files as unknown as readonly PixelOracleFile[]) {
    const uid = file.transferSyntaxUID ?? '';
    const isCompressed = /^1\.2\.840\.10008\.1\.2\.(4\.|5$|8\.)/.test(uid);
    if (isCompressed && oracleKind(file) !== 'none' && !smallest.has(uid)) smallest.set(uid, file);
  }
  return [...smallest.values()];
}

describe.skipIf(dir === null)('damaged streams of the corpus', () => {
  const folder = dir ?? '';
  const files = dir === null ? [] : pickFiles(dir);

  it.each(files.map(({ path }) => path))('%s: cut, which is said', { timeout: 60_000 }, async (path) => {
    for (const part of [0.03, 0.25, 0.5, 0.9]) {
      const { result, ms } = await decodeDamaged(path, (stream) => stream.slice(0, stream.length * part));
      expect(ms).toBeLessThan(MAX_MS);
      expect(result.ok ? result.value.problems.length : 1).toBeGreaterThan(0);
    }
  });

  it.each(files.map(({ path }) => path))(
    '%s: overwritten, which ends soon',
    { timeout: 60_000 },
    async (path) => {
      for (const seed of [1, 2, 3]) {
        const outcome = await decodeDamaged(path, (stream) => overwrite(stream, seed));
        expect(outcome.ms).toBeLessThan(MAX_MS);
      }
      const intact = await decodeDamaged(path, (stream) => stream);
      expect(intact.result).toMatchObject({ ok: true, value: { problems: [] } });
    },
  );

  /** Never throws, whatever the damage: that is what is tested. */
  async function decodeDamaged(path: string, damage: (stream: Uint8Array) => Uint8Array) {
    const start = performance.now();
    const parsed = parsePart10(new Uint8Array(readFileSync(join(folder, path))), {
      where: path,
      inflateRaw: refuse,
    });
    assert(parsed.ok, `${path} is read`);
    const { dataSet, transferSyntaxUid, byteArray } = parsed.value;
    const image = describeImage(dataSet, transferSyntaxUid, path);
    assert(image.ok, `${path} is described`);
    const frame = await readFrameBytes({
      content: rangesOf(byteArray),
      image: image.value,
      frameIndex: 0,
      where: path,
    });
    assert(frame.ok, `${path} has a first frame`);
    const codec = findCodec(transferSyntaxUid);
    assert(codec, `${path} has a codec`);
    const input = { bytes: damage(frame.value.bytes), image: image.value, where: path };
    const result: Result<RawFrame> = await codec.decode(input);
    return { result, ms: performance.now() - start };
  }
});

function refuse(): never {
  throw new Error('not a deflated data set');
}

/** Twenty bytes after the headers, at places and with values of a small generator. */
function overwrite(stream: Uint8Array, seed: number): Uint8Array {
  const damaged = stream.slice();
  let state = seed;
  for (let count = 0; count < 20; count++) {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    damaged[Math.floor(stream.length / 4 + (state % (stream.length * 0.75)))] = state & 0xff;
  }
  return damaged;
}
