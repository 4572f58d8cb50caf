import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assert } from '../../base/assert';
import { rangesOf } from '../../base/byte-ranges';
import { parsePart10 } from '../../dicom/part10';
import { corpusDir, readManifest } from '../../fixtures/corpus';
import { readFrameBytes } from '../frame-bytes';
import { describeImage } from '../image-description';
import type { CodecInput } from './codec';
import { decodeJpeg } from './jpeg';
import { decodeDctJpeg } from './jpeg-dct';
import { readJpegHeader } from './jpeg-header';

const dir = corpusDir();
const LOSSY_JPEG = /^1\.2\.840\.10008\.1\.2\.4\.5[0-6]$/;

describe.skipIf(dir === null)('JPEG of 8 bits of the corpus', () => {
  const files = dir === null ? [] : readManifest(dir);
  const paths = files
    .filter(({ transferSyntaxUID, pixels }) => pixels !== null && LOSSY_JPEG.test(transferSyntaxUID ?? ''))
    .map(({ path }) => path);

  it(
    'is by both decoders the same in every sample, colour and subsampled too',
    { timeout: 60_000 },
    async () => {
      let compared = 0;
      for (const path of paths) {
        const input = await readFirstFrame(path);
        if (readJpegHeader(input.bytes)?.precision !== 8) continue;
        compared += 1;
        const [own, turbo] = [await decodeDctJpeg(input), await decodeJpeg(input)];
        assert(own.ok && turbo.ok, path);
        const other = turbo.value.samples;
        const differing = own.value.samples.findIndex((sample, index) => sample !== other[index]);
        expect({ path, differing, problems: own.value.problems }).toEqual({
          path,
          differing: -1,
          problems: [],
        });
      }
      console.log(`${compared} files compared`);
      expect(compared).toBeGreaterThan(0);
    },
  );

  async function readFirstFrame(path: string): Promise<CodecInput> {
    const bytes = new Uint8Array(readFileSync(join(dir ?? '', path)));
    const parsed = parsePart10(bytes, {
      where: path,
      inflateRaw: () => {
        throw new Error('not a deflated data set');
      },
    });
    assert(parsed.ok, `${path} is read`);
    const { dataSet, transferSyntaxUid, byteArray } = parsed.value;
    const image = describeImage(dataSet, transferSyntaxUid, path);
    assert(image.ok, `${path} is described`);
    const content = rangesOf(byteArray);
    const frame = await readFrameBytes({ content, image: image.value, frameIndex: 0, where: path });
    assert(frame.ok, `${path} has a first frame`);
    return { bytes: frame.value.bytes, image: image.value, where: path };
  }
});
