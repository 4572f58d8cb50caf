import type { ByteRanges } from '../base/byte-ranges';
import { ok, type Result } from '../base/result';
import { decodeFrame, type Decoded } from './decode-frame';
import { FragmentWalk } from './fragment-walk';
import type { Fragment, ImageDescription } from './image-description';

/** Gives any frame of one image; asked for one after the other. */
export type FrameDecoder = (frameIndex: number) => Promise<Result<Decoded>>;

export interface DecodableImage {
  /** The whole file. */
  readonly content: ByteRanges;
  readonly image: ImageDescription;
  /** A path in the archive, for problems. */
  readonly where: string;
}

/** Of an image in memory, or of one whose fragments have to be looked for; the errors are those of `content`. */
export async function openFrameDecoder({
  content,
  image,
  where,
}: DecodableImage): Promise<Result<FrameDecoder>> {
  const { pixelData, numberOfFrames } = image;
  if (pixelData.kind !== 'unlisted') {
    return ok((frameIndex) => decodeFrame({ content, image, frameIndex, where }));
  }
  const walk = await FragmentWalk.open(content, pixelData, numberOfFrames);
  if (!walk.ok) return walk;
  return ok(async (frameIndex) => {
    const fragments = await walk.value.fragmentsOfFrame(frameIndex);
    if (!fragments.ok) return fragments;
    return decodeFrame({ content, image: imageOfFrame(image, fragments.value), frameIndex: 0, where });
  });
}

/** All fragments are those of the only frame. */
function imageOfFrame(image: ImageDescription, fragments: readonly Fragment[]): ImageDescription {
  const pixelData = { kind: 'encapsulated', fragments, basicOffsets: [], extendedOffsets: [] } as const;
  return { ...image, numberOfFrames: 1, pixelData };
}
