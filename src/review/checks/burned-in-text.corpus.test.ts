import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpusDir, readManifest, type CorpusFile } from '../../fixtures/corpus';
import { reviewOf } from '../review-input.fixture';
import { burnedInTextCheck } from './burned-in-text';

const folder = corpusDir();

/** Categories by which a manifest says so in so many words. */
const TEXT_CATEGORY = /burned|text-in-(the-)?picture/i;

/**
 * Whether the manifest marks a file as one that carries text in its picture: by a category of its own, else by what it
 * read of the header: modalities and objects whose pictures are written on as a rule.
 */
function isMarked({ categories, modality, sopClassUID, pixels }: CorpusFile): boolean {
  // Of videos no tool has pixels to tell.
  if (pixels === null && !categories.includes('video')) return false;
  if (categories.some((category) => TEXT_CATEGORY.test(category))) return true;
  const isWrittenOn = ['US', 'ES', 'XC', 'OT', 'SC'].includes(modality ?? '');
  // Secondary Capture, and Ultrasound with one frame or several, the retired classes too (PS3.4 B.5, B.6).
  return isWrittenOn || /^1\.2\.840\.10008\.5\.1\.4\.1\.1\.(7|3|6)(\.\d)?$/.test(sopClassUID ?? '');
}

async function isInQueue(dir: string, path: string): Promise<boolean> {
  const content = new Uint8Array(readFileSync(join(dir, path)));
  const found = burnedInTextCheck.find(await reviewOf([{ path, content }]));
  return found.length > 0;
}

describe.skipIf(folder === null)('text in the pictures of the corpus', () => {
  const dir = folder ?? '';
  const files = folder === null ? [] : readManifest(folder).filter(({ readable }) => readable);

  it('is in the queue to look at, for all files that the manifest marks', async () => {
    const marked = files.filter(isMarked);
    const missing: string[] = [];
    for (const { path } of marked) if (!(await isInQueue(dir, path))) missing.push(path);
    expect(missing).toEqual([]);
    expect(marked.length).toBeGreaterThan(0);
  });
});
