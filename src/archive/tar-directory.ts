import { problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { NO_COMMENTS } from './comments';
import type { Directory } from './directory';
import { appendEntry, createTable, finishTable, type GrowingTable } from './entry-columns';
import { readName } from './entry-name';
import { createForwardReader, type ForwardReader } from './forward-reader';
import {
  findPaxNumber,
  findPaxValue,
  NO_PAX_RECORDS,
  parsePaxRecords,
  type PaxRecords,
  type TarText,
} from './pax-records';
import type { Source } from './source';
import { isTableFull } from './table-limits';
import {
  LINK_NAME_AT,
  parseTarHeader,
  TAR_BLOCK_BYTES,
  TAR_SPARSE,
  untilNul,
  type TarHeader,
} from './tar-header';
import { STORED } from './zip-format';

/** Longer than any name or header extension met so far; those beyond it are passed over. */
const MAX_EXTENSION_BYTES = 1 << 20;
const SLASH = 0x2f;

/** Types of members, POSIX.1-2017; letters in upper case are GNU's. What is not listed is a file. */
const HARD_LINK = '1';
const SYMBOLIC_LINK = '2';
const LINKS = HARD_LINK + SYMBOLIC_LINK;
const DIRECTORIES = '5D';
const VOLUME_LABEL = 'V';
const GNU_SPARSE = 'S';
/** A link, a device, a directory or a FIFO, whatever its size says. */
const WITHOUT_DATA = '123456V';
const LONG_NAME = 'L';
const LONG_LINK_NAME = 'K';
const PAX_HEADER = 'x';
const PAX_GLOBAL_HEADER = 'g';
const EXTENSIONS = LONG_NAME + LONG_LINK_NAME + PAX_HEADER + PAX_GLOBAL_HEADER;

/** Whether a file begins with the header of a tar's first member; `head` are its first 512 bytes or more. */
export function isTar(head: Uint8Array): boolean {
  return parseTarHeader(head) !== null;
}

/**
 * The members of a tar in its order, found from header to header: V7, ustar, GNU and pax. A link's content is the
 * name that it leads to, a sparse file has the method `TAR_SPARSE`, devices are files without content. What ends the
 * list early is a problem beside the members before it, and the error where there are none: `truncated-archive`,
 * `bad-directory`, or that the source cannot be read further.
 */
export async function readTarDirectory(source: Source): Promise<Result<Directory>> {
  const walk: Walk = {
    source,
    reader: createForwardReader(source),
    table: createTable({ hasLocalHeaders: false }),
    global: NO_PAX_RECORDS,
    extensions: NO_EXTENSIONS,
  };
  let at = 0;
  for (;;) {
    const next = await readMember(walk, at);
    if (next.ok && next.value !== null) {
      at = next.value;
      continue;
    }
    if (!next.ok && walk.table.columns.count === 0) return next;
    return ok({ ...finishTable(walk.table), comments: NO_COMMENTS, problems: next.ok ? [] : [next.error] });
  }
}

interface Walk {
  readonly source: Source;
  readonly reader: ForwardReader;
  readonly table: GrowingTable;
  global: PaxRecords;
  extensions: Extensions;
}

/** What was said before a member's own header. */
interface Extensions {
  readonly pax: PaxRecords | null;
  readonly longName: TarText | null;
  readonly longLinkName: TarText | null;
}

const NO_EXTENSIONS: Extensions = { pax: null, longName: null, longLinkName: null };

/** Returns where the next header is, null at the end. */
async function readMember(walk: Walk, at: number): Promise<Result<number | null>> {
  const read = await walk.reader.read(at, TAR_BLOCK_BYTES);
  if (!read.ok) return read;
  const header = parseTarHeader(read.value);
  if (header === null) return endAt(walk, at, read.value.subarray(0, TAR_BLOCK_BYTES));
  if (isTableFull(walk.table)) return damagedAt(walk, at, 'there are more entries than can be held');
  const dataStart = at + TAR_BLOCK_BYTES;
  if (EXTENSIONS.includes(header.type)) return readExtension(walk, header, dataStart);
  const start = header.type === GNU_SPARSE ? await skipSparseList(walk, header, dataStart) : ok(dataStart);
  if (!start.ok) return start;
  const { extensions } = walk;
  walk.extensions = NO_EXTENSIONS;
  const pax = extensions.pax ? new Map([...walk.global, ...extensions.pax]) : walk.global;
  const member = { header, extensions, pax, at, dataStart: start.value };
  const dataBytes = dataBytesOf(member);
  if (header.type !== VOLUME_LABEL) appendMember(walk.table, member, dataBytes);
  return ok(blockEnd(start.value + dataBytes));
}

/** A tar ends with blocks of zeros; one that has none is cut off. */
function endAt(walk: Walk, at: number, block: Uint8Array): Result<null> {
  const { name, bytes } = walk.source;
  if (block.length < TAR_BLOCK_BYTES) return err(problem('truncated-archive', name, { bytes }));
  return block.every((byte) => byte === 0) ? ok(null) : damagedAt(walk, at, 'no header of a tar is there');
}

function damagedAt({ source }: Walk, offset: number, reason: string): Result<never> {
  return err(problem('bad-directory', source.name, { offset, reason }));
}

function blockEnd(offset: number): number {
  return Math.ceil(offset / TAR_BLOCK_BYTES) * TAR_BLOCK_BYTES;
}

async function readExtension(walk: Walk, header: TarHeader, offset: number): Promise<Result<number>> {
  const next = ok(blockEnd(offset + header.bytes));
  if (header.bytes > MAX_EXTENSION_BYTES) return next;
  const read = await walk.reader.read(offset, header.bytes);
  if (!read.ok) return read;
  const bytes = read.value.slice(0, header.bytes);
  const { extensions } = walk;
  switch (header.type) {
    case PAX_GLOBAL_HEADER:
      walk.global = new Map([...walk.global, ...parsePaxRecords({ bytes, offset })]);
      break;
    case PAX_HEADER:
      walk.extensions = { ...extensions, pax: parsePaxRecords({ bytes, offset }) };
      break;
    case LONG_NAME:
      walk.extensions = { ...extensions, longName: { bytes: untilNul(bytes), offset } };
      break;
    default:
      walk.extensions = { ...extensions, longLinkName: { bytes: untilNul(bytes), offset } };
  }
  return next;
}

/** Where the data of GNU's own sparse file begin: behind the blocks in which the list of them goes on. */
async function skipSparseList(walk: Walk, header: TarHeader, dataStart: number): Promise<Result<number>> {
  let at = dataStart;
  let isContinued = header.isSparseListContinued;
  while (isContinued) {
    const read = await walk.reader.read(at, TAR_BLOCK_BYTES);
    if (!read.ok) return read;
    isContinued = read.value[504] === 1;
    at += TAR_BLOCK_BYTES;
  }
  return ok(at);
}

interface Member {
  readonly header: TarHeader;
  readonly extensions: Extensions;
  /** Its own records and those of all members. */
  readonly pax: PaxRecords;
  /** Of its header. */
  readonly at: number;
  readonly dataStart: number;
}

function dataBytesOf({ header, extensions, pax }: Member): number {
  const bytes = findPaxNumber(pax, 'size') ?? header.bytes;
  // Only pax gives hard links data; where others state a length, it is that of the file that they lead to.
  if (header.type === HARD_LINK && extensions.pax) return bytes;
  return WITHOUT_DATA.includes(header.type) ? 0 : bytes;
}

function appendMember(table: GrowingTable, member: Member, dataBytes: number): void {
  const { header, dataStart } = member;
  const rawName = rawNameOf(member);
  const isLink = LINKS.includes(header.type) && dataBytes === 0;
  const isDirectory =
    DIRECTORIES.includes(header.type) || (dataBytes === 0 && !isLink && rawName.at(-1) === SLASH);
  const sparseBytes = sparseBytesOf(member);
  const link = isLink ? linkNameOf(member) : null;
  const bytes = isDirectory ? 0 : (link?.bytes.length ?? dataBytes);
  appendEntry(table, {
    // No writer tells reliably what its names are in, pax (`hdrcharset`) included.
    name: readName({ bytes: rawName, isUtf8: false, unicodePath: null }),
    headerOffset: link?.offset ?? dataStart,
    compressedBytes: bytes,
    bytes: sparseBytes ?? bytes,
    crc32: null,
    method: sparseBytes === null ? STORED : TAR_SPARSE,
    isDirectory,
    isSymlink: isLink,
  });
}

function rawNameOf({ header, extensions: { longName }, pax }: Member): Uint8Array {
  const paxName = findPaxValue(pax, 'GNU.sparse.name') ?? findPaxValue(pax, 'path');
  return (paxName ?? longName)?.bytes ?? header.name;
}

function linkNameOf({ header, extensions: { longLinkName }, pax, at }: Member): TarText {
  return (
    findPaxValue(pax, 'linkpath') ?? longLinkName ?? { bytes: header.linkName, offset: at + LINK_NAME_AT }
  );
}

/** The length of a sparse file with its holes; null of any other. */
function sparseBytesOf({ header, pax }: Member): number | null {
  if (header.type === GNU_SPARSE) return header.sparseBytes || 0;
  return findPaxNumber(pax, 'GNU.sparse.realsize') ?? findPaxNumber(pax, 'GNU.sparse.size');
}
