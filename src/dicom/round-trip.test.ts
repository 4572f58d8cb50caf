import { describe, expect, it } from 'vitest';
import { assert } from '../base/assert';
import {
  type DataSetDescription,
  type ElementDescription,
  EXPLICIT_BIG_ENDIAN,
  EXPLICIT_LITTLE_ENDIAN,
  IMPLICIT_LITTLE_ENDIAN,
  writePart10,
} from '../fixtures/dicom-writer';
import { inflateRaw } from '../fixtures/inflate-raw';
import { drawBelow, drawBytes, drawFrom } from '../fixtures/mutations';
import { createRandom, type Random } from '../fixtures/random';
import { loadDictionary } from './dictionary';
import { readHeader } from './header';
import type { HeaderRow } from './header-row';
import { parsePart10 } from './part10';
import { tagKey } from './tag';

const dictionary = await loadDictionary();

/** An element to write, and the text of its value in a header's row. */
interface Sample {
  readonly value: ElementDescription[2];
  readonly shown: string;
}

type Draw = (random: Random, isLittleEndian: boolean) => Sample;

function list<Value>(count: number, draw: () => Value): readonly Value[] {
  return Array.from({ length: count }, draw);
}

function numbers(draw: (random: Random) => number): Draw {
  return (random) => {
    const values = list(1 + drawBelow(4, random), () => draw(random));
    return { value: values, shown: values.join('\\') };
  };
}

/** From `low`, as many as `count`, both ends included. */
const whole = (low: number, count: number): Draw => numbers((random) => low + drawBelow(count, random));

function array(make: (values: readonly number[]) => Sample['value'], draw: (random: Random) => number): Draw {
  return (random) => {
    const values = list(1 + drawBelow(16, random), () => draw(random));
    return { value: make(values), shown: values.join('\\') };
  };
}

const LETTERS = Array.from('ABCXYZ abcxyz 0189 .,-_^()');

function text(random: Random): string {
  return list(drawBelow(30, random), () => drawFrom(LETTERS, random))
    .join('')
    .trim();
}

const oneText: Draw = (random) => {
  const value = `${text(random)}.`;
  return { value, shown: value };
};

const texts: Draw = (random) => {
  const values = list(1 + drawBelow(3, random), () => `${text(random)}.`);
  return { value: values, shown: values.join('\\') };
};

const bytes: Draw = (random) => {
  const value = drawBytes(2 * (1 + drawBelow(16, random)), random);
  return {
    value,
    shown: Buffer.from(value)
      .toString('hex')
      .toUpperCase()
      .replace(/..(?=.)/g, '$& '),
  };
};

/** Integers of 64 bits, which the builder takes as bytes. */
function longs(bits: (value: bigint) => bigint): Draw {
  return (random, isLittleEndian) => {
    const values = list(1 + drawBelow(3, random), () =>
      new DataView(drawBytes(8, random).buffer).getBigUint64(0),
    );
    const view = new DataView(new ArrayBuffer(8 * values.length));
    values.forEach((value, index) => {
      view.setBigUint64(8 * index, value, isLittleEndian);
    });
    return { value: new Uint8Array(view.buffer), shown: values.map(bits).join('\\') };
  };
}

/** Sixteenths: the same in four bytes as in eight. */
const sixteenth = (random: Random): number => (drawBelow(2 ** 16, random) - 2 ** 15) / 16;
const unsigned32 = (random: Random): number => drawBelow(2 ** 32, random);

const DRAWS: Readonly<Record<string, Draw>> = {
  ...{ AE: texts, AS: texts, CS: texts, DA: texts, DS: texts, DT: texts, IS: texts, LO: texts, PN: texts },
  ...{ SH: texts, TM: texts, UC: texts, UI: texts, LT: oneText, ST: oneText, UR: oneText, UT: oneText },
  US: whole(0, 2 ** 16),
  SS: whole(-(2 ** 15), 2 ** 16),
  UL: whole(0, 2 ** 32),
  SL: whole(-(2 ** 31), 2 ** 32),
  FL: numbers(sixteenth),
  FD: numbers((random) => random() - 0.5),
  UV: longs((value) => value),
  SV: longs((value) => BigInt.asIntN(64, value)),
  OV: longs((value) => value),
  OF: array((values) => Float32Array.from(values), sixteenth),
  OD: array((values) => Float64Array.from(values), sixteenth),
  OL: array((values) => Uint32Array.from(values), unsigned32),
  OB: bytes,
  OW: bytes,
  UN: bytes,
  AT: (random) => {
    const tag = unsigned32(random);
    const digits = tag.toString(16).toUpperCase().padStart(8, '0');
    return { value: tag, shown: `(${digits.slice(0, 4)},${digits.slice(4)})` };
  },
};

/** Every data set starts with it: an empty one is no DICOM file. */
const FIRST_TAG = 0x00080001;

