import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { aesExtraContent, encryptWinzipAes, encryptZipCrypto } from '../fixtures/zip-encryption';
import { buildZip, extraField, type ZipMember } from '../fixtures/zip-writer';
import { accessTo, createTestInflater, sourceOf } from './access.fixture';
import { readDirectory } from './directory';
import type { EntryTable } from './entry-table';
import type { Inflater } from './inflater';
import { scanEntries } from './scan';
import { shareEntries } from './share-entries';
import type { Source } from './source';
import { tryPassword } from './try-password';

let inflater: Inflater;

beforeAll(async () => {
  inflater = await createTestInflater();
});

const signal = new AbortController().signal;

function contentOf(seed: number): Uint8Array {
  return Uint8Array.from({ length: 3000 }, (_, i) => (i === 0 ? seed : Math.imul(i, i + seed) >>> 5));
}

function zipCrypto(name: string, content: Uint8Array, password: string): ZipMember {
  const checkByte = 0x4d;
  const deflated = encryptZipCrypto(deflateRawSync(content), { password, checkByte, seed: name.length });
  return { name, content, deflated, crc32: checkByte << 24, isEncrypted: true };
}

function aes(name: string, content: Uint8Array, password: string): ZipMember {
  const salt = new Uint8Array(8).fill(name.length);
  return {
    name,
    content,
    // Stored, then encrypted: as archivers do with what does not compress.
    deflated: encryptWinzipAes(content, { password, strengthBits: 128, salt }),
    method: 99,
    isEncrypted: true,
    centralExtra: extraField(0x9901, aesExtraContent(1, 128, 0)),
  };
}

interface Opened {
  readonly source: Source;
  readonly table: EntryTable;
}

async function open(members: readonly ZipMember[]): Promise<Opened> {
  const source = sourceOf(buildZip(members));
  const directory = await readDirectory(source);
  if (!directory.ok) throw new Error('not opened');
  return { source, table: directory.value.table };
}

/** What the first byte of each entry is, or why it cannot be told. */
async function scan({ source, table }: Opened, passwords: readonly string[]) {
  const said: (number | string | undefined)[] = [];
  await scanEntries({
    access: accessTo(source, inflater, passwords),
    table,
    share: shareEntries(table, 1)[0] ?? new Uint32Array(),
    visit: ({ index }, head) => {
      if (head.require(3000) === 'not-loaded') return 'need-more';
      said[index] = head.problem?.code ?? head.bytes[0];
      return 'done';
    },
    fail: ({ index }, { code }) => {
      said[index] = code;
    },
    signal,
    limits: { firstBytes: 100, maxBytes: 1000, headBytes: 200 },
  });
  return said;
}

describe('an archive with several passwords', () => {
  const members = [
    { name: 'plain', content: contentOf(1) },
    zipCrypto('one', contentOf(2), 'first'),
    aes('three', contentOf(3), 'second'),
    zipCrypto('fourth', contentOf(4), 'second'),
  ];

  it('opens what is not encrypted without any', async () => {
    expect(await scan(await open(members), [])).toEqual([1, ...Array<string>(3).fill('entry-encrypted')]);
  });

  it('opens what each of them fits, in whatever order they were given', async () => {
    const opened = await open(members);
    expect(await scan(opened, ['second'])).toEqual([1, 'entry-encrypted', 3, 4]);
    expect(await scan(opened, ['second', 'first'])).toEqual([1, 2, 3, 4]);
    expect(await scan(opened, ['wrong', 'first', 'second'])).toEqual([1, 2, 3, 4]);
  });

  it('tells whether the password that was given last opens anything', async () => {
    const { source, table } = await open(members);
    const share = Uint32Array.of(1, 2, 3);
    for (const [passwords, fits] of [
      [['second'], true],
      [['second', 'first'], true],
      [['first', 'wrong'], false],
    ] as const) {
      const access = accessTo(source, inflater, passwords);
      expect(await tryPassword(access, { table, share, signal })).toEqual({ ok: true, value: fits });
    }
  });
});

it('takes no wrong password for the right one although it passes the check of one byte', async () => {
  const opened = await open([zipCrypto('one', contentOf(9), 'right')]);
  // Some two of these 500 pass the check byte (1 in 256): none of them may open the entry.
  for (let i = 0; i < 500; i++)
    expect(await scan(opened, [`wrong ${String(i)}`])).toEqual(['entry-encrypted']);
});
