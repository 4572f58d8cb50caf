import { describe, expect, it } from 'vitest';
import { buildZip, type ZipMember } from '../fixtures/zip-writer';
import { sourceOf } from './access.fixture';
import { readDirectory } from './directory';
import type { EntryTable } from './entry-table';
import { shareEntries } from './share-entries';

function membersOf(lengths: readonly number[]): readonly ZipMember[] {
  return lengths.map((length, i) => ({ name: `f${String(i)}`, content: new Uint8Array(length) }));
}

async function tableOf(members: readonly ZipMember[]): Promise<EntryTable> {
  const directory = await readDirectory(sourceOf(buildZip(members)));
  if (!directory.ok) throw new Error('not opened');
  return directory.value.table;
}

const LENGTHS = Array.from({ length: 300 }, (_, i) => 4 + ((i * 7919) % 5000));

describe('shareEntries', () => {
  it('gives each file once, in file order, in parts of about equal bytes', async () => {
    const members = [...membersOf(LENGTHS), { name: 'directory/' }];
    const table = await tableOf(members);
    const shares = shareEntries(table, 3);
    expect(shares).toHaveLength(3);
    expect(shares.flatMap((share) => [...share])).toEqual(Array.from({ length: 300 }, (_, i) => i));
    for (const share of shares) expect(Math.abs(share.length - 100)).toBeLessThan(10);
  });

  it('orders by place in the file, not by place in the directory', async () => {
    const table = await tableOf(membersOf([10, 10, 10]));
    const headerOffset = table.headerOffset.slice().reverse();
    expect(shareEntries({ ...table, headerOffset }, 1)).toEqual([Uint32Array.of(2, 1, 0)]);
  });

  it('counts a large entry for what is read of it', async () => {
    const table = await tableOf(membersOf([20_000_000, 100_000, 100_000, 100_000, 100_000]));
    expect(shareEntries(table, 2).map((share) => [...share])).toEqual([[0], [1, 2, 3, 4]]);
  });

  it('has no empty parts', async () => {
    const table = await tableOf(membersOf([10, 10]));
    expect(shareEntries(table, 8).map((share) => [...share])).toEqual([[0], [1]]);
    expect(shareEntries(await tableOf([]), 2)).toEqual([]);
  });
});