/** Attributes that say how others are to be read, which nonsense would change. */
const NOT_DRAWN = new Set([FIRST_TAG, 0x00080005, 0x00080300, 0x00280103]);

/** Of each VR some attributes that have it by the dictionary, so that it is known in implicit VR too. */
const TAGS_BY_VR = new Map(
  [...Object.keys(DRAWS), 'SQ'].map((vr) => [vr, vr === 'UN' ? [0x00091001, 0x000910ff] : publicTags(vr)]),
);

function publicTags(vr: string): readonly number[] {
  const isDrawn = (tag: number): boolean =>
    tag > 0x00060000 && !NOT_DRAWN.has(tag) && dictionary.lookup(tag)?.vr === vr;
  return dictionary.tags.filter(isDrawn).slice(0, 40);
}

type Shown = Pick<HeaderRow, 'path' | 'depth' | 'kind' | 'vr' | 'value'>;

interface Drawn {
  readonly dataSet: DataSetDescription;
  /** The rows that a header has to have of it. */
  readonly rows: readonly Shown[];
}

interface DrawOptions {
  readonly random: Random;
  readonly isLittleEndian: boolean;
  readonly depth: number;
  readonly prefix: string;
}

function drawDataSet(options: DrawOptions): Drawn {
  const { random, depth } = options;
  const tags = new Map<number, string>();
  for (let count = drawBelow(12, random); count > 0; count--) {
    const vr = drawFrom(depth < 6 ? [...TAGS_BY_VR.keys(), 'SQ', 'SQ'] : Object.keys(DRAWS), random);
    tags.set(drawFrom(TAGS_BY_VR.get(vr) ?? [], random), vr);
  }
  const elements = [...tags].sort(([a], [b]) => a - b).map(([tag, vr]) => drawElement(tag, vr, options));
  return { dataSet: elements.map(({ element }) => element), rows: elements.flatMap(({ rows }) => rows) };
}

function drawElement(
  tag: number,
  vr: string,
  options: DrawOptions,
): { readonly element: ElementDescription; readonly rows: readonly Shown[] } {
  const { random, isLittleEndian, depth, prefix } = options;
  const path = prefix + tagKey(tag).slice(1).toUpperCase();
  if (vr !== 'SQ') {
    const sample = DRAWS[vr]?.(random, isLittleEndian);
    assert(sample, `${vr} can be drawn`);
    return {
      element: [tag, vr, sample.value],
      rows: [{ path, depth, kind: 'element', vr, value: sample.shown }],
    };
  }
  const items = Array.from({ length: drawBelow(4, random) }, (_, index) => {
    const itemPath = `${path}[${index}]`;
    const item = drawDataSet({ ...options, depth: depth + 2, prefix: `${itemPath}.` });
    const row: Shown = { path: itemPath, depth: depth + 1, kind: 'item', vr: '', value: '' };
    return { dataSet: item.dataSet, rows: [row, ...item.rows] };
  });
  const row: Shown = { path, depth, kind: 'sequence', vr: 'SQ', value: '' };
  return {
    element: [tag, 'SQ', items.map(({ dataSet }) => dataSet)],
    rows: [row, ...items.flatMap(({ rows }) => rows)],
  };
}

describe('a data set that is written and read', () => {
  it('has attributes of every VR to draw from', () => {
    for (const [vr, tags] of TAGS_BY_VR) expect(tags.length, vr).toBeGreaterThan(0);
  });

  describe.each([
    ['implicit', IMPLICIT_LITTLE_ENDIAN],
    ['explicit', EXPLICIT_LITTLE_ENDIAN],
    ['big endian', EXPLICIT_BIG_ENDIAN],
  ])('%s', (_, transferSyntaxUid) => {
    it.each([false, true])('is the same (undefined lengths: %s)', (hasUndefinedLengths) => {
      const isLittleEndian = transferSyntaxUid !== EXPLICIT_BIG_ENDIAN;
      for (let seed = 1; seed <= 40; seed++) {
        const random = createRandom(seed);
        const { dataSet, rows } = drawDataSet({ random, isLittleEndian, depth: 0, prefix: '' });
        const file = writePart10([[FIRST_TAG, 'UL', 7], ...dataSet], {
          transferSyntaxUid,
          hasUndefinedLengths,
        });
        const parsed = parsePart10(file, { where: 'a', inflateRaw });
        assert(parsed.ok, `seed ${seed} is read`);
        const header = readHeader(parsed.value, dictionary, 'a');
        const read = header.rows.filter(({ path }) => !/^0002|^00080001$/.test(path));
        const shown = read.map(({ path, depth, kind, vr, value }) => ({ path, depth, kind, vr, value }));
        expect(shown, `seed ${seed}`).toEqual(rows);
        expect(parsed.value.problems, `seed ${seed}`).toEqual([]);
      }
    });
  });
});
