import { deflateRawSync, gzipSync } from 'node:zlib';
import { crc32 } from '../../src/archive/crc32';
import { AES_EXTRA, AES_METHOD } from '../../src/archive/decryptor';
import { DEFLATE64, DEFLATED, STORED, UNICODE_PATH_EXTRA } from '../../src/archive/zip-format';
import { drawBelow, drawBytes, drawFrom, mutate } from '../../src/fixtures/mutations';
import type { Random } from '../../src/fixtures/random';
import { buildTar, type TarMember } from '../../src/fixtures/tar-writer';
import { aesExtraContent, encryptWinzipAes, encryptZipCrypto } from '../../src/fixtures/zip-encryption';
import { buildZip, extraField, type ZipMember } from '../../src/fixtures/zip-writer';

type Bytes = Uint8Array<ArrayBuffer>;

/** What the encrypted entries of archives open with. */
export const PASSWORD = 'Röntgen';

const MAX_DEPTH = 2;
const MAX_MEMBERS = 6;
const NOTHING = new Uint8Array();

const encoder = new TextEncoder();

interface Drawing {
  readonly files: readonly Bytes[];
  readonly random: Random;
  /** Archives around this one. */
  readonly depth: number;
}

/** An archive of some of the files, of any kind, of whatever its writer can put into it. */
export function drawArchive(files: readonly Bytes[], random: Random, depth = 0): Bytes {
  const drawing = { files, random, depth };
  const kind = random();
  if (kind < 0.7) return drawZip(drawing);
  if (kind < 0.85) return drawTar(drawing);
  const content = random() < 0.5 ? drawTar(drawing) : drawContent(drawing);
  return new Uint8Array(gzipSync(content));
}

function drawZip(drawing: Drawing): Bytes {
  const { random } = drawing;
  const sometimes = <Value>(value: Value, otherwise: Value) => (random() < 0.15 ? value : otherwise);
  return buildZip(drawMembers(drawing, drawZipMember), {
    comment: sometimes(drawBytes(30, random), NOTHING),
    prefix: sometimes(drawBytes(70, random), NOTHING),
    isPrefixCounted: random() < 0.5,
    isZip64: random() < 0.3,
    trailing: sometimes(drawBytes(20, random), NOTHING),
  });
}

function drawTar(drawing: Drawing): Bytes {
  return buildTar(drawMembers(drawing, drawTarMember));
}

function drawMembers<Member>(drawing: Drawing, drawMember: (drawing: Drawing) => Member): readonly Member[] {
  return Array.from({ length: drawBelow(MAX_MEMBERS + 1, drawing.random) }, () => drawMember(drawing));
}

function drawZipMember(drawing: Drawing): ZipMember {
  const { random } = drawing;
  const name = drawName(random);
  const content = drawContent(drawing);
  const member: ZipMember = {
    name,
    content,
    isZip64: random() < 0.2,
    hasDataDescriptor: random() < 0.3,
    ...(random() < 0.05 ? { claimedBytes: drawBelow(2 ** 32, random) } : {}),
    // A symbolic link of Unix.
    ...(random() < 0.05 ? { externalAttributes: 0o120777 * 2 ** 16 } : {}),
    ...(random() < 0.1 ? { centralExtra: unicodePath(name) } : {}),
  };
  const packed = drawPacked(content, random);
  return random() < 0.2 ? encrypt({ ...member, ...packed }, random) : { ...member, ...packed };
}

/** One kind of name in each of the ways that a name can be written. */
function drawName(random: Random): string | Uint8Array {
  const names = [
    'DICOM/IM0001',
    'a',
    'DICOMDIR',
    'A/B/1',
    'folder/',
    'süß.dcm',
    '../up',
    'C:\\x\\y',
    'Thumbs.db',
    '',
  ];
  // テスト in Shift-JIS; nothing that is in any encoding.
  const encoded = [Uint8Array.of(0x83, 0x65, 0x83, 0x58, 0x83, 0x67), drawBytes(5, random)];
  return drawFrom<string | Uint8Array>([...names, ...encoded], random);
}

