import { writeH264Mp4 } from '../src/dicom/objects/h264-mp4';
import { type DataSetDescription, writePart10 } from '../src/fixtures/dicom-writer';
import { h264Picture } from '../src/fixtures/h264-picture';
import { commonModules } from '../src/fixtures/modules';
import { writeTransportStream } from '../src/fixtures/transport-stream';
import type { ZipMember } from '../src/fixtures/zip-writer';
import { pdfFile } from './pdf-file';
import { CT, instanceFile, type TestSeries } from './test-archive';

const STORAGE = '1.2.840.10008.5.1.4.1.1';

const series = (ordinal: number, description: string): TestSeries => ({
  ...CT,
  uid: `2.25.23${String(ordinal).padStart(2, '0')}`,
  number: 20 + ordinal,
  description,
});

export const LETTER = series(1, 'Letter');
export const CDA = series(2, 'Summary');
export const ECG = series(3, 'ECG');
export const SPECTRUM = series(4, 'Spectrum');
export const FILM = series(5, 'Film');
export const MP4_FILM = series(6, 'Film in MP4');
export const OLD_FILM = series(7, 'Film of old');
export const MASK = series(8, 'Mask');
export const SLIDE = series(9, 'Slide');
export const DOSE = series(10, 'Dose');

export const LETTER_PAGES = 100;
/** An odd number of bytes: what is saved has no padding. */
export const CDA_TEXT = '<ClinicalDocument><script>document.title = "taken over"</script></ClinicalDocument>';
/** Macroblocks of 16 by 16 pixels; a tenth of a second each. */
export const FILM_SHAPE = { columns: 4, rows: 3, pictures: 10, width: 64, height: 48 } as const;
/** Start of a program stream. */
export const OLD_STREAM = Uint8Array.of(0, 0, 1, 0xba, 0x44, 0, 4, 0);
export const ECG_SHAPE = { samples: 5000, frequency: 500 } as const;

export function mediaMembers(): readonly ZipMember[] {
  return [
    member('letter', LETTER, documentOf('application/pdf', letter())),
    member('summary', CDA, documentOf('text/XML', new TextEncoder().encode(CDA_TEXT))),
    member('ecg', ECG, ecg()),
    member('spectrum', SPECTRUM, spectroscopy()),
    filmMember('film', FILM, filmStream()),
    filmMember('film-mp4', MP4_FILM, filmInMp4()),
    filmMember('film-old', OLD_FILM, OLD_STREAM, '1.2.840.10008.1.2.4.100'),
    member('mask', MASK, mask()),
    member('slide', SLIDE, slide()),
    member('dose', DOSE, dose()),
  ];
}

function member(name: string, of: TestSeries, content: DataSetDescription): ZipMember {
  return { name, content: instanceFile(of, { uid: `${of.uid}.1`, number: 1 }, content) };
}

function letter(): Uint8Array {
  const line = { text: 'Annex', font: 'Helvetica', y: 760 };
  return pdfFile(Array.from({ length: LETTER_PAGES }, () => [line]));
}

function documentOf(mimeType: string, document: Uint8Array): DataSetDescription {
  return [
    [0x00080016, 'UI', `${STORAGE}.104.1`],
    [0x00080060, 'CS', 'DOC'],
    [0x00420010, 'ST', 'To whom it may concern'],
    [0x00420011, 'OB', document],
    [0x00420012, 'LO', mimeType],
    [0x00420015, 'UL', document.length],
  ];
}

const code = (value: string, meaning: string): DataSetDescription => [
  [0x00080100, 'SH', value],
  [0x00080102, 'SH', 'UCUM'],
  [0x00080104, 'LO', meaning],
];

