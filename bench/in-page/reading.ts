import { find } from './handles';

const STEP_BYTES = 8 * 2 ** 20;

/** Reads the file that is chosen in the page, one step after the other, and makes nothing of it; ms. */
export async function readChosenFile(): Promise<number> {
  const file = (find('open-files') as HTMLInputElement).files?.[0];
  if (file === undefined) throw new Error('no file is chosen');
  const startMs = performance.now();
  for (let at = 0; at < file.size; at += STEP_BYTES) await file.slice(at, at + STEP_BYTES).arrayBuffer();
  return performance.now() - startMs;
}
