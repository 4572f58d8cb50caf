import type { ContentsCheck } from '../workers/protocol';
import { engine } from './engine';

/**
 * Holds a list that the reviewer pasted ('' for none) against what is in the archives, and says what is known of their
 * completeness, by the last run of the checks; null before the first one, or where the archives were closed meanwhile.
 */
export async function checkContents(list: string): Promise<ContentsCheck | null> {
  const result = await engine.reviewWorker.request('checkContents', list);
  return result.ok ? result.value : null;
}
