import { sequenceOf } from '../elements';
import type { TagKey } from '../tag';
import { type Attributes, codeMeaning, itemsOf, startOfNumbers, textIn, valueOf } from './attributes';
import type { FaceSection, TableSection } from './object-face';
import { registrationSections } from './registration';
import { column, numberColumn, tableSection } from './sections';

/** Tables of modules that only some kinds of objects have; those of others are empty. */
export function moduleSections(attributes: Attributes): readonly FaceSection[] {
  return [
    ...registrationSections(attributes),
    mappingSection(attributes),
    annotationSection(attributes),
    fiducialsSection(attributes),
    surfacesSection(attributes),
    tracksSection(attributes),
    ...hangingSections(attributes),
  ];
}

/** Real World Value Mapping (PS3.3 C.7.6.16.2.11). */
function mappingSection(attributes: Attributes): TableSection {
  const groups = itemsOf(attributes, 'x00409094').flatMap((item) => itemsOf(item, 'x00409096'));
  return tableSection('Real world value mappings', groups, [
    column('Label', 'x00409210'),
    column('Explanation', 'x00283003'),
    numberColumn('First value', 'x00409216'),
    numberColumn('Last value', 'x00409211'),
    numberColumn('First value', 'x00409214'),
    numberColumn('Last value', 'x00409213'),
    numberColumn('Slope', 'x00409225'),
    numberColumn('Intercept', 'x00409224'),
    { label: 'Units', read: (item) => codeMeaning(item, 'x004008ea') },
  ]);
}

/** Microscopy Bulk Simple Annotations (PS3.3 C.37.1). */
function annotationSection(attributes: Attributes): TableSection {
  return tableSection('Annotation groups', itemsOf(attributes, 'x006a0002'), [
    numberColumn('Number', 'x0040a180'),
    column('Label', 'x006a0005'),
    column('Description', 'x006a0006'),
    { label: 'Property', read: (item) => codeMeaning(item, 'x006a000a') },
    column('Generation', 'x006a0007'),
    column('Shape', 'x00700023'),
    numberColumn('Annotations', 'x006a000c'),
    { label: 'Coordinates', isNumber: true, read: countCoordinates },
    { label: 'Measurements', read: measurementNames },
  ]);
}

function countCoordinates(group: Attributes): string {
  const { count } = startOfNumbers(group, 'x00660016', 'FL', 0);
  return String(count + startOfNumbers(group, 'x00660022', 'FD', 0).count);
}

function measurementNames(group: Attributes): string {
  return itemsOf(group, 'x00660121')
    .map((measurement) => codeMeaning(measurement, 'x0040a043'))
    .join(', ');
}

/** Spatial Fiducials (PS3.3 C.21.2). */
function fiducialsSection(attributes: Attributes): TableSection {
  const fiducials = itemsOf(attributes, 'x0070031c').flatMap((set) => itemsOf(set, 'x0070031e'));
  return tableSection('Fiducials', fiducials, [
    column('Identifier', 'x00700310'),
    { label: 'Meaning', read: (item) => codeMeaning(item, 'x00700311') },
    column('Description', 'x0070030f'),
    column('Shape', 'x00700306'),
    { label: 'Points', isNumber: true, read: (item) => countItems(item, 'x00700318') },
  ]);
}

/** Surface Segmentation and Surface Mesh (PS3.3 C.8.23.1, C.27.1). */
function surfacesSection(attributes: Attributes): TableSection {
  return tableSection('Surfaces', itemsOf(attributes, 'x00660002'), [
    numberColumn('Number', 'x00660003'),
    column('Comments', 'x00660004'),
    {
      label: 'Points',
      isNumber: true,
      read: (surface) => {
        const [points] = itemsOf(surface, 'x00660011');
        return points === undefined ? '' : valueOf(points, 'x00660015');
      },
    },
    column('Closed', 'x0066000e'),
    column('Manifold', 'x00660010'),
  ]);
}

/** Tractography Results (PS3.3 C.8.33.2). */
function tracksSection(attributes: Attributes): TableSection {
  return tableSection('Track sets', itemsOf(attributes, 'x00660101'), [
    numberColumn('Number', 'x00660105'),
    column('Label', 'x00660106'),
    column('Description', 'x00660107'),
    { label: 'Anatomy', read: (item) => codeMeaning(item, 'x00660108') },
    { label: 'Tracks', isNumber: true, read: (item) => countItems(item, 'x00660102') },
  ]);
}

/** Hanging Protocol (PS3.3 C.23.1, C.23.3). */
function hangingSections(attributes: Attributes): readonly TableSection[] {
  const imageSets = itemsOf(attributes, 'x00720020').flatMap((set) => itemsOf(set, 'x00720030'));
  return [
    tableSection('For', itemsOf(attributes, 'x0072000c'), [
      column('Modality', 'x00080060'),
      { label: 'Anatomy', read: (item) => codeMeaning(item, 'x00082218') },
      column('Laterality', 'x00200060'),
      { label: 'Procedure', read: (item) => codeMeaning(item, 'x00081032') },
      { label: 'Reason', read: (item) => codeMeaning(item, 'x0040100a') },
    ]),
    tableSection('Image sets', imageSets, [
      numberColumn('Number', 'x00720032'),
      column('Label', 'x00720040'),
      column('Chosen by', 'x00720034'),
    ]),
    tableSection('Screens', itemsOf(attributes, 'x00720102'), [
      numberColumn('Pixels across', 'x00720106'),
      numberColumn('Pixels down', 'x00720104'),
      numberColumn('Bits of grey', 'x0072010a'),
      numberColumn('Bits of colour', 'x0072010c'),
    ]),
    tableSection('Display sets', itemsOf(attributes, 'x00720200'), [
      numberColumn('Number', 'x00720202'),
      column('Label', 'x00720203'),
      numberColumn('Group', 'x00720204'),
      column('Group description', 'x00720206'),
      numberColumn('Image set', 'x00720032'),
      { label: 'Layout', read: layoutsOf },
    ]),
  ];
}

function layoutsOf(displaySet: Attributes): string {
  return itemsOf(displaySet, 'x00720300')
    .map((box) => textIn(box, 'x00720304'))
    .join(', ');
}

function countItems({ dataSet }: Attributes, tag: TagKey): string {
  return String(sequenceOf(dataSet, tag).length);
}
