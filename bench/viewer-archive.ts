import { computePictures, joinEntry, type BenchOptions } from '../src/fixtures/bench-archive';
import type { DataSetDescription } from '../src/fixtures/dicom-writer';
import { commonModules } from '../src/fixtures/modules';
import { createRandom, drawUid } from '../src/fixtures/random';
import type { ZipMember } from '../src/fixtures/zip-writer';

/** Twelve seconds at 60 slices a second. */
const LONG_SERIES_SLICES = 720;
export const SHORT_SERIES = 500;
const SHORT_SERIES_SLICES = 2;
/** With one more, of a mammogram. */
export const VIEWER_ENTRIES = LONG_SERIES_SLICES + SHORT_SERIES * SHORT_SERIES_SLICES + 1;

/** A long CT-like series, and many short ones, of 512x512x16 bit, deflated. */
export function* viewerEntries(deflateRaw: BenchOptions['deflateRaw']): Generator<ZipMember> {
  const random = createRandom(17);
  const pictures = computePictures({ size: 512, dicom: LONG_SERIES_SLICES, deflateRaw }, random);
  const study = {
    uid: drawUid(random),
    id: '1',
    date: '20240110',
    time: '101500',
    description: 'CT abdomen',
    accessionNumber: 'BV1',
  };
  let made = 0;
  for (let number = 1; number <= 1 + SHORT_SERIES; number += 1) {
    const slices = number === 1 ? LONG_SERIES_SLICES : SHORT_SERIES_SLICES;
    const series = { uid: drawUid(random), frameOfReferenceUid: drawUid(random) };
    for (let slice = 0; slice < slices; slice += 1) {
      const head: DataSetDescription = [
        ...commonModules({
          patient: { id: 'BENCH-I', name: 'Benchley^Images', birthDate: '19600101', sex: 'O' },
          study,
          series: { ...series, number, description: `Axial ${String(number)}` },
          instanceUid: drawUid(random),
          instanceNumber: slice + 1,
        }),
        [0x00200032, 'DS', [-190, -190, slice * 2]],
        [0x00201041, 'DS', slice * 2],
      ];
      const picture = pictures[made++ % pictures.length];
      const folder = `DICOM/PAT0001/ST01/SE${String(number).padStart(3, '0')}`;
      if (picture !== undefined) {
        yield joinEntry(`${folder}/IM${String(slice + 1).padStart(4, '0')}`, head, picture, { deflateRaw });
      }
    }
  }
}
