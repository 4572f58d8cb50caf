import type { CatalogSnapshot, Instance, Series } from '../catalog/catalog-types';
import type { ObjectReference } from '../dicom/objects/object-reference';
import { seriesInOrder } from './images';
import { openSeries, showInstance } from './viewport-actions';

/** An object of an open archive. */
export interface FoundObject {
  readonly series: Series;
  /** Null of a series as a whole. */
  readonly instance: Instance | null;
}

/** By SOP Instance UID and Series Instance UID. */
const indices = new WeakMap<CatalogSnapshot, ReadonlyMap<string, FoundObject>>();

/** What another object refers to; null where no open archive has it. */
export function findObject(catalog: CatalogSnapshot, { uid }: ObjectReference): FoundObject | null {
  return indexOf(catalog).get(uid) ?? null;
}

/** Made once of each catalog, when it is first asked. */
function indexOf(catalog: CatalogSnapshot): ReadonlyMap<string, FoundObject> {
  const known = indices.get(catalog);
  if (known !== undefined) return known;
  const index = new Map<string, FoundObject>();
  for (const series of seriesInOrder(catalog)) {
    index.set(series.seriesInstanceUid, { series, instance: null });
    for (const instance of series.instances) index.set(instance.sopInstanceUid, { series, instance });
  }
  indices.set(catalog, index);
  return index;
}

/** Opens what another object refers to in the active viewport: the frame that is meant, or the series. */
export function openObject({ series, instance }: FoundObject, { frameIndex }: ObjectReference): void {
  if (instance === null) openSeries(series.key);
  else showInstance(series, instance.file, Math.min(frameIndex, instance.frames - 1));
}
