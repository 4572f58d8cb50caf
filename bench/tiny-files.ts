import { assert } from '../src/base/assert';
import { writePart10, type DataSetDescription } from '../src/fixtures/dicom-writer';
import { commonModules, type PatientFacts, type SeriesFacts, type StudyFacts } from '../src/fixtures/modules';
import { createRandom, drawUid, shuffle, type Random } from '../src/fixtures/random';
import type { ZipMember } from '../src/fixtures/zip-writer';

const PATIENTS = 5;
const STUDIES_OF_PATIENT = 2;
const SERIES_OF_STUDY = 4;

/** Rows and columns. */
const SIZE = 16;

interface TinySeries {
  readonly folder: string;
  readonly patient: PatientFacts;
  readonly study: StudyFacts;
  readonly series: SeriesFacts;
}

/** So many DICOM files of about 1.3 KB, each an image of 16x16x8 bit, in no order at all. */
export function* tinyFiles(count: number): Generator<ZipMember & { readonly content: Uint8Array }> {
  const random = createRandom(5);
  const series = describeSeries(random);
  for (const file of shuffle([...Array(count).keys()], random)) {
    const facts = series[file % series.length];
    assert(facts, 'there is a series');
    const number = Math.floor(file / series.length) + 1;
    yield {
      name: `${facts.folder}/IM${String(number).padStart(5, '0')}`,
      content: writePart10([
        ...commonModules({ ...facts, instanceUid: drawUid(random), instanceNumber: number }),
        ...tinyImage(number),
      ]),
    };
  }
}

function describeSeries(random: Random): readonly TinySeries[] {
  return [...Array(PATIENTS).keys()].flatMap((patient) =>
    [...Array(STUDIES_OF_PATIENT).keys()].flatMap((study) => {
      const studyUid = drawUid(random);
      return Array.from({ length: SERIES_OF_STUDY }, (_, series): TinySeries => ({
        folder: `DICOM/PAT000${patient + 1}/ST0${study + 1}/SE0${series + 1}`,
        patient: {
          id: `TINY-${patient + 1}`,
          name: `Benchley^Tiny ${patient + 1}`,
          birthDate: `19${60 + patient}0101`,
          sex: 'O',
        },
        study: {
          uid: studyUid,
          id: String(study + 1),
          date: `202401${patient * STUDIES_OF_PATIENT + study + 10}`,
          time: '101500',
          description: 'Snapshots',
          accessionNumber: `T${patient + 1}${study + 1}`,
        },
        series: {
          uid: drawUid(random),
          number: series + 1,
          description: `Snapshots ${series + 1}`,
          frameOfReferenceUid: drawUid(random),
        },
      }));
    }),
  );
}

/** A diagonal wave that moves on with each image. */
function tinyImage(number: number): DataSetDescription {
  const pixels = Uint8Array.from(
    { length: SIZE * SIZE },
    (_, pixel) => ((pixel % SIZE) + Math.floor(pixel / SIZE) + number) * 8,
  );
  return [
    [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.7'], // Secondary Capture Image
    [0x00080060, 'CS', 'OT'],
    [0x00080064, 'CS', 'WSD'],
    [0x00280002, 'US', 1],
    [0x00280004, 'CS', 'MONOCHROME2'],
    [0x00280010, 'US', SIZE],
    [0x00280011, 'US', SIZE],
    [0x00280100, 'US', 8],
    [0x00280101, 'US', 8],
    [0x00280102, 'US', 7],
    [0x00280103, 'US', 0],
    [0x7fe00010, 'OB', pixels],
  ];
}
