import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createTestInflater } from '../archive/access.fixture';
import { assert } from '../base/assert';
import type { Result } from '../base/result';
import { corpusDir, readManifest } from '../fixtures/corpus';
import { openFrameDecoder, type FrameDecoder } from '../pixels/frame-decoder';
import { describeImage } from '../pixels/image-description';
import { addressIn } from './address.fixture';
import { openInstance, type OpenInstance } from './open-instance';

const dir = corpusDir();
const files = dir === null ? [] : readManifest(dir);
const inflater = await createTestInflater();
const TIMEOUT_MS = 300_000;

/** A file as an entry, read whole and as if it were too large for that. */
async function openBothWays(
  path: string,
  { isDeflated }: { readonly isDeflated: boolean },
): Promise<readonly [Result<OpenInstance>, Result<OpenInstance>]> {
  const content = new Uint8Array(readFileSync(join(dir ?? '', path)));
  const compressed = isDeflated ? { deflated: new Uint8Array(deflateRawSync(content, { level: 1 })) } : {};
  const address = await addressIn({ name: path, content, ...compressed }, inflater);
  const { signal } = new AbortController();
  const whole = await openInstance(address, inflater, { signal, maxWholeBytes: Infinity });
  return [whole, await openInstance(address, inflater, { signal, maxWholeBytes: 0 })];
}

/** What is told of a frame: its samples by their digest, since they are many. */
async function decodedBy(decode: FrameDecoder, frameIndex: number): Promise<unknown> {
  const decoded = await decode(frameIndex);
  if (!decoded.ok) return decoded;
  const { frame, problems } = decoded.value;
  return { ...frame, samples: createHash('sha256').update(frame.samples).digest('hex'), problems };
}

async function decoderOf({ dicom, content }: OpenInstance): Promise<FrameDecoder> {
  const image = describeImage(dicom.dataSet, dicom.transferSyntaxUid, '');
  assert(image.ok, 'the image is described');
  const decoder = await openFrameDecoder({ content, image: image.value, where: '' });
  assert(decoder.ok, 'the decoder opens');
  return decoder.value;
}

describe.skipIf(dir === null)('files of the corpus, read as large ones', () => {
  const multiFrame = files.filter(({ numberOfFrames, pixels }) => (numberOfFrames ?? 1) > 1 && pixels);

  it.each(multiFrame.map(({ path, numberOfFrames }) => [path, numberOfFrames ?? 1] as const))(
    '%s: the same frames',
    { timeout: TIMEOUT_MS },
    async (path, frames) => {
      const [whole, large] = await openBothWays(path, { isDeflated: true });
      assert(whole.ok && large.ok, 'it opens both ways');
      const expected = await decoderOf(whole.value);
      const actual = await decoderOf(large.value);
      for (const frameIndex of [0, frames - 1, Math.floor(frames / 2)]) {
        expect(await decodedBy(actual, frameIndex)).toEqual(await decodedBy(expected, frameIndex));
      }
    },
  );

  it('have the same elements up to the pixels', { timeout: TIMEOUT_MS }, async () => {
    const different: string[] = [];
    for (const { path } of files) {
      const [whole, large] = await openBothWays(path, { isDeflated: false });
      if (outlineOf(whole) !== outlineOf(large)) different.push(path);
    }
    expect(different).toEqual([]);
  });
});

/** Where each element before the pixels is, and how long; of the pixels, where they are. */
function outlineOf(instance: Result<OpenInstance>): string {
  if (!instance.ok) return instance.error.code;
  const { dataSet, pixelElement } = instance.value.dicom;
  const end = pixelElement?.dataOffset ?? Infinity;
  return Object.values(dataSet.elements)
    .filter(({ dataOffset }) => dataOffset <= end)
    .map(({ tag, dataOffset, length }) => `${tag}@${String(dataOffset)}+${dataOffset < end ? length : ''}`)
    .join();
}
