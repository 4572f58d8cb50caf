import { expect, it } from 'vitest';
import { createTestInflater } from './access.fixture';
import { entryAt } from './entry-table';
import { specOfFiles, tableOfFiles } from './file-list';
import { readEntry } from './read-entry';
import { openArchive } from './source-spec';

it('reads the files of a folder, of all of them or of a few', async () => {
  const contents = ['first', '', 'third', 'the fourth'];
  const blobs = contents.map((content) => new Blob([content]));
  const table = tableOfFiles(blobs.map(({ size }, i) => ({ path: `CD/file ${String(i)}`, bytes: size })));
  const whole = { kind: 'blobs', name: 'CD', blobs, start: 0 } as const;
  const inflater = await createTestInflater();
  for (const [first, last] of [
    [0, 3],
    [1, 2],
    [3, 3],
  ] as const) {
    const source = specOfFiles(whole, table, first, last);
    expect(source.kind === 'blobs' && source.blobs.length).toBe(last - first + 1);
    const access = await openArchive({ source, passwords: [] }, inflater);
    if (!access.ok) throw new Error('not opened');
    for (let index = first; index <= last; index++) {
      const content = await readEntry(access.value, entryAt(table, index));
      expect(content).toMatchObject({ ok: true, value: { problems: [] } });
      if (content.ok) expect(new TextDecoder().decode(content.value.bytes)).toBe(contents[index]);
    }
  }
});
