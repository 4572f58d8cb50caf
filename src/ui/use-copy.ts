import { useEffect, useState } from 'react';

const SHOWN_MS = 2500;

export interface Copying {
  /** Puts a text on the clipboard; `what` is for the message: `Patient ID`. */
  readonly copy: (text: string | Promise<string>, what: string) => void;
  /** What has come of it, for a while; '' at other times. */
  readonly message: string;
}

/** Copies when a person asks for it, and says so. */
export function useCopy(): Copying {
  const [said, setSaid] = useState({ message: '' });

  useEffect(() => {
    if (said.message === '') return;
    const timer = setTimeout(() => setSaid({ message: '' }), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);

  function copy(text: string | Promise<string>, what: string): void {
    void writeToClipboard(text).then((isDone) => {
      setSaid({ message: isDone ? `Copied: ${what}` : 'The browser did not allow copying' });
    });
  }

  return { copy, message: said.message };
}

/**
 * A text that is still to be read is promised at once: some browsers allow copying in the moment of a click or a key
 * alone. There is no clipboard where the page came by plain HTTP.
 */
async function writeToClipboard(text: string | Promise<string>): Promise<boolean> {
  if (!('clipboard' in navigator)) return false;
  try {
    if (typeof text === 'string') await navigator.clipboard.writeText(text);
    else await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
    return true;
  } catch {
    return false;
  }
}
