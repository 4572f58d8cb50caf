import { drawBelow, drawFrom, mutate, recombine } from '../../src/fixtures/mutations';
import { createRandom, type Random } from '../../src/fixtures/random';
import { drawArchive } from './archive-seeds';
import { buildDicomSeeds } from './dicom-seeds';

export interface FuzzCase {
  readonly kind: 'archive' | 'dicom';
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** For what else is up to chance: which ranges are read. */
  readonly random: Random;
}

/** Case `number` of the seed: the same bytes whenever they are asked for. Every third one is a single file. */
export type MakeCase = (number: number) => FuzzCase;

export function createCases(seed: number): MakeCase {
  const files = buildDicomSeeds();
  return (number) => {
    const random = createRandom(seed * 1_000_003 + number);
    const isArchive = number % 3 !== 0;
    const draw = () => (isArchive ? drawArchive(files, random) : drawFrom(files, random));
    // Now and then an archive is right, and only what is in it is not.
    const bytes = isArchive && random() < 0.2 ? draw() : change(draw, random);
    return { kind: isArchive ? 'archive' : 'dicom', bytes, random };
  };
}

function change(draw: () => Uint8Array<ArrayBuffer>, random: Random): Uint8Array<ArrayBuffer> {
  const bytes = draw();
  const changed = drawBelow(6, random) === 0 ? recombine(bytes, draw(), random) : bytes;
  return mutate(changed, random);
}
