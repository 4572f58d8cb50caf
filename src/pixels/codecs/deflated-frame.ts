import { problem } from '../../base/problem';
import { err, ok, type Result } from '../../base/result';
import type { CodecInput, RawFrame } from './codec';
import { readSamples } from './native';

/** Deflated Image Frame Compression (PS3.5 A.4.12): each frame a raw DEFLATE stream of uncompressed cells. */
export async function decodeDeflatedFrame({ bytes, image, where }: CodecInput): Promise<Result<RawFrame>> {
  // DecompressionStream refuses the byte that pads a fragment to an even length.
  const inflated = (await inflate(bytes)) ?? (await inflate(bytes.subarray(0, -1)));
  if (inflated === null) {
    return err(problem('decode-failed', where, { codec: 'Deflate', reason: 'damaged stream' }));
  }
  return ok({ samples: readSamples(inflated, image), isRgb: false, problems: [] });
}

async function inflate(bytes: Uint8Array): Promise<Uint8Array | null> {
  const source = new Blob([bytes.slice()]).stream();
  try {
    const buffer = await new Response(
      source.pipeThrough(new DecompressionStream('deflate-raw')),
    ).arrayBuffer();
    return new Uint8Array(buffer);
  } catch {
    return null;
  }
}
