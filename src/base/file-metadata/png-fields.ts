import { decodePlainText } from '../plain-text';
import { readExifFields } from './exif-fields';
import type { MetadataField } from './metadata-field';
import { readXmpFields } from './xmp-fields';

const SIGNATURE_BYTES = 8;
/** The length and the type of a chunk before its data, and a checksum behind them. */
const CHUNK_HEAD_BYTES = 8;
const CHECKSUM_BYTES = 4;
const XMP_KEYWORD = 'XML:com.adobe.xmp';
const MAX_TEXT_BYTES = 1 << 20;

const latin1 = new TextDecoder('windows-1252');

/** The chunks of text of a PNG file (PNG 3, 11.3.3), those that are compressed too, and its Exif data. */
export async function readPngFields(bytes: Uint8Array<ArrayBuffer>): Promise<readonly MetadataField[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const fields: MetadataField[] = [];
  for (let at = SIGNATURE_BYTES; at + CHUNK_HEAD_BYTES <= bytes.length;) {
    const start = at + CHUNK_HEAD_BYTES;
    const end = start + view.getUint32(at);
    const type = latin1.decode(bytes.subarray(at + 4, start));
    fields.push(...(await fieldsOfChunk(type, bytes.subarray(start, end))));
    at = end + CHECKSUM_BYTES;
  }
  return fields;
}

async function fieldsOfChunk(type: string, data: Uint8Array<ArrayBuffer>): Promise<readonly MetadataField[]> {
  if (type === 'eXIf') return readExifFields(data);
  if (type === 'tIME' && data.length >= 7) return [{ name: 'Changed', value: timeOf(data) }];
  const split = data.indexOf(0);
  if (split < 0) return [];
  const name = latin1.decode(data.subarray(0, split));
  const rest = data.subarray(split + 1);
  if (type === 'tEXt') return [{ name, value: latin1.decode(rest) }];
  if (type === 'zTXt') return [{ name, value: latin1.decode(await inflate(rest.subarray(1))) }];
  return type === 'iTXt' ? internationalText(name, rest) : [];
}

/** Flag and method of compression, language, and the keyword in it, then the text. */
async function internationalText(
  name: string,
  rest: Uint8Array<ArrayBuffer>,
): Promise<readonly MetadataField[]> {
  const languageEnd = rest.indexOf(0, 2);
  const keywordEnd = rest.indexOf(0, languageEnd + 1);
  if (languageEnd < 0 || keywordEnd < 0) return [];
  const written = rest.subarray(keywordEnd + 1);
  const text = rest[0] === 1 ? await inflate(written) : written;
  return name === XMP_KEYWORD ? readXmpFields(text) : [{ name, value: decodePlainText(text) }];
}

/** As far as it can be inflated, and no further than a long text. */
async function inflate(zlib: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const reader = new Blob([zlib]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  const text = new Uint8Array(MAX_TEXT_BYTES);
  let filled = 0;
  try {
    for (let next = await reader.read(); !next.done && filled < text.length; next = await reader.read()) {
      const part = next.value.subarray(0, text.length - filled);
      text.set(part, filled);
      filled += part.length;
    }
  } catch {
    // Damaged, or cut: what came before stands.
  }
  void reader.cancel().catch(() => undefined);
  return text.subarray(0, filled);
}

/** `2024-01-31 12:00:00`, in UTC. */
function timeOf(data: Uint8Array): string {
  const [high = 0, low = 0, ...rest] = data.subarray(0, 7);
  const [month, day, hour, minute, second] = rest.map((part) => String(part).padStart(2, '0'));
  return `${high * 256 + low}-${month}-${day} ${hour}:${minute}:${second}`;
}
