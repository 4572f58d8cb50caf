import { describe, expect, it } from 'vitest';
import { problem } from '../base/problem';
import { err, type Result } from '../base/result';
import {
  type DataSetDescription,
  EXPLICIT_BIG_ENDIAN,
  IMPLICIT_LITTLE_ENDIAN,
  writePart10,
} from '../fixtures/dicom-writer';
import { concatenate } from '../base/concatenate';
import { drawBelow, drawBytes, drawFrom, mutate, recombine } from '../fixtures/mutations';
import { createRandom } from '../fixtures/random';
import { loadDictionary } from './dictionary';
import { readHeader } from './header';
import { parsePart10 } from './part10';
import { readSummary } from './summary-reader';
import { wholeHead } from './whole-head';

const DATA_SET: DataSetDescription = [
  [0x00080005, 'CS', 'ISO_IR 192'],
  [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.2'],
  [0x00080018, 'UI', '2.25.1'],
  [0x00081140, 'SQ', [[[0x00081155, 'UI', '2.25.7']], [[0x00400275, 'SQ', [[[0x00400007, 'LO', 'Kopf']]]]]]],
  [0x00091001, 'UN', Uint8Array.of(1, 2, 3, 4)],
  [0x00100010, 'PN', 'Müller^Jürgen'],
  [0x00200032, 'DS', ['1', '2', '3']],
  [0x00280010, 'US', 2],
  [0x00280030, 'DS', ['0.5', '0.5']],
  [0x7fe00010, 'OB', { fragments: [Uint8Array.of(1, 2, 3, 4), Uint8Array.of(5, 6)] }],
];

const VARIANTS = [
  writePart10(DATA_SET, { transferSyntaxUid: '1.2.840.10008.1.2.5', hasUndefinedLengths: true }),
  writePart10(DATA_SET, { transferSyntaxUid: '1.2.840.10008.1.2.5' }),
  writePart10(DATA_SET, { transferSyntaxUid: IMPLICIT_LITTLE_ENDIAN, hasUndefinedLengths: true }),
  writePart10(DATA_SET, { transferSyntaxUid: EXPLICIT_BIG_ENDIAN, hasPreamble: false, hasMeta: false }),
];

const inflateRaw = (): Result<Uint8Array> => err(problem('entry-data-damaged', '', { reason: '' }));

/** Marsaglia's xorshift: the same mutations on every run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

describe('readers of damaged files', async () => {
  const dictionary = await loadDictionary();

  function readAll(bytes: Uint8Array): { readonly summary: string; readonly file: boolean } {
    const summary = readSummary(wholeHead(bytes), 'x', inflateRaw);
    const file = parsePart10(bytes, { where: 'x', inflateRaw });
    if (file.ok) readHeader(file.value, dictionary, 'x');
    return { summary: summary.outcome, file: file.ok };
  }

  it('read a file that is cut anywhere as far as it goes', () => {
    for (const bytes of VARIANTS) {
      for (let end = 0; end < bytes.length; end++) readAll(bytes.subarray(0, end));
      expect(readAll(bytes)).toEqual({ summary: 'dicom', file: true });
      // Cut in its last eight bytes, the delimitation of Pixel Data, it has all that the catalog needs.
      expect(readAll(bytes.subarray(0, bytes.length - 3))).toEqual({ summary: 'dicom', file: true });
    }
  });

  it('neither throw nor hang on bytes that are changed', () => {
    const random = randomNumbers(20260214);
    for (let round = 0; round < 800; round++) {
      const bytes = VARIANTS[round % VARIANTS.length]?.slice() ?? new Uint8Array();
      const changes = 1 + random(6);
      for (let change = 0; change < changes; change++) bytes[random(bytes.length)] = random(256);
      expect(() => readAll(bytes)).not.toThrow();
    }
  });

  it('neither throw nor hang on files that are cut, joined and shuffled, or noise', () => {
    const random = createRandom(20260301);
    for (let round = 0; round < 250; round++) {
      const bytes = drawFrom(VARIANTS, random);
      expect(() => readAll(mutate(bytes, random))).not.toThrow();
      expect(() => readAll(recombine(bytes, drawFrom(VARIANTS, random), random))).not.toThrow();
      expect(() => readAll(drawBytes(drawBelow(400, random), random))).not.toThrow();
      // Noise where a data set should be.
      const start = bytes.subarray(0, 132 + drawBelow(200, random));
      expect(() => readAll(concatenate([start, drawBytes(200, random)]))).not.toThrow();
    }
  });

  it('end sequences in sequences without end', () => {
    // (0008,1140) SQ of undefined length and an item of undefined length, 20 bytes, again and again.
    const level = [
      8, 0, 0x40, 0x11, 0x53, 0x51, 0, 0, 255, 255, 255, 255, 0xfe, 0xff, 0, 0xe0, 255, 255, 255, 255,
    ];
    const nested = Array.from({ length: 20_000 }, () => level).flat();
    const meta = writePart10([[0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.2']]);
    const deep = new Uint8Array([...meta, ...nested]);
    expect(readAll(deep)).toEqual({ summary: 'dicom', file: true });
  });
});
