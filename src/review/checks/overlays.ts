import { assertUnreachable } from '../../base/assert';
import { groupBy } from '../../base/group-by';
import type { FileId } from '../../base/ids';
import { formatTag, tagKey } from '../../dicom/tag';
import { burnedInSeries } from '../pictures/burned-in-score';
import type { Check } from '../check';
import type { Finding } from '../finding';
import type { HeldValue } from '../held/held-value';
import type { ReviewInput } from '../review-input';
import { listSeriesFiles } from '../series-files';
import { sequencesOf, type ValuePlace } from '../held/value-place';

/** What goes with the picture, over it or beside it. */
type Graphic = 'overlay' | 'region' | 'curve' | 'icon' | 'nested-picture';

/** A graphic in one file. */
interface Drawing {
  readonly file: FileId;
  readonly graphic: Graphic;
  readonly tag: number;
  /** With item numbers. */
  readonly path: string;
  /** One for all that are one finding. */
  readonly key: string;
  /** Why it may identify; '' where nothing says so. */
  readonly why: string;
}

const ICON_IMAGE_SEQUENCE = 0x00880200;
const PIXEL_DATA = 0x7fe00010;

const VALUES: Readonly<Record<Graphic, string>> = {
  overlay: 'Overlay plane',
  region: 'Overlay plane of a region of interest',
  curve: 'Curve',
  icon: 'Icon',
  'nested-picture': 'Picture in an item',
};

/**
 * Overlay Data (60xx,3000), Curve Data (50xx,3000) and pictures in items, Icon Image Sequence (0088,0200) above all, at
 * any depth: one finding for each path in each series. They are not read, so that their kind has to say whether they
 * may identify. An overlay of graphics (Overlay Type G, PS3.3 C.9.2.1.1), or of no known type, is where text is drawn;
 * one that marks a region (R) and a curve hold none. An icon shows what the picture shows: it may identify where that
 * may carry text, and where the file says that it was de-identified, since the profile removes icons (PS3.15 Table
 * E.1-1), and one that was left may be older than the cleaned picture.
 */
export const overlaysCheck: Check = {
  id: 'overlays',
  find: (input) => {
    const graphics = input.values.all.flatMap((value) => {
      const graphic = graphicAt(value.place);
      return graphic === null ? [] : [{ value, graphic }];
    });
    if (graphics.length === 0) return [];
    const context = contextOf(
      input,
      graphics.some(({ graphic }) => isPicture(graphic)),
    );
    const drawings = graphics.flatMap(({ value, graphic }) => drawingsOf(value, graphic, context));
    return [...groupBy(drawings, ({ key }) => key).values()].flatMap(findingOf);
  },
};

function graphicAt(place: ValuePlace): Exclude<Graphic, 'region'> | null {
  const { tag, path } = place;
  if (tag === PIXEL_DATA && path.includes('.')) {
    return sequencesOf(place).includes(ICON_IMAGE_SEQUENCE) ? 'icon' : 'nested-picture';
  }
  // Even groups only (PS3.5 7.6): odd ones are private.
  if ((tag & 0xffff) !== 0x3000) return null;
  const groups = (tag >>> 16) & 0xff01;
  return groups === 0x6000 ? 'overlay' : groups === 0x5000 ? 'curve' : null;
}

function isPicture(graphic: Graphic): boolean {
  return graphic === 'icon' || graphic === 'nested-picture';
}

interface Context {
  readonly input: ReviewInput;
  readonly seriesOf: ReadonlyMap<FileId, string>;
  readonly mayHaveText: ReadonlySet<FileId>;
  readonly isDeidentified: ReadonlySet<FileId>;
}

function contextOf(input: ReviewInput, hasPictures: boolean): Context {
  const { values, catalog } = input;
  const claims = values.all.filter(({ place: { path }, text }) =>
    path === '00120062' ? text === 'YES' : path === '00120063' || path.startsWith('00120064[]'),
  );
  return {
    input,
    seriesOf: new Map(
      listSeriesFiles(catalog).flatMap(({ series, files }) =>
        files.map((file): [FileId, string] => [file, series.key]),
      ),
    ),
    mayHaveText: new Set(hasPictures ? burnedInSeries(input).flatMap(({ files }) => files) : []),
    isDeidentified: new Set(claims.flatMap((value) => values.filesOf(value))),
  };
}

function drawingsOf(value: HeldValue, graphic: Graphic, context: Context): readonly Drawing[] {
  return context.input.values.filesOf(value).flatMap((file) => {
    const series = context.seriesOf.get(file);
    return context.input.values.pathsOf(value, file).map((path): Drawing => {
      const found =
        graphic === 'overlay' && overlayType(path, file, context.input) === 'R' ? 'region' : graphic;
      const why = whyIdentifying(found, file, context);
      // A DICOMDIR may have an icon in each of its records: one finding for all of them.
      const place = series === undefined ? value.place.path : path;
      return {
        file,
        graphic: found,
        tag: value.place.tag,
        path,
        why,
        key: [series, place, found, why].join('\n'),
      };
    });
  });
}

/** Overlay Type (60xx,0040) of the same plane. */
function overlayType(path: string, file: FileId, { values }: ReviewInput): string {
  return values.textAt(file, `${path.slice(0, -4)}0040`);
}

function whyIdentifying(graphic: Graphic, file: FileId, { mayHaveText, isDeidentified }: Context): string {
  if (graphic === 'overlay') return 'text in it may name a person';
  if (!isPicture(graphic)) return '';
  if (mayHaveText.has(file)) return 'the picture may carry text, which is in its small copy too';
  return isDeidentified.has(file)
    ? 'the file says that it was de-identified, but this may be older than the cleaned picture'
    : '';
}

function findingOf(alike: readonly Drawing[]): readonly Finding[] {
  const [first] = alike;
  if (first === undefined) return [];
  const { graphic, tag, path, why } = first;
  return [
    {
      check: 'overlays',
      severity: 'check',
      identifying: why !== '',
      value: VALUES[graphic],
      marks: [],
      message: `${messageOf(graphic, tag)}${why === '' ? '' : `: ${why}`}.`,
      place: { files: [...new Set(alike.map(({ file }) => file))], path },
    },
  ];
}

function messageOf(graphic: Graphic, tag: number): string {
  const name = formatTag(tagKey(tag));
  switch (graphic) {
    case 'overlay':
      return `Overlay Data ${name} is drawn over the picture`;
    case 'region':
      return `Overlay Data ${name} marks a region in the picture (Overlay Type R)`;
    case 'curve':
      return `Curve Data ${name} is drawn with the picture`;
    case 'icon':
      return 'An icon, a small copy of the picture, is in Icon Image Sequence (0088,0200)';
    case 'nested-picture':
      return 'A second picture is in an item of a sequence';
    default:
      return assertUnreachable(graphic);
  }
}
