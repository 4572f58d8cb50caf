import type { FileId } from '../base/ids';
import type { CatalogSnapshot, Patient, Series, Study } from '../catalog/catalog-types';
import { SEVERITIES, type Severity } from './finding';
import type { FindingRow } from './finding-row';

/** Overlay Data of the image itself, and what is in its Icon Image Sequence: what is drawn with its frames. */
const DRAWN_PATH = /^(60[0-9a-f]{2}3000|00880200\[\d*\].*)$/i;

/**
 * Whether a finding asks for eyes on the pictures of a series, and its frames with what is drawn over them and their
 * icon are all that there is to see: a curve, or a picture in an item, is not.
 */
export function asksForEyes({ check, path, seriesKey }: FindingRow): boolean {
  if (seriesKey === null) return false;
  return check === 'burned-in-text' || (check === 'overlays' && DRAWN_PATH.test(path));
}

/** A series whose pictures need eyes. */
export interface Look {
  readonly patient: Patient;
  readonly study: Study;
  readonly series: Series;
  /** Why it does; one at least, in the order in which they were found. */
  readonly findings: readonly FindingRow[];
}

/** What the reviewer has looked at. By files: of a series that has grown since, not all has been seen. */
export interface SeenPictures {
  /** Of the series that the reviewer has said to have seen. */
  readonly files: ReadonlySet<FileId>;
  /** The frames that were shown to look at, by their index. */
  readonly frames: ReadonlyMap<FileId, ReadonlySet<number>>;
}

export const NOTHING_SEEN: SeenPictures = { files: new Set(), frames: new Map() };

/**
 * The series to look at, the most telling first: by the severest of their findings, then in the order in which they
 * were found. Of two checks the one on text in the picture goes first.
 */
export function lookQueue(findings: readonly FindingRow[], catalog: CatalogSnapshot): readonly Look[] {
  const bySeries = new Map<string, FindingRow[]>();
  for (const finding of findings) {
    const { seriesKey } = finding;
    if (seriesKey === null || !asksForEyes(finding)) continue;
    const known = bySeries.get(seriesKey);
    if (known === undefined) bySeries.set(seriesKey, [finding]);
    else known.push(finding);
  }
  const owners = ownersOf(catalog);
  const looks = [...bySeries].flatMap(([key, because]): readonly Look[] => {
    const owner = owners.get(key);
    return owner === undefined ? [] : [{ ...owner, findings: because }];
  });
  return looks.toSorted((one, other) => rankOf(one) - rankOf(other));
}

/** Whether the reviewer has said so of all that the series holds now. */
export function isSeen({ instances }: Series, { files }: SeenPictures): boolean {
  return instances.every(({ file }) => files.has(file));
}

/** How many frames of a series were shown to look at. */
export function countFramesShown({ instances }: Series, { frames }: SeenPictures): number {
  return instances.reduce((total, { file }) => total + (frames.get(file)?.size ?? 0), 0);
}

export function withSeries(seen: SeenPictures, { instances }: Series): SeenPictures {
  return { ...seen, files: new Set([...seen.files, ...instances.map(({ file }) => file)]) };
}

export function withoutSeries(seen: SeenPictures, { instances }: Series): SeenPictures {
  const files = new Set(seen.files);
  for (const { file } of instances) files.delete(file);
  return { ...seen, files };
}

export function withFrame(seen: SeenPictures, file: FileId, frameIndex: number): SeenPictures {
  const shown = seen.frames.get(file);
  if (shown?.has(frameIndex)) return seen;
  return { ...seen, frames: new Map(seen.frames).set(file, new Set(shown).add(frameIndex)) };
}

/** Series with pictures; of others there is nothing to look at. */
function ownersOf({ patients }: CatalogSnapshot): ReadonlyMap<string, Omit<Look, 'findings'>> {
  const owners = new Map<string, Omit<Look, 'findings'>>();
  for (const patient of patients) {
    for (const study of patient.studies) {
      for (const series of study.series) {
        if (series.hasPixels) owners.set(series.key, { patient, study, series });
      }
    }
  }
  return owners;
}

function rankOf({ findings }: Look): number {
  return Math.min(...findings.map(({ severity }) => severityRank(severity)));
}

function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}
