import { describe, expect, it } from 'vitest';
import { toArchiveId, toFileId } from '../base/ids';
import type { InstanceSummary } from '../dicom/summary';
import { createRandom, shuffle, type Random } from '../fixtures/random';
import { axialPlane, buildSummary } from '../fixtures/summaries';
import type { SeriesPart } from './catalog-types';
import { createMember, type Member } from './series-draft';
import { seriesParts } from './series-parts';

type Given = Partial<InstanceSummary>;

const ARCHIVE = toArchiveId(0);
const pathOf = (file: number): string => `IM${String(file)}`;

/** Instances in this order in their archive. */
function membersOf(given: readonly Given[]): readonly Member[] {
  return given.map((attributes, index) =>
    createMember(toFileId(ARCHIVE, index), buildSummary({ instanceNumber: index + 1, ...attributes }), {
      bytes: 0,
      problems: 0,
    }),
  );
}

function partsOf(given: readonly Given[]): readonly SeriesPart[] {
  const members = membersOf(given);
  const whole = { instances: members.map(({ instance }) => instance), sortRule: 'path' } as const;
  return seriesParts(members, whole, pathOf);
}

/** Names, and the places of the parts' images in `given`. */
function outlineOf(given: readonly Given[]): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(
    partsOf(given).map(({ name, instances }) => [name, instances.map(({ file }) => file)]),
  );
}

const CORONAL: Given = { rowX: 1, rowY: 0, rowZ: 0, columnX: 0, columnY: 0, columnZ: -1 };
const SAGITTAL: Given = { rowX: 0, rowY: 1, rowZ: 0, columnX: 0, columnY: 0, columnZ: -1 };

/** Slices at z = 0, 5 and 10, each with all of `variants` before the next one. */
function slices(...variants: readonly Given[]): readonly Given[] {
  return [0, 5, 10].flatMap((z) => variants.map((variant) => ({ ...axialPlane(z), ...variant })));
}

