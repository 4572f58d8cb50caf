import { crc32 } from '../src/archive/crc32';
import { mergeElements, writePart10, type DataSetDescription } from '../src/fixtures/dicom-writer';
import { commonModules } from '../src/fixtures/modules';
import { ctSlice } from '../src/fixtures/phantoms';
import { createRandom, drawUid } from '../src/fixtures/random';
import type { ZipMember } from '../src/fixtures/zip-writer';

const SIZE = 512;
const FRAME_BYTES = SIZE * SIZE * 2;
/** 734 MB. */
export const FRAMES = 1400;
/** So many of them differ. */
const SLICES = 24;
const NOISE_HU = 1.15;
const PIXEL_DATA = 0x7fe00010;

/**
 * One CT-like object of 1,400 frames of 512x512x16 bit. `deflateRaw` gives raw deflate, byte-aligned and to be continued
 * unless `isLast`.
 */
export function multiframe(deflateRaw: (bytes: Uint8Array, isLast: boolean) => Uint8Array): ZipMember {
  const random = createRandom(7);
  const slices = Array.from({ length: SLICES }, (_, sliceIndex) =>
    ctSlice({ size: SIZE, sliceIndex, slices: SLICES, thicknessMm: 2, noiseHu: NOISE_HU, random }),
  );
  const facts: DataSetDescription = [
    ...commonModules({
      patient: { id: 'BENCH-F', name: 'Benchley^Frames', birthDate: '19600101', sex: 'O' },
      study: {
        uid: drawUid(random),
        id: '1',
        date: '20240110',
        time: '101500',
        description: 'CT perfusion',
        accessionNumber: 'BF1',
      },
      series: {
        uid: drawUid(random),
        number: 1,
        description: 'All time points',
        frameOfReferenceUid: drawUid(random),
      },
      instanceUid: drawUid(random),
      instanceNumber: 1,
    }),
    [0x00280008, 'IS', FRAMES],
  ];
  const withoutFrames: DataSetDescription = [...facts, [PIXEL_DATA, 'OW', new Uint16Array()]];
  const head = withPixelDataHeader(writePart10(mergeElements(withoutFrames, slices[0] ?? [])));
  const frames = slices.map(pixelsOf);
  const deflated = frames.map((frame) => deflateRaw(frame, false));
  const order = Array.from({ length: FRAMES }, (_, frame) => frame % SLICES);
  const chosen = <Item>(items: readonly Item[]): readonly Item[] =>
    order.flatMap((slice) => items[slice] ?? []);
  return {
    name: 'DICOM/PAT0001/ST01/SE01/IM0001',
    deflated: Buffer.concat([
      deflateRaw(head, false),
      ...chosen(deflated),
      deflateRaw(new Uint8Array(), true),
    ]),
    crc32: chosen(frames).reduce((crc, frame) => crc32(frame, crc), crc32(head)),
    claimedBytes: head.length + FRAMES * FRAME_BYTES,
  };
}

/** The file ends with a Pixel Data element of no length: it is given that of the frames to come. */
function withPixelDataHeader(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  new DataView(file.buffer).setUint32(file.length - 4, FRAMES * FRAME_BYTES, true);
  return file;
}

function pixelsOf(slice: DataSetDescription): Uint8Array {
  const value = slice.find(([tag]) => tag === PIXEL_DATA)?.[2];
  if (!(value instanceof Uint16Array)) throw new Error('a slice has pixels');
  return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
}
