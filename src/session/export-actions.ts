import type { FileId } from '../base/ids';
import type { HeaderForm } from '../export/header-writer';
import { engine } from './engine';
import type { HeaderExportStatus } from './state';
import { useSession } from './store';
import { activeSeries } from './viewports';

/** The header that is shown, or those of all instances of the open series. */
export type ExportScope = 'header' | 'series';

export interface HeadersWanted extends HeaderForm {
  readonly scope: ExportScope;
}

export interface ExportedFile {
  readonly content: Blob;
  /** Tells nothing of whom it is about: `header.txt`, `series-3-headers.json`. */
  readonly name: string;
}

let controller = new AbortController();

/**
 * Writes headers as the text of a file, in the order of the series. Only its pieces are in memory at a time: the
 * browser keeps a Blob where it likes. Null where it was cancelled or nothing could be read, as the store says.
 */
export async function exportHeaders({ scope, ...form }: HeadersWanted): Promise<ExportedFile | null> {
  cancelExport();
  const files = filesInScope(scope);
  if (files.length === 0) return null;
  controller = new AbortController();
  const { signal } = controller;
  const instances = files.length;
  const pieces: Blob[] = [];
  setStatus({ phase: 'running', instances, instancesDone: 0 });
  const exported = await engine.bulkHeaderWorkers.request(
    'exportHeaders',
    { ...form, instances: files.map((file) => engine.addressOf(file)) },
    {
      signal,
      onEvent: ({ text, instancesDone }) => {
        if (signal.aborted) return;
        pieces.push(new Blob([text]));
        setStatus({ phase: 'running', instances, instancesDone });
      },
    },
  );
  if (signal.aborted) return null;
  if (!exported.ok) {
    const wasClosed = exported.error.code === 'cancelled';
    setStatus(wasClosed ? { phase: 'none' } : { phase: 'failed', problem: exported.error });
    return null;
  }
  const failures = exported.value;
  const [first] = failures;
  if (first !== undefined && failures.length === instances) {
    setStatus({ phase: 'failed', problem: first });
    return null;
  }
  setStatus(failures.length === 0 ? { phase: 'none' } : { phase: 'incomplete', instances, failures });
  const type = form.format === 'json' ? 'application/dicom+json' : 'text/plain;charset=utf-8';
  return { content: new Blob(pieces, { type }), name: fileName(scope, form) };
}

/** Also takes away what is said of the last export. */
export function cancelExport(): void {
  controller.abort();
  setStatus({ phase: 'none' });
}

function filesInScope(scope: ExportScope): readonly FileId[] {
  const session = useSession.getState();
  const { header } = session;
  if (scope === 'header') return header.phase === 'ready' ? [header.file] : [];
  return activeSeries(session)?.instances.map(({ file }) => file) ?? [];
}

function fileName(scope: ExportScope, { format }: HeaderForm): string {
  const extension = format === 'json' ? 'json' : 'txt';
  if (scope === 'header') return `header.${extension}`;
  const number = activeSeries(useSession.getState())?.seriesNumber ?? NaN;
  return Number.isNaN(number) ? `headers.${extension}` : `series-${String(number)}-headers.${extension}`;
}

function setStatus(headerExport: HeaderExportStatus): void {
  useSession.setState({ headerExport });
}
