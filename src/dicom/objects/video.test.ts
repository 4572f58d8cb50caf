import { describe, expect, it } from 'vitest';
import { rangesOf } from '../../base/byte-ranges';
import type { DataSetDescription, ElementValue } from '../../fixtures/dicom-writer';
import { attributesOfFile } from './attributes.fixture';
import { findEncapsulatedStream } from './encapsulated-stream';
import { readVideo } from './video';
import { transportPacketBytes, videoContainer } from './video-stream';

const H264 = '1.2.840.10008.1.2.4.102';

const video = (pixels: ElementValue, more: DataSetDescription = []): DataSetDescription => [
  [0x00280008, 'IS', '50'],
  [0x00280010, 'US', 1080],
  [0x00280011, 'US', 1920],
  [0x7fe00010, 'OB', pixels],
  ...more,
];

async function videoOf(dataSet: DataSetDescription, transferSyntaxUid = H264) {
  const attributes = await attributesOfFile(dataSet, transferSyntaxUid);
  const read = await readVideo(attributes, transferSyntaxUid, rangesOf(attributes.dataSet.byteArray));
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

describe('a video', () => {
  it('is told by its transfer syntax, its container by its first bytes', async () => {
    const mp4 = Uint8Array.of(0, 0, 0, 8, 0x66, 0x74, 0x79, 0x70, 1, 2);
    const rate: DataSetDescription = [[0x00181063, 'DS', '33.3']];
    expect(await videoOf(video({ fragments: [mp4] }, rate))).toMatchObject({
      kind: 'video',
      codec: 'h264',
      container: 'mp4',
      lengthBytes: 10,
      columns: 1920,
      rows: 1080,
      frames: 50,
      framesPerSecond: 1000 / 33.3,
    });
  });

  it('may begin in several fragments', async () => {
    const fragments = [Uint8Array.of(0, 0, 0, 8), Uint8Array.of(0x66, 0x74, 0x79, 0x70)];
    expect(await videoOf(video({ fragments }))).toMatchObject({ container: 'mp4', lengthBytes: 8 });
  });

  it('is none of another transfer syntax', async () => {
    expect(await videoOf(video({ fragments: [Uint8Array.of(1, 2)] }), '1.2.840.10008.1.2.4.50')).toBeNull();
  });

  it('may have no stream at all', async () => {
    expect(await videoOf([[0x00280010, 'US', 2]])).toMatchObject({ container: 'unknown', lengthBytes: 0 });
  });
});

it('is all fragments but the offset table', async () => {
  const fragments = [Uint8Array.of(1, 2, 3, 4), Uint8Array.of(5, 6)];
  const { dataSet } = await attributesOfFile(video({ fragments, offsets: [0] }), H264);
  const content = rangesOf(dataSet.byteArray);
  const ranges = await findEncapsulatedStream(dataSet, content);
  const bytes = ranges.ok
    ? ranges.value.flatMap(({ start, end }) => [...dataSet.byteArray.subarray(start, end)])
    : [];
  expect(bytes).toEqual([1, 2, 3, 4, 5, 6]);
});

describe('the container', () => {
  const packets = (bytes: number, sync: number): Uint8Array => {
    const head = new Uint8Array(3 * bytes).fill(0xff);
    for (const packet of [0, 1, 2]) head[packet * bytes + sync] = 0x47;
    return head;
  };

  it('is a transport stream where every packet begins with the sync byte', () => {
    expect(videoContainer(packets(188, 0))).toBe('mpeg-transport-stream');
    expect(videoContainer(packets(192, 4))).toBe('mpeg-transport-stream');
    expect(transportPacketBytes(packets(192, 4))).toBe(192);
    expect(videoContainer(packets(200, 0))).toBe('unknown');
  });

  it.each([
    ['mpeg-program-stream', [0, 0, 1, 0xba, 0x44]],
    ['elementary-stream', [0, 0, 0, 1, 0x67, 0x64]],
    ['elementary-stream', [0, 0, 1, 0xb3, 0x16]],
    ['unknown', [1, 2, 3]],
    ['unknown', []],
  ] as const)('is %s of %j', (container, bytes) => {
    expect(videoContainer(Uint8Array.from(bytes))).toBe(container);
  });
});
