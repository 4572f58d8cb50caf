import { placeOf } from '../../catalog/image-plane';
import type { Instance, SeriesPart } from '../../catalog/catalog-types';
import { parseDecimal } from '../../dicom/text-values';
import type { HeldValues } from '../review-input';

/** Parallel slices close enough together for a surface to be made of them. */
export interface ThinVolume {
  readonly slices: number;
  readonly spacingMm: number;
}

const FEWEST_SLICES = 30;
const WIDEST_SPACING_MM = 3;

/** Plane Orientation Sequence, Image Orientation (Patient), of shared or of per-frame functional groups. */
const FRAME_ORIENTATION = /^5200(9229|9230)\[\]\.00209116\[\]\.00200037$/;
const SPACING_BETWEEN_SLICES = '00180088';
const SLICE_THICKNESS = '00180050';

/** Null where the part has fewer slices, or wider apart, or more than one orientation. */
export function thinVolumeOf({ instances }: SeriesPart, values: HeldValues): ThinVolume | null {
  const [first] = instances;
  const isMultiFrame = first !== undefined && instances.length === 1 && first.frames > 1;
  const volume = isMultiFrame ? volumeOfFrames(first, values) : volumeOfSlices(instances);
  return volume.slices >= FEWEST_SLICES && volume.spacingMm <= WIDEST_SPACING_MM ? volume : null;
}

/** The median step from place to place. Slices that are not parallel have no position, so that they are in one. */
function volumeOfSlices(instances: readonly Instance[]): ThinVolume {
  const places = new Map(instances.map(({ position }) => [placeOf(position), position]));
  const positions = [...places.values()].toSorted((one, other) => one - other);
  const steps = positions.slice(1).map((position, index) => position - (positions[index] ?? NaN));
  const sorted = steps.toSorted((one, other) => one - other);
  return { slices: positions.length, spacingMm: sorted[sorted.length >> 1] ?? NaN };
}

/** By the functional groups (PS3.3 C.7.6.16), as far as they tell; several orientations are no volume. */
function volumeOfFrames({ file, frames }: Instance, values: HeldValues): ThinVolume {
  const held = values.ofFile(file).map(({ value }) => value);
  const orientations = held.filter(({ place }) => FRAME_ORIENTATION.test(place.path));
  const spacings = held.filter(({ place }) => place.path.endsWith(SPACING_BETWEEN_SLICES));
  const thicknesses = held.filter(({ place }) => place.path.endsWith(SLICE_THICKNESS));
  const [spacing] = [...spacings, ...thicknesses];
  const isOneOrientation = new Set(orientations.map(({ text }) => text)).size === 1;
  return { slices: isOneOrientation ? frames : 0, spacingMm: parseDecimal(spacing?.text ?? '') };
}
