import type { DataSet } from '../dicom/data-set';
import type { Decoded } from '../pixels/decode-frame';
import type { Palette } from '../pixels/decoded-frame';
import { readGreyTransform } from '../pixels/grey-transform';
import { readOverlayPlanes } from '../pixels/overlay-planes';
import { readShutter } from '../pixels/shutter';
import { renderThumbnail } from '../pixels/thumbnail';
import { paintPlanesOver } from './paint-planes-over';

interface UncoveredPicture {
  readonly width: number;
  readonly height: number;
  /** Four bytes for each pixel, row-major. */
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
  /** The file's own window makes all of it one colour, so that it is shown through one of its values. */
  readonly isBrightened: boolean;
}

interface FrameToRender {
  readonly dataSet: DataSet;
  readonly palette: Palette | null;
  readonly decoded: Decoded;
  readonly frameIndex: number;
  /** The longer side of the picture at most. */
  readonly sidePixels: number;
}

/**
 * A frame as it first appears, but for all that would hide something in it: its overlay planes are drawn, a shutter is
 * not, since what it covers travels with the file.
 */
export function renderUncovered({
  dataSet,
  palette,
  decoded,
  frameIndex,
  sidePixels,
}: FrameToRender): UncoveredPicture {
  const { frame, cells } = decoded;
  const { rows, columns } = frame;
  const transform = readGreyTransform(dataSet, frameIndex);
  const own = renderThumbnail({ frame, transform, palette, sidePixels });
  const bright = isOneColour(own) ? renderBright({ frame, transform, palette, sidePixels }) : null;
  const isBrightened = bright !== null && !isOneColour(bright);
  const picture = isBrightened ? bright : own;
  const planes = readOverlayPlanes(dataSet, { frameIndex, cells, rows, columns });
  const shutterGroup = readShutter(dataSet, frameIndex)?.overlayGroup;
  paintPlanesOver(
    picture,
    // The outline of a bitmap shutter, as that of a region: neither it nor what it covers is hidden.
    planes.map((plane) => (plane.group === shutterGroup ? { ...plane, type: 'roi' } : plane)),
    frame,
  );
  return { ...picture, isBrightened };
}

/** Through the automatic window, as if the file had none. */
function renderBright(request: Parameters<typeof renderThumbnail>[0]): ReturnType<typeof renderThumbnail> {
  return renderThumbnail({ ...request, transform: { ...request.transform, windows: [], voiLuts: [] } });
}

function isOneColour({ rgba }: Pick<UncoveredPicture, 'rgba'>): boolean {
  const pixels = new Uint32Array(rgba.buffer);
  return pixels.every((pixel) => pixel === pixels[0]);
}
