import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { corpusDir } from '../fixtures/corpus';
import { createTestInflater } from './access.fixture';
import { openEntrySource } from './entry-source';
import { entryAt } from './entry-table';
import type { Inflater } from './inflater';
import { openContainer } from './open-container';
import { readEntry } from './read-entry';
import { openArchive } from './source-spec';

const dir = corpusDir();
const folder = join(dir ?? '', 'zips');
const files = dir && existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.zip')) : [];

/** Of each archive so many entries are compared, and none that is a bomb. */
const MAX_ENTRIES = 20;
const MAX_BYTES = 10_000_000;

let inflater: Inflater;

beforeAll(async () => {
  inflater = await createTestInflater();
});

describe.runIf(files.length > 0)('entries of the archives of the corpus as sources', () => {
  it.each(files)('%s: read from their end, as when they are read whole', async (file) => {
    const blobs = [new Blob([readFileSync(join(folder, file))])];
    const spec = { source: { kind: 'blobs', name: file, blobs, start: 0 }, passwords: ['dicom'] } as const;
    const container = await openContainer(spec, inflater);
    if (!container.ok) return;
    const access = await openArchive({ ...spec, source: container.value.source }, inflater);
    if (!access.ok) throw new Error(JSON.stringify(access.error));
    const { table } = container.value;
    for (let index = 0; index < Math.min(table.count, MAX_ENTRIES); index++) {
      const entry = entryAt(table, index);
      if (entry.bytes > MAX_BYTES) continue;
      const whole = await readEntry(access.value, entry);
      const source = await openEntrySource(access.value, entry);
      expect(source.ok).toBe(whole.ok);
      if (!whole.ok || !source.ok) continue;
      const { bytes } = source.value;
      const third = Math.floor(bytes / 3);
      for (const start of [2 * third, third, 0]) {
        const part = await source.value.read(start, start + third);
        // Of damaged data the whole has what stands before.
        if (part.ok)
          expect(Buffer.compare(part.value, whole.value.bytes.subarray(start, start + third))).toBe(0);
        else expect(whole.value.problems).not.toEqual([]);
      }
    }
  });
});
