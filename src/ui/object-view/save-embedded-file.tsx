import { Download } from 'lucide-react';
import { useState } from 'react';
import type { FileId } from '../../base/ids';
import type { Problem } from '../../base/problem';
import { readEmbeddedFile } from '../../session/embedded-files';
import { describeFile } from '../../session/files';
import { Button } from '../button';
import { problemWords } from '../problem-words';
import { saveFile } from '../save-file';

interface SaveEmbeddedFileProps {
  readonly file: FileId;
  /** What it saves: `document`. */
  readonly what: string;
  /** A media type; '' where it is not known. */
  readonly type: string;
  /** `pdf` */
  readonly fileEnding: string;
}

/** Saves the document or the video stream of an object as a file of its own. */
export function SaveEmbeddedFile({ file, what, type, fileEnding }: SaveEmbeddedFileProps) {
  const [state, setState] = useState<Problem | 'idle' | 'reading'>('idle');

  async function save(): Promise<void> {
    setState('reading');
    const read = await readEmbeddedFile(file, type, new AbortController().signal);
    setState(read.ok ? 'idle' : read.error);
    if (read.ok) saveFile(read.value, `${stemOf(describeFile(file).path)}.${fileEnding}`);
  }

  return (
    <>
      <Button look="outlined" disabled={state === 'reading'} onClick={() => void save()}>
        <Download size={15} aria-hidden /> Save the {what}
      </Button>
      {typeof state === 'string' ? null : <p role="status">{problemWords(state).what}</p>}
    </>
  );
}

/** `IM0001` of `a/b/IM0001.dcm` */
function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(dcm|dicom)$/i, '');
}
