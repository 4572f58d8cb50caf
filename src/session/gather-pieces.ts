import { yieldToMessages } from '../archive/yield-to-messages';

/** How long pieces are taken in one go, so that the page stays awake. */
const SLICE_MS = 8;

/** Pieces of a text as one file; they are taken as they come, and are not in memory at the same time. */
export async function gatherPieces(
  pieces: Iterable<string> | AsyncIterable<string>,
  type: string,
): Promise<Blob> {
  const parts: Blob[] = [];
  let text = '';
  let since = performance.now();
  for await (const piece of pieces) {
    text += piece;
    if (performance.now() - since < SLICE_MS) continue;
    // A browser may put the memory of a blob on disk, never that of a text.
    parts.push(new Blob([text]));
    text = '';
    await yieldToMessages();
    since = performance.now();
  }
  return new Blob([...parts, text], { type });
}
