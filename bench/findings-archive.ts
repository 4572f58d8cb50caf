import { mergeElements, writePart10 } from '../src/fixtures/dicom-writer';
import { commonModules } from '../src/fixtures/modules';
import { ctSlice } from '../src/fixtures/phantoms';
import { createRandom, drawUid } from '../src/fixtures/random';
import type { ZipMember } from '../src/fixtures/zip-writer';

/** Of each file: as many names as there are, each another one, and each a finding. */
const NAMES_IN_FILE = 1000;
const SIZE = 16;

/** A series of images whose headers hold 1,000 names each in a sequence, no two the same. */
export function findingsFiles(files: number): readonly (ZipMember & { readonly content: Uint8Array })[] {
  const random = createRandom(12);
  const study = {
    uid: drawUid(random),
    id: '1',
    date: '20240110',
    time: '101500',
    description: 'Findings',
    accessionNumber: 'BF1',
  };
  const series = {
    uid: drawUid(random),
    number: 1,
    description: 'Names',
    frameOfReferenceUid: drawUid(random),
  };
  return Array.from({ length: files }, (_, index) => {
    const common = commonModules({
      patient: { id: 'BENCH-F', name: 'Benchley^Findings', birthDate: '19600101', sex: 'O' },
      study,
      series,
      instanceUid: drawUid(random),
      instanceNumber: index + 1,
    });
    const slice = ctSlice({
      size: SIZE,
      sliceIndex: index,
      slices: files,
      thicknessMm: 2,
      noiseHu: 1,
      random,
    });
    const content = writePart10([
      ...mergeElements(common, slice),
      [0x04000561, 'SQ', Array.from({ length: NAMES_IN_FILE }, (_, name) => originalName(index, name))],
    ]);
    return { name: `DICOM/PAT0001/ST01/SE01/IM${String(index + 1).padStart(4, '0')}`, content };
  });
}

/** An item of Original Attributes Sequence (PS3.3 C.12.1.1.9). */
function originalName(file: number, name: number) {
  return [
    [0x04000550, 'SQ', [[[0x00100010, 'PN', `Benchley^Number${file * NAMES_IN_FILE + name}`]]]],
  ] as const;
}