describe('seriesParts', () => {
  it('leaves a stack as it is', () => {
    const parts = partsOf(slices({}));
    expect(parts).toMatchObject([{ name: '', sortRule: 'path' }]);
    expect(parts[0]?.instances).toHaveLength(3);
  });

  it.each<[string, Given, Given, readonly [string, string]]>([
    ['echo time', { echoTime: 80 }, { echoTime: 10.004 }, ['TE 10 ms', 'TE 80 ms']],
    ['echo number', { echoNumber: 2 }, { echoNumber: 1 }, ['Echo 1', 'Echo 2']],
    ['b-value', { diffusionBValue: 1000 }, { diffusionBValue: 0 }, ['b 0', 'b 1000']],
    ['time point', { temporalPosition: 2 }, { temporalPosition: 1 }, ['Time point 1', 'Time point 2']],
    ['acquisition', { acquisitionNumber: 4 }, { acquisitionNumber: 3 }, ['Acquisition 3', 'Acquisition 4']],
    [
      'image type',
      { imageType: 'ORIGINAL\\PRIMARY\\P\\ND' },
      { imageType: 'ORIGINAL\\PRIMARY\\M\\ND' },
      ['M', 'P'],
    ],
  ])('splits images at one position by %s, lowest first', (_, second, first, [firstName, secondName]) => {
    expect(outlineOf(slices(second, first))).toEqual({ [firstName]: [1, 3, 5], [secondName]: [0, 2, 4] });
    expect(partsOf(slices(second, first)).map(({ name }) => name)).toEqual([firstName, secondName]);
  });

  it('splits a gated series by the rank of the trigger time, which no two slices have alike', () => {
    const given = [0, 5, 10].flatMap((z) =>
      [70, 0, 35].map((triggerTime) => ({ ...axialPlane(z), triggerTime: triggerTime + z / 10 })),
    );
    expect(outlineOf(given)).toEqual({ 'Phase 1': [1, 4, 7], 'Phase 2': [2, 5, 8], 'Phase 3': [0, 3, 6] });
  });

  it('splits by time where nothing else says which came first', () => {
    const day = { acquisitionDate: 20000 };
    const given = slices({ ...day, acquisitionTime: 61 }, { ...day, acquisitionTime: 60 });
    expect(outlineOf(given)).toEqual({ 'Time point 1': [1, 3, 5], 'Time point 2': [0, 2, 4] });
  });

  it('splits the parts in their turn', () => {
    const given = slices(
      { echoTime: 10, temporalPosition: 1 },
      { echoTime: 10, temporalPosition: 2 },
      { echoTime: 80, temporalPosition: 1 },
      { echoTime: 80, temporalPosition: 2 },
    );
    expect(outlineOf(given)).toEqual({
      'TE 10 ms · Time point 1': [0, 4, 8],
      'TE 10 ms · Time point 2': [1, 5, 9],
      'TE 80 ms · Time point 1': [2, 6, 10],
      'TE 80 ms · Time point 2': [3, 7, 11],
    });
  });

  it('leaves together what an attribute does not tell apart everywhere, or what none does', () => {
    // An Acquisition Number of each image's own, as some scanners give.
    const own = slices({}, {}).map((slice, index) => ({ ...slice, acquisitionNumber: index }));
    expect(Object.keys(outlineOf(own))).toEqual(['']);
    expect(Object.keys(outlineOf(slices({ echoTime: 10 }, {})))).toEqual(['']);
    expect(Object.keys(outlineOf(slices({}, {})))).toEqual(['']);
  });

  it('takes images at one position for a stack over time', () => {
    const cine = [0, 35, 70].map((triggerTime) => ({ ...axialPlane(5), triggerTime }));
    expect(Object.keys(outlineOf(cine))).toEqual(['']);
  });

  it('does not mind different echo times of slices that stand alone', () => {
    const given = [0, 5, 10].map((z) => ({ ...axialPlane(z), echoTime: z }));
    expect(Object.keys(outlineOf(given))).toEqual(['']);
  });

  it('splits by orientation, and sorts each by its own normal', () => {
    const given = [
      { ...axialPlane(4) },
      { ...axialPlane(0), ...SAGITTAL, positionX: 3 },
      { ...axialPlane(1) },
      { ...axialPlane(0), ...SAGITTAL, positionX: -3 },
      { ...axialPlane(0), ...CORONAL },
    ];
    expect(outlineOf(given)).toEqual({ Axial: [2, 0], Sagittal: [1, 3], Coronal: [4] });
    const parts = partsOf(given);
    // Rows run to the back and columns to the feet: the normal is (-1, 0, 0).
    expect(parts[1]).toMatchObject({ sortRule: 'geometry', instances: [{ position: -3 }, { position: 3 }] });
  });

  it('leaves a rotation together', () => {
    const given = Array.from({ length: 12 }, (_, index) => {
      const angle = (index * Math.PI) / 12;
      return { ...axialPlane(0), ...CORONAL, rowX: Math.cos(angle), rowY: Math.sin(angle) };
    });
    expect(Object.keys(outlineOf(given))).toEqual(['']);
  });

  it('splits a stack by size, not pictures without a position', () => {
    const sizes = [
      { columns: 512, rows: 256 },
      { columns: 64, rows: 64 },
    ];
    const stack = sizes.map((size, index) => ({ ...axialPlane(index), ...size }));
    expect(outlineOf(stack)).toEqual({ '512 x 256': [0], '64 x 64': [1] });
    expect(Object.keys(outlineOf(sizes))).toEqual(['']);
  });

  it('puts localizers and images without a position last', () => {
    const given = [
      { ...axialPlane(0), ...CORONAL, imageType: 'ORIGINAL\\PRIMARY\\LOCALIZER' },
      ...slices({ imageType: 'ORIGINAL\\PRIMARY\\AXIAL' }),
      {},
    ];
    expect(outlineOf(given)).toEqual({ Axial: [1, 2, 3], 'No position': [4], Localizer: [0] });
  });

  it('makes a part of every instance of several frames', () => {
    const given = [{ numberOfFrames: 20 }, {}, { numberOfFrames: 30 }, {}];
    expect(outlineOf(given)).toEqual({ 'Single images': [1, 3], 'Instance 1': [0], 'Instance 3': [2] });
    expect(outlineOf([{ numberOfFrames: 20 }])).toEqual({ '': [0] });
  });

  it('gives each part a name of its own', () => {
    const tilted = { rowX: 1, rowY: 0, rowZ: 0, columnX: 0, columnY: 0.8, columnZ: 0.6 };
    const given = [axialPlane(0), axialPlane(1), { ...axialPlane(0), ...tilted }];
    expect(outlineOf(given)).toEqual({ Axial: [0, 1], 'Axial (2)': [2] });
  });

  it('has every instance in one part, whatever comes first, and every part a name', () => {
    const random = createRandom(20);
    for (let round = 0; round < 300; round++) {
      const given = Array.from({ length: 1 + Math.floor(random() * 24) }, () => drawInstance(random));
      const members = membersOf(given);
      const whole = { instances: members.map(({ instance }) => instance), sortRule: 'path' } as const;
      const parts = seriesParts(members, whole, pathOf);
      const files = parts.flatMap(({ instances }) => instances.map(({ file }) => file));
      expect(files.toSorted((a, b) => a - b)).toEqual(members.map(({ file }) => file));
      expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
      expect(parts.some(({ name }) => name === '')).toBe(parts.length === 1);
      expect(seriesParts(shuffle(members, random), whole, pathOf)).toEqual(parts);
    }
  });
});

function drawInstance(random: Random): Given {
  const draw = <Value>(...values: readonly Value[]): Value | undefined =>
    values[Math.floor(random() * values.length)];
  return {
    ...(random() < 0.9 ? { ...axialPlane(draw(0, 5, 10) ?? 0), ...draw({}, {}, {}, CORONAL) } : {}),
    rows: draw(64, 64, 128) ?? 0,
    echoTime: draw(10, 80, 10, NaN) ?? 0,
    temporalPosition: draw(1, 2) ?? 0,
    triggerTime: draw(0, 10, 20) ?? 0,
    numberOfFrames: draw(1, 1, 1, 1, 5) ?? 0,
    imageType: draw('', 'ORIGINAL\\PRIMARY\\LOCALIZER', 'A\\B\\M', 'A\\B\\P') ?? '',
    instanceNumber: draw(1, 2, 3, NaN) ?? 0,
  };
}
