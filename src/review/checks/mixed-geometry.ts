import { groupBy } from '../../base/group-by';
import type { FileId } from '../../base/ids';
import { imagePlaneOf, isParallel, type ImagePlane } from '../../catalog/image-plane';
import type { InstanceSummary } from '../../dicom/summary';
import type { Check } from '../check';
import type { Finding } from '../finding';
import { isLocalizer, isReformatted } from '../pictures/image-kind';
import type { ReviewInput } from '../review-input';
import { listSeriesFiles, seriesLabel, type SeriesFiles } from '../series-files';

/**
 * Images of one series that have a plane in the patient and differ in its orientation or in Rows and Columns (PS3.3
 * C.7.6.2), and series with more than one Frame of Reference UID (C.7.4.1), which is the same for all of a series. Left
 * alone are localizers, which cross each other, planes of any direction through a volume, and images without a plane.
 */
export const mixedGeometryCheck: Check = {
  id: 'mixed-geometry',
  find: (input) => listSeriesFiles(input.catalog).flatMap((series) => findInSeries(series, input)),
};

interface PlacedImage {
  readonly file: FileId;
  readonly summary: InstanceSummary;
  readonly plane: ImagePlane;
}

function findInSeries({ series, files }: SeriesFiles, { fileOf }: ReviewInput): readonly Finding[] {
  const summaries = files.flatMap((file) => {
    const summary = fileOf(file)?.summary ?? null;
    return summary === null || isLocalizer(summary, series) ? [] : [{ file, summary }];
  });
  const images = summaries.flatMap(({ file, summary }): readonly PlacedImage[] => {
    const plane = isReformatted(summary) ? null : imagePlaneOf(summary);
    return plane === null ? [] : [{ file, summary, plane }];
  });
  const frames = summaries.filter(({ summary }) => summary.frameOfReferenceUid !== '');
  const label = seriesLabel(series);
  return [
    ...mixtureOf(byOrientation(images), {
      label,
      kind: 'orientations',
      severity: 'note',
      message: 'The slices of one series run in different directions.',
    }),
    ...mixtureOf(
      groupBy(images, ({ summary }) => `${summary.columns} × ${summary.rows}`),
      {
        label,
        kind: 'sizes',
        severity: 'note',
        message: 'The slices of one series have different numbers of rows and columns.',
      },
    ),
    ...mixtureOf(
      groupBy(frames, ({ summary }) => summary.frameOfReferenceUid),
      {
        label,
        kind: 'frames of reference',
        severity: 'check',
        message:
          'The images of one series lie in different frames of reference: their positions cannot be compared.',
      },
    ),
  ];
}

/** More orientations than these are a rotation where there are not two images of each. */
const MOST_SINGLE_PLANES = 3;
/** A series of more than these is no stack at all. */
const MOST_ORIENTATIONS = 50;

/** None of a rotation. */
function byOrientation(images: readonly PlacedImage[]): ReadonlyMap<ImagePlane, readonly PlacedImage[]> {
  const groups = new Map<ImagePlane, PlacedImage[]>();
  const most = Math.max(MOST_SINGLE_PLANES, Math.min(images.length / 2, MOST_ORIENTATIONS));
  for (const image of images) {
    const [, group] = [...groups].find(([plane]) => isParallel(plane, image.plane)) ?? [];
    if (group !== undefined) group.push(image);
    else if (groups.set(image.plane, [image]).size > most) return new Map();
  }
  return groups;
}

/** The files are those that are not like most. */
function mixtureOf(
  groups: ReadonlyMap<unknown, readonly { readonly file: FileId }[]>,
  said: Pick<Finding, 'severity' | 'message'> & { readonly label: string; readonly kind: string },
): readonly Finding[] {
  if (groups.size < 2) return [];
  const bySize = [...groups.values()].sort((a, b) => b.length - a.length);
  const counts = bySize.map(({ length }) => length);
  const shown = counts.slice(0, MOST_COUNTS).join(' + ') + (counts.length > MOST_COUNTS ? ' + …' : '');
  return [
    {
      check: 'mixed-geometry',
      severity: said.severity,
      identifying: false,
      value: `${said.label}: ${groups.size} ${said.kind}, ${shown} images`,
      marks: [],
      message: said.message,
      place: { files: bySize.slice(1).flatMap((images) => images.map(({ file }) => file)) },
    },
  ];
}

const MOST_COUNTS = 6;