const LEADS = ['I', 'II', 'III', 'aVR', 'aVL', 'aVF', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'];

/** Twelve leads of spikes of 1 mV, once a second; beside them a group with the mean of one of them. */
function ecg(): DataSetDescription {
  const group = (label: string, samples: number): DataSetDescription => [
    [0x003a0005, 'US', LEADS.length],
    [0x003a0010, 'UL', samples],
    [0x003a001a, 'DS', ECG_SHAPE.frequency],
    [0x003a0020, 'SH', label],
    [
      0x003a0200,
      'SQ',
      LEADS.map((lead): DataSetDescription => [
        [0x003a0208, 'SQ', [code('2:1', `Lead ${lead}`)]],
        [0x003a0210, 'DS', '1'],
        [0x003a0211, 'SQ', [code('uV', 'microvolt')]],
      ]),
    ],
    [0x54001004, 'US', 16],
    [0x54001006, 'CS', 'SS'],
    [0x54001010, 'OW', Int16Array.from({ length: samples * LEADS.length }, (_, at) => spike(at))],
  ];
  const annotation: DataSetDescription = [
    [0x00700006, 'ST', 'Sinus rhythm'],
    [0x0040a0b0, 'US', [1, 0]],
  ];
  return [
    [0x00080016, 'UI', `${STORAGE}.9.1.1`],
    [0x00080060, 'CS', 'ECG'],
    [0x0040b020, 'SQ', [annotation]],
    [0x54000100, 'SQ', [group('RHYTHM', ECG_SHAPE.samples), group('MEDIAN', 600)]],
  ];
}

function spike(at: number): number {
  const beat = Math.floor(at / LEADS.length) % ECG_SHAPE.frequency;
  return beat > 200 && beat < 215 ? 1000 : 0;
}

/** One voxel with a signal that turns 16 times in 256 points. */
function spectroscopy(): DataSetDescription {
  const turning = Float32Array.from({ length: 512 }, (_, at) => {
    const angle = (2 * Math.PI * 16 * (at >> 1)) / 256;
    return at % 2 === 0 ? Math.cos(angle) : Math.sin(angle);
  });
  return [
    [0x00080016, 'UI', `${STORAGE}.4.2`],
    [0x00080060, 'CS', 'MR'],
    [0x00189052, 'FD', 2000],
    [0x00280010, 'US', 1],
    [0x00280011, 'US', 1],
    [0x00289001, 'UL', 1],
    [0x00289002, 'UL', 256],
    [0x00289003, 'CS', 'TIME'],
    [0x00289108, 'CS', 'COMPLEX'],
    [0x56000020, 'OF', turning],
  ];
}

const filmPictures = Array.from({ length: FILM_SHAPE.pictures }, (_, index) => ({
  decodedAt: 9000 * index,
  shownAt: 9000 * index,
  bytes: h264Picture({ ...FILM_SHAPE, luma: 40 + 20 * index, index }),
}));

export function filmStream(): Uint8Array {
  return writeTransportStream(filmPictures);
}

function filmInMp4(): Uint8Array {
  const { width, height } = FILM_SHAPE;
  return writeH264Mp4(filmPictures, { columns: width, rows: height }) ?? new Uint8Array();
}

function filmMember(
  name: string,
  of: TestSeries,
  stream: Uint8Array,
  transferSyntaxUid = '1.2.840.10008.1.2.4.102',
): ZipMember {
  const facts = {
    patient: of.patient,
    study: of.study,
    series: { ...of, frameOfReferenceUid: '2.25.4001' },
    instanceUid: `${of.uid}.1`,
    instanceNumber: 1,
  };
  const content: DataSetDescription = [
    ...commonModules(facts),
    [0x00080016, 'UI', `${STORAGE}.77.1.1.1`],
    [0x00080060, 'CS', 'ES'],
    [0x00181063, 'DS', '100'],
    [0x00280002, 'US', 3],
    [0x00280004, 'CS', 'YBR_PARTIAL_420'],
    [0x00280008, 'IS', FILM_SHAPE.pictures],
    [0x00280010, 'US', FILM_SHAPE.height],
    [0x00280011, 'US', FILM_SHAPE.width],
    [0x00280100, 'US', 8],
    [0x00280101, 'US', 8],
    [0x00280102, 'US', 7],
    [0x00280103, 'US', 0],
    // Two fragments: the stream is both of them.
    [0x7fe00010, 'OB', { fragments: [stream.subarray(0, 4), stream.subarray(4)] }],
  ];
  return { name, content: writePart10(content, { transferSyntaxUid }) };
}

const greyPixels = (bits: number, data: Uint8Array, frames = 1): DataSetDescription => [
  [0x00280002, 'US', 1],
  [0x00280004, 'CS', 'MONOCHROME2'],
  [0x00280008, 'IS', frames],
  [0x00280010, 'US', 8],
  [0x00280011, 'US', 8],
  [0x00280100, 'US', bits],
  [0x00280101, 'US', bits],
  [0x00280102, 'US', bits - 1],
  [0x00280103, 'US', 0],
  [0x7fe00010, 'OB', data],
];

/** A mask of ones alone: it is white. */
function mask(): DataSetDescription {
  const segment: DataSetDescription = [
    [0x00620004, 'US', 3],
    [0x00620005, 'LO', 'Liver'],
    [0x00620008, 'CS', 'AUTOMATIC'],
  ];
  return [
    [0x00080016, 'UI', `${STORAGE}.66.4`],
    [0x00080060, 'CS', 'SEG'],
    [0x00620001, 'CS', 'BINARY'],
    [0x00620002, 'SQ', [segment]],
    [0x52009230, 'SQ', [[[0x0062000a, 'SQ', [[[0x0062000b, 'US', 3]]]]]]],
    ...greyPixels(1, new Uint8Array(8).fill(0xff)),
  ];
}

function slide(): DataSetDescription {
  return [
    [0x00080008, 'CS', ['ORIGINAL', 'PRIMARY', 'VOLUME', 'NONE']],
    [0x00080016, 'UI', `${STORAGE}.77.1.6`],
    [0x00080060, 'CS', 'SM'],
    [0x00209311, 'CS', 'TILED_FULL'],
    [0x00480006, 'UL', 16],
    [0x00480007, 'UL', 16],
    ...greyPixels(8, new Uint8Array(256).fill(200), 4),
  ];
}

function dose(): DataSetDescription {
  return [
    [0x00080016, 'UI', `${STORAGE}.481.2`],
    [0x00080060, 'CS', 'RTDOSE'],
    [0x30040002, 'CS', 'GY'],
    [0x30040004, 'CS', 'PHYSICAL'],
    [0x3004000a, 'CS', 'PLAN'],
    [0x3004000e, 'DS', '0.5'],
    ...greyPixels(
      8,
      Uint8Array.from({ length: 64 }, (_, index) => index),
    ),
  ];
}
