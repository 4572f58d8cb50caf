import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assert } from '../base/assert';
import { rangesOf } from '../base/byte-ranges';
import { ok } from '../base/result';
import { parsePart10 } from '../dicom/part10';
import { corpusDir } from '../fixtures/corpus';
import { decodeFrame } from './decode-frame';
import { describeImage } from './image-description';
import { readOverlayPlanes, type OverlayPlane } from './overlay-planes';
import { isBitSet } from './packed-bits';

const dir = corpusDir() ?? '';

async function planesOf(path: string): Promise<readonly OverlayPlane[]> {
  const parsed = parsePart10(new Uint8Array(readFileSync(join(dir, path))), { where: path, inflateRaw: ok });
  assert(parsed.ok, `${path} is read`);
  const { dataSet, transferSyntaxUid, byteArray } = parsed.value;
  const image = describeImage(dataSet, transferSyntaxUid, path);
  assert(image.ok, `${path} is described`);
  const content = rangesOf(byteArray);
  const decoded = await decodeFrame({ content, image: image.value, frameIndex: 0, where: path });
  assert(decoded.ok, `${path} is decoded`);
  const { frame, cells } = decoded.value;
  return readOverlayPlanes(dataSet, { frameIndex: 0, cells, rows: frame.rows, columns: frame.columns });
}

/** The pixels of a plane that are not as `isSet` says. */
function differences(plane: OverlayPlane, isSet: (x: number, y: number) => boolean): number {
  const { rows, columns, bits } = plane;
  const pixels = Array.from({ length: rows * columns }, (_, index) => index);
  return pixels.filter(
    (index) => isBitSet(bits, index) !== isSet(index % columns, Math.floor(index / columns)),
  ).length;
}

/** What the notes of the manifest say of each file. */
const PLANES: readonly [string, (planes: readonly OverlayPlane[]) => void][] = [
  [
    'overlay-lut/derived-overlay-in-unused-bits.dcm',
    ([diagonals, disc]) => {
      assert(diagonals && disc, 'two planes');
      expect([diagonals.label, disc.label]).toEqual(['DIAGONALS', 'DISC']);
      expect(differences(diagonals, (x, y) => (x + y) % 16 === 0)).toBe(0);
      expect(differences(disc, (x, y) => (x - 40) ** 2 + (y - 40) ** 2 < 20 ** 2)).toBe(0);
    },
  ],
  [
    'overlay-lut/derived-overlay-6000-origin.dcm',
    (planes) => {
      const isOutline = (x: number, y: number): boolean => x === 0 || y === 0 || x === 29 || y === 19;
      expect(planes.map((plane) => differences(plane, isOutline))).toEqual([0, 0]);
      expect(planes.map(({ type, top, left }) => [type, top, left])).toEqual([
        ['graphics', 10, 20],
        ['roi', -5, -10],
      ]);
    },
  ],
  [
    'overlay-lut/overlay.dcm',
    (planes) => expect(planes.map(({ group }) => group)).toEqual([0x6000, 0x6002, 0x6004, 0x6006]),
  ],
  [
    'modality/MG_OutOfBoundsOverlay.dcm',
    (planes) =>
      expect(planes.map(({ description, top, left }) => [description, top, left])).toEqual([
        ['First reference mark', 703, 408],
        ['First target mark', -26, -26],
      ]),
  ],
];

describe('overlay planes of the corpus', () => {
  for (const [path, check] of PLANES) {
    it.skipIf(!existsSync(join(dir, path)))(path, async () => check(await planesOf(path)));
  }
});
