import { useEffect, useState } from 'react';

const SHOWN_MS = 2500;

export interface Copying {
  /** Puts a text on the clipboard; `what` is for the message: `Patient ID`. */
  readonly copy: (text: string | Promise<string>, what: string) => void;
  readonly copyPng: (picture: Promise<Blob>, what: string) => void;
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

  function say(writing: Promise<boolean>, what: string): void {
    void writing.then((isDone) => {
      setSaid({ message: isDone ? `Copied: ${what}` : 'The browser did not allow copying' });
    });
  }

  return {
    copy: (text, what) => say(writeToClipboard('text/plain', text), what),
    copyPng: (picture, what) => say(writeToClipboard('image/png', picture), what),
    message: said.message,
  };
}

/**
 * What is still to be made is promised at once: some browsers allow copying in the moment of a click or a key
 * alone. There is no clipboard where the page came by plain HTTP.
 */
async function writeToClipboard(
  type: string,
  content: string | Promise<string> | Promise<Blob>,
): Promise<boolean> {
  if (!('clipboard' in navigator)) return false;
  try {
    if (typeof content === 'string') await navigator.clipboard.writeText(content);
    else await navigator.clipboard.write([new ClipboardItem({ [type]: content })]);
    return true;
  } catch {
    return false;
  }
}
