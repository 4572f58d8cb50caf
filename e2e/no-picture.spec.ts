import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { corpusDir, readManifest } from '../src/fixtures/corpus';
import { expect, test } from './glovebox-test';
import { openArchive, visitPage } from './workspace';

const TIMEOUT_MS = 300_000;

const dir = corpusDir();

test.describe('files of the corpus without pixels', { tag: '@corpus' }, () => {
  test.skip(dir === null, 'there is no corpus');
  test.setTimeout(TIMEOUT_MS);

  test('each says in words what it is, or why there is no picture', async ({ page, visit }) => {
    await visitPage(page, visit);
    // A DICOMDIR describes other files, and is in no series.
    const files = readManifest(dir ?? '').filter(
      ({ readable, pixels, categories }) => readable && pixels === null && !categories.includes('dicomdir'),
    );
    const outcomes: Record<string, number> = {};
    for (const { path } of files) {
      await openArchive(page, join(dir ?? '', path));
      const outcome = await test.step(path, () => outcomeOf(page));
      expect(outcome.words, path).not.toBe('');
      outcomes[outcome.kind] = (outcomes[outcome.kind] ?? 0) + 1;
      await page.getByRole('button', { name: /^Close (?!the)/ }).click();
      await expect(page.getByTestId('workspace')).toHaveAttribute('data-phase', 'empty');
    }
    console.log(`${String(files.length)} files without pixels: ${JSON.stringify(outcomes)}`);
    expect(files.length).toBeGreaterThan(0);
  });
});

/** What is seen of a file that was opened by itself, and the words that go with it. */
async function outcomeOf(page: Page): Promise<{ readonly kind: string; readonly words: string }> {
  const object = page.getByTestId('object-view');
  const problem = page.getByTestId('problem');
  const picture = page.locator('[data-testid=viewport][data-phase=ready] canvas');
  await expect(object.or(problem).or(picture).first()).toBeVisible();
  if (await object.isVisible()) return { kind: 'face', words: await object.locator('header').innerText() };
  if (await problem.first().isVisible()) return { kind: 'problem', words: await problem.first().innerText() };
  return { kind: 'picture after all', words: await page.getByTestId('overlay-top-left').innerText() };
}
