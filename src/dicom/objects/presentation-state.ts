import type { TagKey } from '../tag';
import { type Attributes, itemsOf, textIn, valueOf } from './attributes';
import type { Fact, FactsSection, SheetFace, TableSection } from './object-face';
import { readHead } from './object-head';
import { findReferences, referencesSection } from './references';
import { column, factOf, factsOf, factsSection, numberColumn, tableSection } from './sections';

/** A softcopy or volumetric presentation state (PS3.3 A.33, A.80): what it does to which images, and what it writes. */
export function readPresentationState(attributes: Attributes): SheetFace {
  const sections = [
    contentSection(attributes),
    referencesSection('Refers to', findReferences(attributes)),
    transformSection(attributes),
    windowsSection(attributes),
    areasSection(attributes),
    textsSection(attributes),
    layersSection(attributes),
    overlaysSection(attributes),
  ];
  const title = valueOf(attributes, 'x00700081') || valueOf(attributes, 'x00700080');
  return { kind: 'presentation-state', ...readHead(attributes, { title, sections }) };
}

function contentSection(attributes: Attributes): FactsSection {
  const facts = factsOf(attributes, ['x00700080', 'x00700081', 'x00700082', 'x00700083', 'x00700084']);
  return factsSection('Presentation', facts);
}

/** What is done to all of the image: values, orientation, shutters. */
function transformSection(attributes: Attributes): FactsSection {
  return factsSection('Applied to the image', [
    ...factsOf(attributes, [
      'x00281052', // Rescale Intercept
      'x00281053', // Rescale Slope
      'x00281054', // Rescale Type
    ]),
    ...lutFacts(attributes, 'Modality LUT', 'x00283000'),
    ...lutFacts(attributes, 'Presentation LUT', 'x20500010'),
    ...factsOf(attributes, [
      'x20500020', // Presentation LUT Shape
      'x00700042', // Image Rotation
      'x00700041', // Image Horizontal Flip
      'x00181600', // Shutter Shape
      'x00181602',
      'x00181604',
      'x00181606',
      'x00181608',
      'x00181610',
      'x00181612',
      'x00181620',
      'x00181622', // Shutter Presentation Value
      'x00181623', // Shutter Overlay Group
      'x00281090', // Recommended Viewing Mode
      'x00700405', // Blending Position
      'x00700403', // Relative Opacity
    ]),
  ]);
}

/** What a LUT calls itself, and how many entries it has. */
function lutFacts(attributes: Attributes, label: string, tag: TagKey): readonly Fact[] {
  return itemsOf(attributes, tag).flatMap((lut) => factOf(label, lutWords(lut)));
}

function lutWords(lut: Attributes): string {
  const [entries = ''] = valueOf(lut, 'x00283002').split(', ');
  const size = entries === '' ? '' : `${entries === '0' ? '65536' : entries} entries`;
  return [valueOf(lut, 'x00283003'), size].filter((text) => text !== '').join(', ');
}

function windowsSection(attributes: Attributes): TableSection {
  return tableSection('Windows and VOI LUTs', itemsOf(attributes, 'x00283110'), [
    numberColumn('Center', 'x00281050'),
    numberColumn('Width', 'x00281051'),
    column('Function', 'x00281056'),
    column('Explanation', 'x00281055'),
    { label: 'VOI LUT', read: (item) => itemsOf(item, 'x00283010').map(lutWords).join('; ') },
    { label: 'For', read: imagesOf },
  ]);
}

function areasSection(attributes: Attributes): TableSection {
  return tableSection('Displayed areas', itemsOf(attributes, 'x0070005a'), [
    column('Top left', 'x00700052'),
    column('Bottom right', 'x00700053'),
    column('Size mode', 'x00700100'),
    column('Pixel spacing (mm)', 'x00700101'),
    column('Pixel aspect ratio', 'x00700102'),
    column('Magnification', 'x00700103'),
    { label: 'For', read: imagesOf },
  ]);
}

/** `all images`, `2 images` */
function imagesOf(item: Attributes): string {
  const count = itemsOf(item, 'x00081140').length;
  if (count === 0) return 'all images';
  return count === 1 ? '1 image' : `${String(count)} images`;
}

/** A text that the state writes on the image, or a drawing. */
interface Annotation {
  readonly layer: string;
  /** '' of a drawing without words. */
  readonly text: string;
  /** `POLYLINE`; '' of a text. */
  readonly type: string;
}

function annotationsOf(attributes: Attributes): readonly Annotation[] {
  return itemsOf(attributes, 'x00700001').flatMap((annotation) => {
    const layer = valueOf(annotation, 'x00700002');
    const texts = itemsOf(annotation, 'x00700008').map((item) => ({
      text: textIn(item, 'x00700006'),
      type: '',
    }));
    const graphics = itemsOf(annotation, 'x00700009').map((item) => ({
      text: '',
      type: valueOf(item, 'x00700023'),
    }));
    const compounds = itemsOf(annotation, 'x00700209').map((item) => ({
      text: textIn(item, 'x00700006'),
      type: valueOf(item, 'x00700294'),
    }));
    return [...texts, ...graphics, ...compounds].map((each) => ({ layer, ...each }));
  });
}

/** They are of the image, and may name a person. */
function textsSection(attributes: Attributes): TableSection {
  const written = annotationsOf(attributes).filter(({ text }) => text !== '');
  return tableSection('Texts on the image', written, [
    { label: 'Text', read: ({ text }) => text },
    { label: 'Layer', read: ({ layer }) => layer },
  ]);
}

function layersSection(attributes: Attributes): TableSection {
  const annotations = annotationsOf(attributes);
  const countIn = (layer: Attributes, isCounted: (annotation: Annotation) => boolean): string => {
    const name = valueOf(layer, 'x00700002');
    return String(annotations.filter((each) => each.layer === name && isCounted(each)).length);
  };
  return tableSection('Graphic layers', itemsOf(attributes, 'x00700060'), [
    column('Layer', 'x00700002'),
    numberColumn('Order', 'x00700062'),
    column('Description', 'x00700068'),
    { label: 'Texts', isNumber: true, read: (layer) => countIn(layer, ({ text }) => text !== '') },
    { label: 'Drawings', isNumber: true, read: (layer) => countIn(layer, ({ type }) => type !== '') },
  ]);
}

/** Groups 6000 to 60FF that the state has or switches on (PS3.3 C.11.7). */
function overlaysSection(attributes: Attributes): TableSection {
  const groups = Array.from({ length: 0x80 }, (_, index) => (0x6000 + 2 * index).toString(16)).filter(
    (group) => Object.keys(attributes.dataSet.elements).some((tag) => tag.startsWith(`x${group}`)),
  );
  return tableSection('Overlays', groups, [
    { label: 'Group', read: (group) => group.toUpperCase() },
    { label: 'Layer', read: (group) => valueOf(attributes, `x${group}1001`) },
    { label: 'Label', read: (group) => valueOf(attributes, `x${group}1500`) },
    { label: 'Description', read: (group) => valueOf(attributes, `x${group}0022`) },
    { label: 'Rows', isNumber: true, read: (group) => valueOf(attributes, `x${group}0010`) },
    { label: 'Columns', isNumber: true, read: (group) => valueOf(attributes, `x${group}0011`) },
  ]);
}
