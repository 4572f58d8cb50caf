import { decodePlainText } from '../plain-text';
import type { MetadataField } from './metadata-field';

/** How a packet begins and ends (ISO 16684-1, 7.3), in any kind of file. */
const START = /<x:xmpmeta|<rdf:RDF/;
const ATTRIBUTE = /([A-Za-z][\w.-]*:[\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const TAG_AND_TEXT = /<([A-Za-z][\w.-]*:[\w.-]+)([^>]*)>([^<]*)/g;
/** What is part of the format, and numbers that tell versions of a document apart. */
const FORMAL = /^(xmlns|rdf|xml|x):|(?:InstanceID|DocumentID|instanceID|documentID)$/;
const MAX_PACKET_CHARACTERS = 1 << 20;

/** What an XMP packet says, by the prefixed names of its properties: `dc:creator`. */
export function readXmpFields(bytes: Uint8Array): readonly MetadataField[] {
  const packet = decodePlainText(bytes).slice(0, MAX_PACKET_CHARACTERS);
  return START.test(packet) ? prefixedFields(packet) : [];
}

/** Elements and attributes of XML whose names have a prefix. Without a parser: nothing of it is believed. */
export function prefixedFields(xml: string): readonly MetadataField[] {
  const fields: MetadataField[] = [];
  const add = (name: string, value: string): void => {
    if (!FORMAL.test(name) && value.trim() !== '') fields.push({ name, value: unescape(value.trim()) });
  };
  let property = '';
  for (const [, tag = '', attributes = '', text = ''] of xml.matchAll(TAG_AND_TEXT)) {
    if (!tag.startsWith('rdf:')) property = tag;
    for (const [, name = '', double, single] of attributes.matchAll(ATTRIBUTE))
      add(name, double ?? single ?? '');
    add(property, text);
  }
  return fields;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescape(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
}
