import { archiveOfFile, type ArchiveId, type FileId } from '../base/ids';
import { engine } from './engine';
import { useSession } from './store';

/** A hand that scrolls through slices does not want each header on the way. */
const SETTLE_MS = 80;

let controller = new AbortController();
let askedAt = -Infinity;

/** Reads the header of a file for the panel: at once, or when the selection rests on it after it has moved quickly. */
export function showHeader(file: FileId): void {
  const { header } = useSession.getState();
  if (header.phase === 'loading' && header.file === file) return;
  controller.abort();
  if (header.phase === 'ready' && header.file === file) return;
  controller = new AbortController();
  const { signal } = controller;
  // The header before stays until the new one is there, so that the panel does not flicker.
  if (header.phase !== 'ready') useSession.setState({ header: { phase: 'loading', file } });
  const now = performance.now();
  const isMoving = now - askedAt < SETTLE_MS;
  askedAt = now;
  if (!isMoving) {
    void load(file, signal);
    return;
  }
  setTimeout(() => {
    if (!signal.aborted) void load(file, signal);
  }, SETTLE_MS);
}

async function load(file: FileId, signal: AbortSignal): Promise<void> {
  const result = await engine.readHeader(file, signal);
  if (signal.aborted) return;
  useSession.setState(({ header: before }) => {
    if (!result.ok) return { header: { phase: 'failed', file, problem: result.error } };
    const previous = before.phase === 'ready' ? { file: before.file, header: before.header } : null;
    return { header: { phase: 'ready', file, header: result.value, previous } };
  });
}

export function closeHeader(): void {
  controller.abort();
  useSession.setState({ header: { phase: 'empty' } });
}

/** Of an archive that is closed nothing is kept, not even to compare with. */
export function forgetPreviousHeader(archive: ArchiveId): void {
  const { header } = useSession.getState();
  if (header.phase !== 'ready' || header.previous === null) return;
  if (archiveOfFile(header.previous.file) === archive) {
    useSession.setState({ header: { ...header, previous: null } });
  }
}
