import { loadInflater } from '../archive/inflate-wasm';
import type { FileId } from '../base/ids';
import { ok, type Result } from '../base/result';
import { codecHeapBytes } from '../pixels/codecs/wasm-decoder';
import { openFrameDecoder, type FrameDecoder } from '../pixels/frame-decoder';
import { readGreyTransform } from '../pixels/grey-transform';
import { decodeIconImage, readIconImage } from '../pixels/icon-image';
import { describeImage } from '../pixels/image-description';
import { readOverlayPlanes } from '../pixels/overlay-planes';
import type { Palette } from '../pixels/decoded-frame';
import { readPalette } from '../pixels/palette';
import { findPixelProblems } from '../pixels/pixel-problems';
import { readShutter } from '../pixels/shutter';
import { renderThumbnail } from '../pixels/thumbnail';
import { readImageFacts } from '../viewer/read-image-facts';
import { renderUncovered } from '../viewer/render-uncovered';
import { isLargeInstance } from './instance-size';
import { openInstance, type OpenInstance } from './open-instance';
import type { InstanceAddress, Thumbnail } from './protocol';
import { serve } from './serve';

interface Image extends OpenInstance {
  readonly file: FileId;
  readonly decode: FrameDecoder;
  readonly palette: Palette | null;
}

const inflater = loadInflater();

/** Codecs begin with 50 MB each; more than this has been taken for a large or a damaged picture, and stays taken. */
const MAX_HEAP_BYTES = 256 * 2 ** 20;

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
  if (!decoder.ok) return decoder;
  const palette = readPalette(dicom.dataSet);
  const ofPixels = findPixelProblems(image.value, {
    hasPalette: palette !== null,
    contentBytes: content.bytes,
    where,
  });
  const { file } = address;
  return ok({ dicom, content, problems: [...problems, ...ofPixels], file, decode: decoder.value, palette });
}

/** The picture that a file brings of itself, where its own cannot be decoded; null where it has none. */
async function makeIconThumbnail({ dicom, content }: Image, sidePixels: number): Promise<Thumbnail | null> {
  const icon = readIconImage(dicom.dataSet, dicom.transferSyntaxUid);
  const frame = icon && (await decodeIconImage(icon, content));
  if (icon === null || frame === null) return null;
  const { transform, palette } = icon;
  return renderThumbnail({ frame, transform, palette, sidePixels });
}

serve(
  globalThis,
  {
    async loadFrame(address, { signal }) {
      const image = await readImage(address, signal);
      if (!image.ok) return image;
      const { dicom, problems, decode, palette } = image.value;
      const decoded = await decode(address.frameIndex);
      if (!decoded.ok) return decoded;
      const { frame, cells } = decoded.value;
      const { rows, columns } = frame;
      const { frameIndex } = address;
      const overlays = readOverlayPlanes(dicom.dataSet, { frameIndex, cells, rows, columns });
      const output = {
        frame,
        overlays,
        shutter: readShutter(dicom.dataSet, frameIndex),
        grey: readGreyTransform(dicom.dataSet, frameIndex),
        palette,
        facts: readImageFacts(dicom.dataSet, frameIndex, dicom.transferSyntaxUid),
        problems: [...problems, ...decoded.value.problems],
      };
      return ok({ output, transfer: [frame.samples.buffer, ...overlays.map(({ bits }) => bits.buffer)] });
    },

    async makeThumbnail(address, { signal }) {
      const image = await readImage(address, signal);
      if (!image.ok) return image;
      const { dicom, decode, palette } = image.value;
      const decoded = await decode(address.frameIndex);
      if (!decoded.ok) {
        const icon = await makeIconThumbnail(image.value, address.sidePixels);
        return icon === null ? decoded : ok({ output: icon, transfer: [icon.rgba.buffer] });
      }
      const output = renderThumbnail({
        frame: decoded.value.frame,
        transform: readGreyTransform(dicom.dataSet, address.frameIndex),
        palette,
        sidePixels: address.sidePixels,
      });
      return ok({ output, transfer: [output.rgba.buffer] });
    },

    async renderPicture(address, { signal }) {
      const image = await readImage(address, signal);
      if (!image.ok) return image;
      const { dicom, decode, palette } = image.value;
      const { frameIndex, sidePixels } = address;
      const decoded = await decode(frameIndex);
      const icon = await makeIconThumbnail(image.value, sidePixels);
      if (!decoded.ok && icon === null) return decoded;
      const { dataSet } = dicom;
      const frame = decoded.ok
        ? renderUncovered({ dataSet, palette, decoded: decoded.value, frameIndex, sidePixels })
        : null;
      const transfer = [frame, icon].flatMap((each) => each?.rgba.buffer ?? []);
      return ok({ output: { frame, icon }, transfer });
    },
  },
  () => codecHeapBytes() > MAX_HEAP_BYTES,
);
