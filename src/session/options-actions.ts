import { problem, type Problem } from '../base/problem';
import { formatReviewOptions, parseReviewOptions } from '../review/options-file';
import { setReviewOptions } from './review-actions';
import { useSession } from './store';

/** Far more than a list of names takes. */
const MOST_BYTES = 2_000_000;

/** The reviewer's options as a file; nothing else keeps them. */
export function reviewOptionsFile(): { readonly content: Blob; readonly name: string } {
  const text = formatReviewOptions(useSession.getState().reviewOptions);
  return { content: new Blob([text], { type: 'application/json' }), name: 'review-options.json' };
}

/** Takes the options from a file that was saved; returns why it cannot, and leaves them as they are then. */
export async function openReviewOptions(file: File): Promise<Problem | null> {
  if (file.size > MOST_BYTES) {
    return problem('review-options-unreadable', file.name, { reason: 'it is larger than 2 MB' });
  }
  const text = await readText(file);
  if (text === null) {
    return problem('review-options-unreadable', file.name, { reason: 'the browser cannot read it' });
  }
  const options = parseReviewOptions(text, file.name);
  if (!options.ok) return options.error;
  setReviewOptions(options.value);
  return null;
}

/** Null where it was changed or taken away since it was chosen. */
async function readText(file: File): Promise<string | null> {
  try {
    return await file.text();
  } catch {
    return null;
  }
}
