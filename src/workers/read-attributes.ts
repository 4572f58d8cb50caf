import type { ArchiveAccess } from '../archive/archive-access';
import { crc32, formatCrc } from '../archive/crc32';
import type { EntryTable } from '../archive/entry-table';
import { inflateRaw } from '../archive/inflate-raw';
import { scanEntries } from '../archive/scan';
import type { WindowLimits } from '../archive/scan-windows';
import type { Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import {
  AttributeBatchEncoder,
  type AttributeValue,
  type EncodedAttributes,
} from '../catalog/attribute-batch';
import type { DataSet } from '../dicom/data-set';
import type { Dictionary } from '../dicom/dictionary';
import { readHeadFile } from '../dicom/head-file';
import { readHeader } from '../dicom/header';
import type { HeaderRow } from '../dicom/header-row';
import type { DicomFile } from '../dicom/part10';
import { isPrivateCreator, tagNumber } from '../dicom/tag';

export interface AttributeReading {
  readonly access: ArchiveAccess;
  readonly table: EntryTable;
  readonly share: Uint32Array<ArrayBuffer>;
  /** Of the attributes that are wanted; null: all before the pixels. */
  readonly paths: readonly string[] | null;
  readonly dictionary: Dictionary;
  readonly signal: AbortSignal;
  readonly onBatch: (batch: EncodedAttributes) => void;
  readonly limits?: WindowLimits;
}

const BATCH_INTERVAL_MS = 150;
/** What the page takes in at once, in a few milliseconds. */
const MAX_BATCH_CELLS = 20_000;

/** Reads attributes of each entry of a share; every one ends in one batch, as read or as a failure. */
export async function readAttributes(reading: AttributeReading): Promise<Result<null>> {
  const { access, dictionary, onBatch } = reading;
  const wanted = reading.paths === null ? null : wantedOf(reading.paths);
  let encoder = new AttributeBatchEncoder();
  let flushedAt = performance.now();

  function readValues(file: DicomFile, where: string): Iterable<AttributeValue> {
    if (wanted !== null) keepElements(file.dataSet, wanted.tags);
    const { rows } = readHeader(file, dictionary, where);
    return attributeValues(wanted === null ? rows : rows.filter(({ path }) => wanted.paths.has(path)), file);
  }

  function flush(): void {
    if (encoder.entries > 0) onBatch(encoder.encode());
    encoder = new AttributeBatchEncoder();
    flushedAt = performance.now();
  }

  const result = await scanEntries({
    access,
    table: reading.table,
    share: reading.share,
    signal: reading.signal,
    ...(reading.limits && { limits: reading.limits }),
    visit: (entry, head) => {
      const read = readHeadFile(head, entry.path, (bytes) => inflateRaw(bytes, access.inflater));
      if (read === 'need-more') return 'need-more';
      const file = wholeFile(read, head.problem);
      if (file.ok) encoder.add(entry.index, readValues(file.value, entry.path));
      else encoder.addFailure(file.error);
      if (encoder.cells > MAX_BATCH_CELLS || performance.now() - flushedAt > BATCH_INTERVAL_MS) flush();
      return 'done';
    },
    fail: (_entry, reason) => {
      encoder.addFailure(reason);
    },
  });
  flush();
  return result.ok ? ok(null) : result;
}

/** After damage before the pixels, attributes would seem to be missing. */
function wholeFile(file: Result<DicomFile>, damage: Problem | null): Result<DicomFile> {
  const isWhole = damage === null || (file.ok && file.value.pixelElement !== null);
  return isWhole ? file : err(damage);
}

interface Wanted {
  readonly paths: ReadonlySet<string>;
  /** Where these begin: `00082112[0].00081155` in (0008,2112). */
  readonly tags: ReadonlySet<number>;
}

function wantedOf(paths: readonly string[]): Wanted {
  return { paths: new Set(paths), tags: new Set(paths.map((path) => parseInt(path.slice(0, 8), 16))) };
}

const SPECIFIC_CHARACTER_SET = 0x00080005;
const PIXEL_REPRESENTATION = 0x00280103;

/** Leaves those that are wanted, and those that decide how they are read. */
function keepElements({ elements }: DataSet, tags: ReadonlySet<number>): void {
  for (const key of Object.keys(elements)) {
    const tag = tagNumber(key);
    const decides = tag === SPECIFIC_CHARACTER_SET || tag === PIXEL_REPRESENTATION || isPrivateCreator(tag);
    if (!decides && !tags.has(tag)) Reflect.deleteProperty(elements, key);
  }
}

const PIXEL_GROUP = '7FE0';

function* attributeValues(rows: readonly HeaderRow[], file: DicomFile): Generator<AttributeValue> {
  for (const row of rows) {
    if (row.kind === 'item' || row.path.startsWith(PIXEL_GROUP)) continue;
    const { path, tag, keyword, name, vr } = row;
    yield { path, tag, keyword, name, vr, value: valueOf(row, file) };
  }
}

/** What is too long to be shown is told apart by its length and CRC-32. */
function valueOf(
  { kind, vm, value, valueIsCut, offsetBytes, lengthBytes }: HeaderRow,
  file: DicomFile,
): string {
  if (kind === 'sequence') return vm === 1 ? '1 item' : `${vm} items`;
  if (!valueIsCut || lengthBytes < 0) return value;
  const checksum = crc32(file.byteArray.subarray(offsetBytes, offsetBytes + lengthBytes));
  return `${value}… (${lengthBytes} bytes, CRC-32 ${formatCrc(checksum)})`;
}
