import type { FileId } from '../base/ids';
import { startPdfWorker } from '../workers/start';
import { engine } from './engine';
import { planPreview, previewContent } from './preview-content';
import type { PreviewStatus } from './state';
import { useSession } from './store';

let controller = new AbortController();

/** Shows a file that is not DICOM: as a text, a picture or a PDF, or as what its first bytes are. */
export async function showPreview(file: FileId): Promise<void> {
  const kind = engine.catalog.kindOf(file);
  const entry = engine.entryOf(file);
  if (kind === null || entry === null) return;
  controller.abort();
  controller = new AbortController();
  const { signal } = controller;
  setPreview({ phase: 'loading', file });
  const plan = planPreview(kind, entry.bytes);
  const read = await engine.readFile(file, plan.limitBytes, signal);
  if (signal.aborted) return;
  if (!read.ok) {
    setPreview({ phase: 'failed', file, problem: read.error });
    return;
  }
  const { bytes, problems } = read.value;
  setPreview({ phase: 'ready', file, content: previewContent(kind, plan, bytes), problems });
}

export function closePreview(): void {
  controller.abort();
  setPreview({ phase: 'closed' });
}

/** Whoever starts a worker for a PDF ends it. */
export function startPdfReader(): Worker {
  return startPdfWorker();
}

function setPreview(preview: PreviewStatus): void {
  useSession.setState({ preview });
}
