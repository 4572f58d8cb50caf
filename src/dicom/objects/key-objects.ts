import { type Attributes, codeMeaning } from './attributes';
import type { SheetFace } from './object-face';
import { readHead } from './object-head';
import { referencesSection } from './references';
import { readReportItems } from './report-items';
import { factOf, factsSection } from './sections';

/** A Key Object Selection (PS3.3 A.35.4): why these objects were selected, and which. */
export function readKeyObjects(attributes: Attributes): SheetFace {
  const { items } = readReportItems(attributes);
  const references = items.flatMap(({ reference }) => (reference === undefined ? [] : [reference]));
  const words = items.flatMap(({ name, value }) => factOf(name || 'Text', value));
  const sections = [factsSection('Selection', words), referencesSection('Selected objects', references)];
  const title = codeMeaning(attributes, 'x0040a043');
  return { kind: 'key-objects', ...readHead(attributes, { title, sections }) };
}
