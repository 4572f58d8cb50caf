import { type Attributes, codeMeaning, itemsOf, textIn, valueOf } from './attributes';
import type { FactsSection, ReferencesSection, ReportFace, TableSection } from './object-face';
import { readHead } from './object-head';
import { findReferences, referencesSection } from './references';
import { readReportItems } from './report-items';
import { column, factOf, factsOf, factsSection, tableSection } from './sections';

/** A structured report: its tree, and what the document says of itself (PS3.3 C.17.2, C.17.3). */
export function readReport(attributes: Attributes): ReportFace {
  const sections = [
    documentSection(attributes),
    verificationSection(attributes),
    ...relatedSections(attributes),
  ];
  const title = codeMeaning(attributes, 'x0040a043');
  return {
    kind: 'report',
    ...readHead(attributes, { title, sections }),
    content: readReportItems(attributes),
  };
}

function documentSection(attributes: Attributes): FactsSection {
  const [template] = itemsOf(attributes, 'x0040a504');
  return factsSection('Document', [
    ...factsOf(attributes, [
      'x0040a491', // Completion Flag
      'x0040a492', // Completion Flag Description
      'x0040a493', // Verification Flag
      'x0040a496', // Preliminary Flag
      'x0040a032', // Observation DateTime
    ]),
    ...factOf('Template', template === undefined ? '' : templateOf(template)),
    ...itemsOf(attributes, 'x0040a078').flatMap((author) => factOf('Author', authorOf(author))),
    ...itemsOf(attributes, 'x0040a370').flatMap((request) =>
      factsOf(request, ['x00080050', 'x00401001', 'x00321060']),
    ),
  ]);
}

/** `TID 1500 (DCMR)` */
function templateOf(template: Attributes): string {
  const resource = textIn(template, 'x00080105');
  return `TID ${textIn(template, 'x0040db00')}${resource === '' ? '' : ` (${resource})`}`;
}

/** A person's name, else a device's. */
function authorOf(author: Attributes): string {
  return valueOf(author, 'x0040a123') || valueOf(author, 'x00081010') || valueOf(author, 'x00081090');
}

function verificationSection(attributes: Attributes): TableSection {
  return tableSection('Verifying observers', itemsOf(attributes, 'x0040a073'), [
    column('Name', 'x0040a075'),
    column('Organization', 'x0040a027'),
    column('Verified', 'x0040a030'),
  ]);
}

/** Documents before this one, and the evidence that it was made of. */
function relatedSections(attributes: Attributes): readonly ReferencesSection[] {
  const sequences = [
    ['Predecessor documents', 'x0040a360'],
    ['Identical documents', 'x0040a525'],
    ['Evidence for this procedure', 'x0040a375'],
    ['Other evidence', 'x0040a385'],
  ] as const;
  return sequences.map(([heading, tag]) =>
    referencesSection(
      heading,
      findReferences(attributes, tag).map((reference) => ({ ...reference, note: '' })),
    ),
  );
}
