import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { assert } from '../base/assert';
import { corpusDir } from '../fixtures/corpus';
import { crc32 } from './crc32';
import { AES_EXTRA, AES_METHOD, encryptionOverhead, parseAesExtra, type EntryEncryption } from './decryptor';
import { openDecryptor } from './open-decryptor';
import { DEFLATED, DIRECTORY_RECORD, FLAG_DATA_DESCRIPTOR, FLAG_ENCRYPTED, viewOf } from './zip-format';

interface CorpusArchive {
  readonly file: string;
  readonly entries: number;
  readonly outcome: string;
  readonly password?: string;
  readonly contents?: readonly { readonly name: string; readonly bytes: number }[];
}

interface Member {
  readonly name: string;
  readonly encryption: EntryEncryption;
  readonly method: number;
  readonly crc: number;
  readonly stored: Uint8Array;
}

const dir = corpusDir();
const archives = dir ? encryptedArchives(join(dir, 'zips')) : [];

function encryptedArchives(zips: string): readonly CorpusArchive[] {
  const path = join(zips, 'manifest.json');
  if (!existsSync(path)) return [];
  const all = JSON.parse(readFileSync(path, 'utf8')) as readonly CorpusArchive[];
  return all.filter(({ outcome }) => outcome === 'asks for a password');
}

/** The encrypted members of an archive that is not ZIP64, by its central directory (APPNOTE 4.3.12). */
function readMembers(archive: Buffer): readonly Member[] {
  const view = viewOf(archive);
  const end = archive.lastIndexOf('PK\x05\x06');
  const members: Member[] = [];
  for (let at = view.getUint32(end + 16, true); view.getUint32(at, true) === DIRECTORY_RECORD;) {
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const isEncrypted = (view.getUint16(at + 8, true) & FLAG_ENCRYPTED) !== 0;
    if (isEncrypted) members.push(readMember(archive, { at, nameEnd, extraEnd }));
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return members;
}

interface RecordPlace {
  readonly at: number;
  readonly nameEnd: number;
  readonly extraEnd: number;
}

function readMember(archive: Uint8Array, { at, nameEnd, extraEnd }: RecordPlace): Member {
  const view = viewOf(archive);
  const headerAt = view.getUint32(at + 42, true);
  const dataAt = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  const crc = view.getUint32(at + 16, true);
  const method = view.getUint16(at + 10, true);
  const isCheckedByTime = (view.getUint16(at + 8, true) & FLAG_DATA_DESCRIPTOR) !== 0;
  const checkByte = isCheckedByTime ? view.getUint8(at + 13) : crc >>> 24;
  const aes = method === AES_METHOD ? findAesExtra(archive.subarray(nameEnd, extraEnd)) : null;
  return {
    name: new TextDecoder().decode(archive.subarray(at + 46, nameEnd)),
    crc,
    stored: archive.subarray(dataAt, dataAt + view.getUint32(at + 20, true)),
    ...(aes ?? { encryption: { kind: 'zipcrypto', checkByte }, method }),
  };
}

function findAesExtra(extra: Uint8Array): ReturnType<typeof parseAesExtra> {
  const view = viewOf(extra);
  for (let at = 0; at < extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === AES_EXTRA) return parseAesExtra(viewOf(extra.subarray(at + 4)));
  }
  return null;
}

async function contentOf({ encryption, method, stored }: Member, password: string): Promise<Uint8Array> {
  const { headerBytes, trailerBytes } = encryptionOverhead(encryption);
  const header = stored.subarray(0, headerBytes);
  const decryptor = await openDecryptor(encryption, header, password, { authenticates: true });
  assert(decryptor, 'the password fits');
  const data = stored.slice(headerBytes, stored.length - trailerBytes);
  decryptor.decrypt(data);
  if (encryption.kind === 'winzip-aes') {
    expect(decryptor.authenticate?.(stored.subarray(stored.length - trailerBytes))).toBe(true);
  }
  return method === DEFLATED ? inflateRawSync(data) : data;
}

describe.runIf(archives.length > 0)('the encrypted archives of the corpus', () => {
  const cases = archives.map(({ file, ...rest }) => [file, rest] as const);

  it.each(cases)('%s: its contents', async (file, { password, contents }) => {
    assert(password !== undefined, 'the manifest tells the password');
    const members = readMembers(readFileSync(join(dir ?? '', 'zips', file)));
    expect(members.length).toBeGreaterThan(0);
    for (const member of members) {
      const content = await contentOf(member, password);
      expect(content).toHaveLength(contents?.find(({ name }) => name === member.name)?.bytes ?? NaN);
      const { encryption } = member;
      const hasCrc = encryption.kind === 'zipcrypto' || encryption.version === 1;
      if (hasCrc) expect(crc32(content)).toBe(member.crc);
    }
  });

  it.each(cases)('%s: a wrong password', async (file, { password }) => {
    const members = readMembers(readFileSync(join(dir ?? '', 'zips', file)));
    const opened = await Promise.all(
      members.map(({ encryption, stored }) => {
        const header = stored.subarray(0, encryptionOverhead(encryption).headerBytes);
        return openDecryptor(encryption, header, `not ${String(password)}`);
      }),
    );
    expect(opened).toContain(null);
  });
});
