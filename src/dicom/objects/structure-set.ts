import { valueBytes } from '../binary-values';
import { sequenceOf } from '../elements';
import { type Attributes, itemsOf, textIn, valueOf } from './attributes';
import { addContour, emptyExtent, type Extent } from './contour-extent';
import type { SheetFace, TableRow, TableSection } from './object-face';
import type { ObjectReference } from './object-reference';
import { readHead } from './object-head';
import { findReferences, referencesSection, seriesReference } from './references';
import { column, type Column, factsOf, factsSection, numberColumn, tableSection } from './sections';

/** An RT Structure Set (PS3.3 A.19): what was drawn, in which series. */
export function readStructureSet(attributes: Attributes): SheetFace {
  const facts = factsOf(attributes, [
    'x30060002', // Structure Set Label
    'x30060004', // Structure Set Name
    'x30060006', // Structure Set Description
    'x30060008', // Structure Set Date
    'x30060009', // Structure Set Time
    'x300e0002', // Approval Status
    'x300e0004', // Review Date
    'x300e0008', // Reviewer Name
  ]);
  const sections = [
    factsSection('Structure set', facts),
    regionsSection(attributes),
    referencesSection('Drawn in', referencedSeries(attributes)),
    factsSection(
      'Frame of reference',
      itemsOf(attributes, 'x30060010').flatMap((frame) => factsOf(frame, ['x00200052'])),
    ),
    referencesSection('Predecessors', findReferences(attributes, 'x30060018')),
  ];
  const title = valueOf(attributes, 'x30060002') || valueOf(attributes, 'x30060004');
  return { kind: 'structure-set', ...readHead(attributes, { title, sections }) };
}

/** The series of the images that the contours are on, with the number of images. */
function referencedSeries(attributes: Attributes): readonly ObjectReference[] {
  return itemsOf(attributes, 'x30060010')
    .flatMap((frame) => itemsOf(frame, 'x30060012'))
    .flatMap((study) => itemsOf(study, 'x30060014'))
    .map((series) => {
      const images = sequenceOf(series.dataSet, 'x30060016').length;
      return seriesReference(textIn(series, 'x0020000e'), images === 0 ? '' : countWords(images, 'image'));
    })
    .filter(({ uid }) => uid !== '');
}

/** A region of interest: its three parts, which are in three sequences. */
interface Region {
  readonly roi: Attributes;
  readonly contours: Contours | null;
  readonly observation: Attributes | null;
}

interface Contours {
  readonly count: number;
  readonly points: number;
  readonly extent: Extent;
  readonly colour: TableRow['colour'];
}

function regionsSection(attributes: Attributes): TableSection {
  const drawn = byNumber(itemsOf(attributes, 'x30060039'));
  const observed = byNumber(itemsOf(attributes, 'x30060080'));
  const regions = itemsOf(attributes, 'x30060020').map((roi): Region => {
    const number = textIn(roi, 'x30060022');
    const contours = drawn.get(number);
    return {
      roi,
      contours: contours === undefined ? null : readContours(contours),
      observation: observed.get(number) ?? null,
    };
  });
  return tableSection('Regions of interest', regions, REGION_COLUMNS, ({ contours }) => contours?.colour);
}

const REGION_COLUMNS: readonly Column<Region>[] = [
  ofRoi(numberColumn('Number', 'x30060022')),
  ofRoi(column('Name', 'x30060026')),
  {
    label: 'Type',
    read: ({ observation }) => (observation === null ? '' : valueOf(observation, 'x300600a4')),
  },
  ofRoi(column('Algorithm', 'x30060036')),
  { label: 'Contours', isNumber: true, read: ({ contours }) => String(contours?.count ?? 0) },
  { label: 'Points', isNumber: true, read: ({ contours }) => String(contours?.points ?? 0) },
  { label: 'Extent (mm)', read: ({ contours }) => (contours === null ? '' : extentWords(contours)) },
  ofRoi(numberColumn('Volume (cm³)', 'x3006002c')),
  ofRoi(column('Description', 'x30060028')),
];

function ofRoi({ read, ...rest }: Column<Attributes>): Column<Region> {
  return { ...rest, read: ({ roi }) => read(roi) };
}

/** By Referenced ROI Number. */
function byNumber(items: readonly Attributes[]): ReadonlyMap<string, Attributes> {
  return new Map(items.map((item) => [textIn(item, 'x30060084'), item]));
}

function readContours(item: Attributes): Contours {
  const extent = emptyExtent();
  const contours = sequenceOf(item.dataSet, 'x30060040');
  let points = 0;
  for (const contour of contours) {
    const data = contour.elements['x30060050'];
    if (data !== undefined) points += addContour(extent, valueBytes(contour, data));
  }
  return { count: contours.length, points, extent, colour: readColour(item) };
}

function readColour(item: Attributes): TableRow['colour'] {
  const [red, green, blue] = textIn(item, 'x3006002a').split('\\').map(Number);
  const isColour = [red, green, blue].every((part) => part !== undefined && part >= 0 && part <= 255);
  return isColour ? [red ?? 0, green ?? 0, blue ?? 0] : undefined;
}

/** `120 × 80.5 × 45`: toward the patient's left, back and head; '' of a single point. */
function extentWords({ points, extent: { least, greatest } }: Contours): string {
  if (points < 2) return '';
  const sizes = greatest.map((value, axis) => value - (least[axis] ?? 0));
  return sizes.every(Number.isFinite) ? sizes.map((size) => String(Number(size.toFixed(1)))).join(' × ') : '';
}

function countWords(count: number, one: string): string {
  return `${String(count)} ${count === 1 ? one : `${one}s`}`;
}
