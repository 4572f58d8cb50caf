import { valueBytes } from '../binary-values';
import type { DataSet } from '../data-set';
import { intOf } from '../elements';
import { type Attributes, codeMeaning, itemsOf, textIn } from './attributes';
import type { ByteRange } from './encapsulated-stream';
import { readModelFacts } from './model-facts';
import type { DocumentFace, Fact } from './object-face';
import { readHead } from './object-head';
import { instanceReference, referencesSection } from './references';
import { factOf, factsOf, factsSection } from './sections';

/** An object with an Encapsulated Document (PS3.3 C.24.2); null where there is none. */
export function readEncapsulatedDocument(attributes: Attributes): DocumentFace | null {
  const { dataSet } = attributes;
  const range = documentRange(dataSet);
  if (range === null) return null;
  const bytes = dataSet.byteArray.subarray(range.start, range.end);
  const mimeType = textIn(attributes, 'x00420012').toLowerCase();
  const title = textIn(attributes, 'x00420010') || codeMeaning(attributes, 'x0040a043');
  const head = readHead(attributes, {
    title,
    sections: [
      factsSection('Document', documentFacts(attributes, bytes, mimeType)),
      // Source Instance Sequence: what the document was made from.
      referencesSection(
        'Made from',
        itemsOf(attributes, 'x00420013').flatMap((item) => instanceReference(item) ?? []),
      ),
    ],
  });
  const { form, fileEnding } = formOf(mimeType, bytes);
  return { kind: 'document', ...head, form, fileEnding, mimeType, lengthBytes: bytes.length };
}

/** Where the document is in the file, without the byte that makes its length even; null where there is none. */
export function documentRange(dataSet: DataSet): ByteRange | null {
  const element = dataSet.elements['x00420011'];
  if (element === undefined) return null;
  const { dataOffset } = element;
  const { length } = valueBytes(dataSet, element);
  const said = intOf(dataSet, 'x00420015', 'UL') ?? 0;
  return { start: dataOffset, end: dataOffset + (said > 0 ? Math.min(said, length) : length) };
}

type Form = Pick<DocumentFace, 'form' | 'fileEnding'>;

const FORMS: Readonly<Record<string, Form>> = {
  'application/pdf': { form: 'pdf', fileEnding: 'pdf' },
  'text/xml': { form: 'text', fileEnding: 'xml' },
  'application/xml': { form: 'text', fileEnding: 'xml' },
  'application/hl7-cda+xml': { form: 'text', fileEnding: 'xml' },
  'text/plain': { form: 'text', fileEnding: 'txt' },
  'model/mtl': { form: 'text', fileEnding: 'mtl' },
  'model/stl': { form: 'other', fileEnding: 'stl' },
  'application/sla': { form: 'other', fileEnding: 'stl' },
  'model/obj': { form: 'other', fileEnding: 'obj' },
};

/** A PDF says what it is, whatever the MIME type is. */
function formOf(mimeType: string, bytes: Uint8Array): Form {
  const isPdf = [0x25, 0x50, 0x44, 0x46].every((byte, index) => bytes[index] === byte);
  return FORMS[isPdf ? 'application/pdf' : mimeType] ?? { form: 'other', fileEnding: 'bin' };
}

function documentFacts(attributes: Attributes, bytes: Uint8Array, mimeType: string): readonly Fact[] {
  const [units] = itemsOf(attributes, 'x004008ea');
  const unit = units === undefined ? '' : textIn(units, 'x00080100');
  return [
    ...factsOf(attributes, ['x00420012']),
    ...factOf('Length', `${String(bytes.length)} bytes`),
    ...readModelFacts(bytes, mimeType, unit),
    ...factOf('Concept', codeMeaning(attributes, 'x0040a043')),
    ...factsOf(attributes, [
      'x00280301', // Burned In Annotation
      'x0040e001', // HL7 Instance Identifier
      'x0040a493', // Verification Flag
      'x00420014', // List of MIME Types
    ]),
  ];
}