/** Info-ZIP's Unicode path (APPNOTE 4.6.9). */
function unicodePath(name: string | Uint8Array): Uint8Array {
  const nameBytes = typeof name === 'string' ? encoder.encode(name) : name;
  const nameCrc = new Uint8Array(Uint32Array.of(crc32(nameBytes)).buffer);
  return extraField(UNICODE_PATH_EXTRA, Uint8Array.of(1, ...nameCrc, 0xc3, 0xbc));
}

type Packed = Pick<ZipMember, 'method' | 'deflated'>;

/** Stored blocks are the same in Deflate64. The last methods are such as are not read. */
function drawPacked(content: Bytes, random: Random): Packed {
  const kind = random();
  if (kind < 0.5) return { method: DEFLATED, deflated: new Uint8Array(deflateRawSync(content)) };
  if (kind < 0.8) return { method: STORED };
  const level = { level: 0 };
  if (kind < 0.9) return { method: DEFLATE64, deflated: new Uint8Array(deflateRawSync(content, level)) };
  return { method: drawFrom([12, 14, 93, 95, AES_METHOD], random) };
}

function encrypt(member: ZipMember, random: Random): ZipMember {
  const content = member.content ?? NOTHING;
  const plain = member.deflated ?? content;
  const password = random() < 0.8 ? PASSWORD : 'another';
  if (random() < 0.5) {
    // Where the header has no CRC-32 yet, the check byte is the time's, which is 0 in archives of the builder.
    const checkByte = member.hasDataDescriptor ? 0 : crc32(content) >>> 24;
    const seed = drawBelow(1000, random);
    return { ...member, isEncrypted: true, deflated: encryptZipCrypto(plain, { password, checkByte, seed }) };
  }
  const strengthBits = drawFrom([128, 192, 256] as const, random);
  const salt = drawBytes(strengthBits / 16, random);
  const version = drawFrom([1, 2] as const, random);
  const extra = extraField(AES_EXTRA, aesExtraContent(version, strengthBits, member.method ?? STORED));
  return {
    ...member,
    isEncrypted: true,
    method: AES_METHOD,
    deflated: encryptWinzipAes(plain, { password, strengthBits, salt }),
    localExtra: extra,
    centralExtra: extra,
    ...(version === 2 ? { crc32: 0 } : {}),
  };
}

function drawTarMember(drawing: Drawing): TarMember {
  const { random } = drawing;
  const name = random() < 0.1 ? 'long/'.repeat(30) : drawName(random);
  return {
    name,
    content: drawContent(drawing),
    type: drawFrom([...Array<string>(7).fill('0'), '1', '2', '5', '7', 'x', 'g', 'L', 'K', 'S'], random),
    linkName: random() < 0.1 ? 'elsewhere' : '',
    isGnu: random() < 0.4,
    isBase256: random() < 0.1,
    isV7: random() < 0.1,
    ...(random() < 0.2 ? { pax: { path: 'päx/name', size: String(drawBelow(3000, random)) } } : {}),
    ...(random() < 0.05 ? { claimedBytes: drawBelow(2 ** 32, random) } : {}),
  };
}

/** A DICOM file as it is or changed, another archive, or something else. */
function drawContent({ files, random, depth }: Drawing): Bytes {
  const kind = random();
  if (kind < 0.5) return drawFrom(files, random);
  if (kind < 0.7) return mutate(drawFrom(files, random), random);
  if (kind < 0.85 && depth < MAX_DEPTH) return drawArchive(files, random, depth + 1);
  // Such a long one that there are points within it to go on from.
  if (kind > 0.99) return new Uint8Array(2_500_000);
  const texts = ['%PDF-1.7 or not', '{"a": 1}', '<html>', 'a text'].map((text) => encoder.encode(text));
  return drawFrom([NOTHING, drawBytes(100, random), new Uint8Array(3000), ...texts], random);
}
