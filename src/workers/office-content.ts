import { readDirectory } from '../archive/directory';
import { entryAt } from '../archive/entry-table';
import type { Inflater } from '../archive/inflater';
import { readEntryPrefix } from '../archive/read-entry';
import { blobSource } from '../archive/source';
import type { MetadataField } from '../base/file-metadata/metadata-field';
import { prefixedFields } from '../base/file-metadata/xmp-fields';
import { decodePlainText } from '../base/plain-text';
import type { DocumentContent } from './document-to-read';

/** Where Office Open XML and OpenDocument keep what was written, and what the document says of itself. */
const TEXTS =
  /^(word\/(document|comments|footnotes|endnotes|header\d*|footer\d*)|xl\/(sharedStrings|comments\d*)|xl\/worksheets\/sheet\d+|ppt\/(slides|notesSlides)\/[^/]+|content|styles)\.xml$/;
const PROPERTIES = /^(docProps\/core|meta)\.xml$/;
const MAX_ENTRIES = 5000;
const MAX_TEXT_BYTES = 1 << 20;

/** The text of a document that is a ZIP archive of XML, without its markup; null where it is none. */
export async function readOfficeContent(
  bytes: Uint8Array<ArrayBuffer>,
  inflater: Inflater,
): Promise<DocumentContent | null> {
  const source = blobSource({ blobs: [new Blob([bytes])], start: 0 }, '');
  const directory = await readDirectory(source);
  if (!directory.ok) return null;
  const { table } = directory.value;
  const access = { source, passwords: [], inflater };
  const fields: MetadataField[] = [];
  let text = '';
  for (let index = 0; index < Math.min(table.count, MAX_ENTRIES); index++) {
    const entry = entryAt(table, index);
    const hasText = TEXTS.test(entry.path) && text.length < MAX_TEXT_BYTES;
    if (!hasText && !PROPERTIES.test(entry.path)) continue;
    const part = await readEntryPrefix(access, entry, MAX_TEXT_BYTES);
    if (!part.ok) continue;
    const xml = decodePlainText(part.value.bytes);
    if (hasText) text += textOfMarkup(xml);
    else fields.push(...prefixedFields(xml));
  }
  return { text: text.slice(0, MAX_TEXT_BYTES), fields };
}

/** Runs of one word may each have an element of their own: lines end with paragraphs, rows and shared strings. */
const LINE_END = /<\/[\w.-]*:?(?:p|row|h|si|t)>/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function textOfMarkup(xml: string): string {
  const lines = xml
    .replace(LINE_END, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .split('\n')
    .map((line) => line.trim());
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}
