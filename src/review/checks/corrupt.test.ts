import { describe, expect, it } from 'vitest';
import { problem, type Problem } from '../../base/problem';
import { type DataSetDescription, EXPLICIT_LITTLE_ENDIAN, writePart10 } from '../../fixtures/dicom-writer';
import { type FileToReview, reviewOf } from '../review-input.fixture';
import { corruptCheck } from './corrupt';

const JPEG_BASELINE = '1.2.840.10008.1.2.4.50';

interface Image {
  readonly series?: string;
  readonly bytes?: number;
  readonly own?: DataSetDescription;
  readonly syntax?: string;
}

/** 4 x 4 pixels of 16 bits, 32 bytes, but for what is said. */
function image(
  { series = '1.2.3.4', bytes = 32, own = [], syntax = EXPLICIT_LITTLE_ENDIAN }: Image,
  index = 0,
): FileToReview {
  const mine = new Set(own.map(([tag]) => tag));
  const usual: DataSetDescription = [
    [0x00080018, 'UI', `${series}.${index + 1}`],
    [0x00080060, 'CS', 'CT'],
    [0x0020000d, 'UI', '1.2.3'],
    [0x0020000e, 'UI', series],
    [0x00200011, 'IS', 7],
    [0x00280002, 'US', 1],
    [0x00280004, 'CS', 'MONOCHROME2'],
    [0x00280010, 'US', 4],
    [0x00280011, 'US', 4],
    [0x00280100, 'US', 16],
    [0x7fe00010, 'OW', new Uint8Array(bytes)],
  ];
  return {
    path: `${series}/${index}`,
    content: [...usual.filter(([tag]) => !mine.has(tag)), ...own],
    part10: { transferSyntaxUid: syntax },
  };
}

async function find(images: readonly Image[]) {
  return corruptCheck.find(await reviewOf(images.map(image)));
}

/** A file of which that became known after the scan. */
async function findWith(problems: readonly Problem[]) {
  const input = await reviewOf([image({}, 0)]);
  return corruptCheck.find({ ...input, files: input.files.map((file) => ({ ...file, problems })) });
}

function cut({ path, content }: FileToReview, bytes: number): FileToReview {
  return { path, content: content instanceof Uint8Array ? content : writePart10(content).slice(0, -bytes) };
}

describe('the check on damaged files', () => {
  it('finds nothing wrong with a file that is whole', async () => {
    expect(await find([{}, {}])).toEqual([]);
  });

  it('names once for each series the files that end early', async () => {
    const files = [...[0, 1, 2].map((index) => image({}, index)), image({ series: '1.2.3.5' }, 0)];
    const [whole, ...rest] = files;
    const found = corruptCheck.find(
      await reviewOf([...(whole ? [whole] : []), ...rest.map((file) => cut(file, 8))]),
    );
    expect(found).toMatchObject([
      { severity: 'check', identifying: false, value: 'CT 7', place: { files: [1, 2], path: '7FE00010' } },
      { value: 'CT 7', place: { files: [3] } },
    ]);
    expect(found[0]?.message).toContain('ends before its data set does');
  });

  it.each([
    ['fewer', 30, 'part of the image is missing'],
    ['more', 40, 'the rest is no part of the image'],
  ])('finds pixels of %s bytes than the header describes', async (_, bytes, end) => {
    const found = await find([{ bytes }]);
    expect(found).toMatchObject([{ place: { files: [0], path: '7FE00010' } }]);
    expect(found[0]?.message).toBe(
      `Pixel Data has ${bytes} bytes, but 1 × 4 × 4 × 1 samples of 16 bits take 32: ${end}.`,
    );
  });

  it('counts the frames', async () => {
    const own: DataSetDescription = [[0x00280008, 'IS', 3]];
    expect(await find([{ bytes: 96, own }])).toEqual([]);
    expect(await find([{ bytes: 64, own }])).toHaveLength(1);
  });

  it.each<[string, Image]>([
    // Two samples of three: 4 x 4 x 2.
    [
      'YBR_FULL_422',
      {
        bytes: 32,
        own: [
          [0x00280002, 'US', 3],
          [0x00280004, 'CS', 'YBR_FULL_422'],
          [0x00280100, 'US', 8],
        ],
      },
    ],
    [
      'YBR_FULL_422 with all samples',
      {
        bytes: 48,
        own: [
          [0x00280002, 'US', 3],
          [0x00280004, 'CS', 'YBR_FULL_422'],
          [0x00280100, 'US', 8],
        ],
      },
    ],
    // 3 frames of 3 x 3 bits are 27 bits, 4 bytes.
    [
      'bits packed over frames',
      {
        bytes: 4,
        own: [
          [0x00280008, 'IS', 3],
          [0x00280010, 'US', 3],
          [0x00280011, 'US', 3],
          [0x00280100, 'US', 1],
        ],
      },
    ],
    // 9 bits are 2 bytes, of each frame.
    [
      'bits packed in each frame',
      {
        bytes: 6,
        own: [
          [0x00280008, 'IS', 3],
          [0x00280010, 'US', 3],
          [0x00280011, 'US', 3],
          [0x00280100, 'US', 1],
        ],
      },
    ],
    // 3 x 3 bytes, and one to make them even.
    [
      'even padding',
      {
        bytes: 10,
        own: [
          [0x00280010, 'US', 3],
          [0x00280011, 'US', 3],
          [0x00280100, 'US', 8],
        ],
      },
    ],
    ['a compressed stream without fragments', { syntax: JPEG_BASELINE, bytes: 10 }],
    [
      'compressed pixels',
      { syntax: JPEG_BASELINE, own: [[0x7fe00010, 'OB', { fragments: [new Uint8Array(10)] }]] },
    ],
    ['a number of frames that cannot be read', { bytes: 96, own: [[0x00280008, 'IS', 'three']] }],
  ])('leaves %s alone', async (_, described) => {
    expect(await find([described])).toEqual([]);
  });

  it('finds what is wrong with an entry of the archive', async () => {
    const found = await findWith([
      problem('entry-crc-mismatch', '', { expected: '00000000', actual: '00000001' }),
    ]);
    expect(found).toMatchObject([{ severity: 'check', value: 'CT 7', place: { files: [0] } }]);
    expect(found[0]?.message).toContain('checksum');
  });

  it('finds files that nobody could look into', async () => {
    expect((await findWith([problem('entry-encrypted', '', {})]))[0]?.message).toContain(
      'nothing in it was reviewed',
    );
  });

  it('says nothing of a missing preamble, nor of a character set', async () => {
    const at = { offset: 0, tag: '', path: '' };
    const problems = [
      problem('dicom-deviation', '', { ...at, reason: 'no preamble' }),
      problem('charset-fallback', '', { declared: '', used: 'UTF-8' }),
    ];
    expect(await findWith(problems)).toEqual([]);
  });
});
