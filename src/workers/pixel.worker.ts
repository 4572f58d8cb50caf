import { loadInflater } from '../archive/inflate-wasm';
import type { FileId } from '../base/ids';
import { ok, type Result } from '../base/result';
import { decodeFrame, type Decoded } from '../pixels/decode-frame';
import { readGreyTransform } from '../pixels/grey-transform';
import { describeImage, type ImageDescription } from '../pixels/image-description';
import { readPalette } from '../pixels/palette';
import { renderThumbnail } from '../pixels/thumbnail';
import { readImageFacts } from '../viewer/read-image-facts';
import type { InstanceAddress } from './protocol';
import { readInstance, type ReadInstance } from './read-instance';
import { serve } from './serve';

interface Image extends ReadInstance {
  readonly file: FileId;
  readonly description: ImageDescription;
}

const inflater = loadInflater();

/** The last one, so that the frames of one instance do not inflate it again and again. */
let lastImage: Image | null = null;

async function readImage(address: InstanceAddress, signal: AbortSignal): Promise<Result<Image>> {
  if (lastImage?.file === address.file) return ok(lastImage);
  lastImage = null;
  const instance = await readInstance(address, await inflater, signal);
  if (!instance.ok) return instance;
  const { dataSet, transferSyntaxUid } = instance.value.dicom;
  const description = describeImage(dataSet, transferSyntaxUid, address.entry.path);
  if (!description.ok) return description;
  lastImage = { ...instance.value, file: address.file, description: description.value };
  return ok(lastImage);
}

function decode(
  { dicom, description }: Image,
  address: InstanceAddress,
  frameIndex: number,
): Promise<Result<Decoded>> {
  return decodeFrame({ bytes: dicom.byteArray, image: description, frameIndex, where: address.entry.path });
}

serve(globalThis, {
  async loadFrame(address, { signal }) {
    const image = await readImage(address, signal);
    if (!image.ok) return image;
    const { dicom, problems } = image.value;
    const decoded = await decode(image.value, address, address.frameIndex);
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
    const decoded = await decode(image.value, address, address.frameIndex);
    if (!decoded.ok) return decoded;
    const { dataSet } = image.value.dicom;
    const output = renderThumbnail({
      frame: decoded.value.frame,
      transform: readGreyTransform(dataSet, address.frameIndex),
      palette: readPalette(dataSet),
      sidePixels: address.sidePixels,
    });
    return ok({ output, transfer: [output.rgba.buffer] });
  },
});
