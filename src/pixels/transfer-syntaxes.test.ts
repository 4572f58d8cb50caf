import { describe, expect, it } from 'vitest';
import { writeJpeg } from '../fixtures/jpeg-writer';
import { parsedDataSet } from '../fixtures/image-file';
import { TRANSFER_SYNTAXES } from '../dicom/tables/transfer-syntaxes';
import { transferSyntax } from '../dicom/uids';
import { assert } from '../base/assert';
import { describedImage } from './described-image.fixture';
import { decodeFrame } from './decode-frame';
import { describeImage } from './image-description';

const SYNTAXES = TRANSFER_SYNTAXES.split('\n').map((line) => {
  const [packed = ''] = line.split(' ');
  const uid = packed.startsWith('=') ? packed.slice(1) : `1.2.840.10008.${packed}`;
  const syntax = transferSyntax(uid);
  assert(syntax, `${uid} is known`);
  return syntax;
});

const VIDEO = /^(mpeg2|h264|hevc)/;
const ELSEWHERE = /^(jpip|smpte)/;

function syntaxesOf(kind: (syntax: (typeof SYNTAXES)[number]) => boolean) {
  return SYNTAXES.filter(kind).map(({ uid, name }) => [name, uid] as const);
}

/** Of a frame of 8 x 8 pixels of 8 bits, in one fragment where the transfer syntax has fragments. */
function decode(uid: string, stream: Uint8Array) {
  const isEncapsulated = transferSyntax(uid)?.isEncapsulated === true;
  const { content, image } = describedImage(
    [
      [0x00280010, 'US', 8],
      [0x00280011, 'US', 8],
      [0x00280100, 'US', 8],
      [0x00280101, 'US', 8],
      [0x00280102, 'US', 7],
      [0x7fe00010, 'OB', isEncapsulated ? { fragments: [stream] } : stream],
    ],
    uid,
  );
  return decodeFrame({ content, image, frameIndex: 0, where: 'a.dcm' });
}

describe('transfer syntaxes of the standard', () => {
  const cells = Uint8Array.from({ length: 64 }, (_, index) => index);

  it.each(syntaxesOf(({ codec, isDeflated }) => codec === 'none' && !isDeflated))(
    '%s: uncompressed pixels are shown',
    async (_name, uid) => {
      const decoded = await decode(uid, cells);
      expect(decoded.ok && [...decoded.value.frame.samples]).toEqual([...cells]);
    },
  );

  it.each(
    syntaxesOf(({ codec, isEncapsulated }) => isEncapsulated && codec !== 'none' && !VIDEO.test(codec)),
  )('%s: has a decoder, which refuses what is no stream', async (_name, uid) => {
    expect(await decode(uid, cells)).toMatchObject({ ok: false, error: { code: 'decode-failed' } });
  });

  it.each(syntaxesOf(({ name }) => name.includes(' Hierarchical')))('%s: is named', async (_name, uid) => {
    const size = { rows: 8, columns: 8, components: [{ id: 1 }] };
    const hierarchical = writeJpeg({ ...size, process: 0xde, precision: 8, scans: [] });
    expect(await decode(uid, hierarchical)).toMatchObject({
      ok: false,
      error: { code: 'codec-unsupported', detail: { transferSyntaxName: 'hierarchical JPEG' } },
    });
  });

  it.each(syntaxesOf(({ codec }) => VIDEO.test(codec)))('%s: video is named', async (name, uid) => {
    expect(await decode(uid, cells)).toMatchObject({
      ok: false,
      error: { code: 'codec-unsupported', detail: { transferSyntaxName: name } },
    });
  });

  it.each(syntaxesOf(({ codec }) => ELSEWHERE.test(codec)))('%s: says where the pixels are', (name, uid) => {
    const dataSet = parsedDataSet([[0x00280010, 'US', 8]]);
    expect(describeImage(dataSet, uid, 'a.dcm')).toMatchObject({
      ok: false,
      error: {
        code: 'codec-unsupported',
        detail: { transferSyntaxName: `${name} (the pixels are not in the file)` },
      },
    });
  });

  it('are all of these', () => {
    const kinds = SYNTAXES.filter(
      ({ codec, isEncapsulated }) => codec === 'none' || isEncapsulated || ELSEWHERE.test(codec),
    );
    expect(kinds).toHaveLength(SYNTAXES.length);
  });
});
