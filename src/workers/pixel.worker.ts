import { loadInflater } from '../archive/inflate-wasm';
import type { FileId } from '../base/ids';
import { ok, type Result } from '../base/result';
import { openFrameDecoder, type FrameDecoder } from '../pixels/frame-decoder';
import { readGreyTransform } from '../pixels/grey-transform';
import { describeImage } from '../pixels/image-description';
import { readPalette } from '../pixels/palette';
import { renderThumbnail } from '../pixels/thumbnail';
import { readImageFacts } from '../viewer/read-image-facts';
import { isLargeInstance } from './instance-size';
import { openInstance } from './open-instance';
import type { InstanceAddress } from './protocol';
import type { ReadInstance } from './read-instance';
import { serve } from './serve';

interface Image extends ReadInstance {
  readonly file: FileId;
  readonly decode: FrameDecoder;
}

const inflater = loadInflater();

/**
 * The last one that was read whole, so that its frames do not inflate it again and again; and the last large one,
 * which knows its way to every frame that it has come by.
 */
const lastImages: { whole: Image | null; large: Image | null } = { whole: null, large: null };

async function readImage(address: InstanceAddress, signal: AbortSignal): Promise<Result<Image>> {
  const { file, entry } = address;
  const size = isLargeInstance(entry) ? 'large' : 'whole';
  const last = lastImages[size];
  if (last?.file === file) return ok(last);
  lastImages[size] = null;
  const image = await openImage(address, signal);
  if (image.ok) lastImages[size] = image.value;
  return image;
}

async function openImage(address: InstanceAddress, signal: AbortSignal): Promise<Result<Image>> {
  const where = address.entry.path;
  const instance = await openInstance(address, await inflater, { signal });
  if (!instance.ok) return instance;
  const { dicom, problems, content } = instance.value;
  const image = describeImage(dicom.dataSet, dicom.transferSyntaxUid, where);
  if (!image.ok) return image;
  const decoder = await openFrameDecoder({ content, image: image.value, where });
  return decoder.ok ? ok({ dicom, problems, file: address.file, decode: decoder.value }) : decoder;
}

serve(globalThis, {
  async loadFrame(address, { signal }) {
    const image = await readImage(address, signal);
    if (!image.ok) return image;
    const { dicom, problems, decode } = image.value;
    const decoded = await decode(address.frameIndex);
    if (!decoded.ok) return decoded;
    const { frame } = decoded.value;
    const output = {
      frame,
      grey: readGreyTransform(dicom.dataSet, address.frameIndex),
      palette: readPalette(dicom.dataSet),
      facts: readImageFacts(dicom.dataSet, address.frameIndex, dicom.transferSyntaxUid),
      problems: [...problems, ...decoded.value.problems],
    };
    return ok({ output, transfer: [frame.samples.buffer] });
  },

  async makeThumbnail(address, { signal }) {
    const image = await readImage(address, signal);
    if (!image.ok) return image;
    const { dicom, decode } = image.value;
    const decoded = await decode(address.frameIndex);
    if (!decoded.ok) return decoded;
    const output = renderThumbnail({
      frame: decoded.value.frame,
      transform: readGreyTransform(dicom.dataSet, address.frameIndex),
      palette: readPalette(dicom.dataSet),
      sidePixels: address.sidePixels,
    });
    return ok({ output, transfer: [output.rgba.buffer] });
  },
});
