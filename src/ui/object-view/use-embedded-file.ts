import { useEffect, useState } from 'react';
import type { FileId } from '../../base/ids';
import type { Problem } from '../../base/problem';
import { readEmbeddedFile } from '../../session/embedded-files';

export type EmbeddedFile =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly blob: Blob }
  | { readonly phase: 'failed'; readonly problem: Problem };

type Read = typeof readEmbeddedFile;

/** The document or the video stream of an object, read by one of the functions of its session. */
export function useEmbeddedFile(file: FileId, type: string, read: Read = readEmbeddedFile): EmbeddedFile {
  const [state, setState] = useState<EmbeddedFile>({ phase: 'loading' });
  useEffect(() => {
    const controller = new AbortController();
    void read(file, type, controller.signal).then((result) => {
      if (controller.signal.aborted) return;
      setState(
        result.ok ? { phase: 'ready', blob: result.value } : { phase: 'failed', problem: result.error },
      );
    });
    return () => {
      controller.abort();
      setState({ phase: 'loading' });
    };
  }, [file, type, read]);
  return state;
}
