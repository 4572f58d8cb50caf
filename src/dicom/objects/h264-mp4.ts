import { concatenate } from '../../base/concatenate';
import { ascii, box, fullBox, tableBox, uint16, uint32, zeros } from './mp4-boxes';
import { NAL, nalType, splitNalUnits } from './nal-units';
import type { CodedPicture } from './transport-stream';

/** Of the times of a transport stream. */
const TICKS_PER_SECOND = 90_000;
/** For a video of one picture: a 25th of a second. */
const USUAL_TICKS = 3600;
const MATRIX = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000].flatMap(uint32);

interface Sample {
  readonly decodedAt: number;
  /** From when it is decoded. */
  readonly delay: number;
  readonly isSync: boolean;
  readonly bytes: Uint8Array;
}

/**
 * The same pictures in an MP4 file (ISO/IEC 14496-12 and -15), which browsers play: only the wrapping is another. Null
 * where there is no picture, or nothing says how they are coded. `columns` and `rows` are those of the image.
 */
export function writeH264Mp4(
  pictures: readonly CodedPicture[],
  { columns, rows }: { readonly columns: number; readonly rows: number },
): Uint8Array<ArrayBuffer> | null {
  const units = pictures.map(({ bytes }) => splitNalUnits(bytes));
  const find = (type: number): Uint8Array | undefined =>
    units.flat().find((unit) => nalType(unit) === type && unit.length > 3);
  const sequence = find(NAL.sequenceParameters);
  const picture = find(NAL.pictureParameters);
  const samples = pictures.map((each, index) => sampleOf(each, units[index] ?? []));
  if (sequence === undefined || picture === undefined || samples.length === 0) return null;
  const entry = sampleEntry({ columns, rows }, sequence, picture);
  const fileType = box('ftyp', ascii('isom'), uint32(512), ascii('isomavc1'));
  // Twice, since the table of the file has the place of the pictures, which is after it.
  const { length } = movie(samples, entry, { columns, rows, dataOffset: 0 });
  const dataOffset = fileType.length + length + 8;
  const data = concatenate(samples.map(({ bytes }) => bytes));
  return concatenate([fileType, movie(samples, entry, { columns, rows, dataOffset }), box('mdat', data)]);
}

/** Each NAL unit after its length; parameters and delimiters are elsewhere in an MP4. */
function sampleOf({ decodedAt, shownAt }: CodedPicture, units: readonly Uint8Array[]): Sample {
  const elsewhere: readonly number[] = [NAL.sequenceParameters, NAL.pictureParameters, NAL.delimiter];
  const kept = units.filter((unit) => unit.length > 0 && !elsewhere.includes(nalType(unit)));
  const parts = kept.flatMap((unit) => [uint32(unit.length), unit]);
  return {
    decodedAt,
    delay: shownAt - decodedAt,
    isSync: kept.some((unit) => nalType(unit) === NAL.idrSlice),
    bytes: concatenate(parts),
  };
}

interface Movie {
  readonly columns: number;
  readonly rows: number;
  /** Of the first sample in the file. */
  readonly dataOffset: number;
}

function movie(
  samples: readonly Sample[],
  entry: Uint8Array,
  { columns, rows, dataOffset }: Movie,
): Uint8Array {
  const durations = durationsOf(samples);
  const ticks = durations.reduce((sum, duration) => sum + duration, 0);
  const times = [...zeros(8), ...uint32(TICKS_PER_SECOND), ...uint32(ticks)];
  const head = [...uint32(0x10000), ...uint16(0x100), ...zeros(10), ...MATRIX, ...zeros(24), ...uint32(2)];
  const track = [...uint32(1), ...zeros(4), ...uint32(ticks), ...zeros(16), ...MATRIX];
  const size = [...uint16(columns), ...zeros(2), ...uint16(rows), ...zeros(2)];
  const language = [0x55, 0xc4, 0, 0]; // und
  const reference = fullBox('dref', uint32(1), box('url ', uint32(1)));
  return box(
    'moov',
    fullBox('mvhd', times, head),
    box(
      'trak',
      // Flags: enabled, in the movie, in the preview.
      box('tkhd', uint32(7), zeros(8), track, size),
      box(
        'mdia',
        fullBox('mdhd', times, language),
        fullBox('hdlr', zeros(4), ascii('vide'), zeros(12), ascii('video'), [0]),
        box(
          'minf',
          box('vmhd', uint32(1), zeros(8)),
          box('dinf', reference),
          sampleTable(samples, { entry, durations, dataOffset }),
        ),
      ),
    ),
  );
}

interface SampleTable {
  readonly entry: Uint8Array;
  readonly durations: readonly number[];
  readonly dataOffset: number;
}

/** All samples are one chunk (ISO/IEC 14496-12 8.5). */
function sampleTable(samples: readonly Sample[], { entry, durations, dataOffset }: SampleTable): Uint8Array {
  const leastDelay = samples.reduce((least, { delay }) => Math.min(least, delay), Infinity);
  const delays = samples.flatMap(({ delay }) => [1, delay - leastDelay]);
  // A player begins with the first one in any case; some streams have no other that is independent.
  const syncs = samples.flatMap(({ isSync }, index) => (isSync || index === 0 ? [index + 1] : []));
  return box(
    'stbl',
    fullBox('stsd', uint32(1), entry),
    tableBox('stts', [samples.length, ...durations.flatMap((duration) => [1, duration])]),
    tableBox('ctts', [samples.length, ...delays]),
    tableBox('stss', [syncs.length, ...syncs]),
    // One chunk, from the first; all samples in it; described by the first entry.
    tableBox('stsc', [1, 1, samples.length, 1]),
    // 0: each has a size of its own.
    tableBox('stsz', [0, samples.length, ...samples.map(({ bytes }) => bytes.length)]),
    tableBox('stco', [1, dataOffset]),
  );
}

/** From each picture to the next; the last one lasts as long as the one before it. */
function durationsOf(samples: readonly Sample[]): readonly number[] {
  const steps = samples.slice(1).map(({ decodedAt }, index) => {
    return Math.max(0, decodedAt - (samples[index]?.decodedAt ?? 0));
  });
  return [...steps, steps.at(-1) ?? USUAL_TICKS];
}

/** AVC sample entry and AVC decoder configuration record (ISO/IEC 14496-15 5.3.3 and 5.4.2). */
function sampleEntry(
  { columns, rows }: Pick<Movie, 'columns' | 'rows'>,
  sequence: Uint8Array,
  picture: Uint8Array,
): Uint8Array {
  const configuration = [
    1,
    ...sequence.subarray(1, 4), // Profile, compatibility, level.
    0xff, // Lengths of NAL units have four bytes.
    0xe1,
    ...uint16(sequence.length),
    ...sequence,
    1,
    ...uint16(picture.length),
    ...picture,
  ];
  const resolution = [...uint32(0x480000), ...uint32(0x480000)]; // 72 dots per inch.
  return box(
    'avc1',
    zeros(6),
    uint16(1),
    zeros(16),
    uint16(columns),
    uint16(rows),
    resolution,
    zeros(4),
    uint16(1),
    zeros(32),
    uint16(24),
    uint16(0xffff),
    box('avcC', configuration),
  );
}
