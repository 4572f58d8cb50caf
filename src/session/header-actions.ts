import type { FileId } from '../base/ids';
import { engine } from './engine';
import { useSession } from './store';

/** A hand that scrolls through slices does not want each header on the way. */
const SETTLE_MS = 80;

let controller = new AbortController();

/** Reads the header of a file for the panel, once the selection rests on it. */
export function showHeader(file: FileId): void {
  const { header } = useSession.getState();
  if (header.phase !== 'empty' && header.file === file && header.phase !== 'failed') return;
  controller.abort();
  controller = new AbortController();
  const { signal } = controller;
  // The header before stays until the new one is there, so that the panel does not flicker.
  if (header.phase !== 'ready') useSession.setState({ header: { phase: 'loading', file } });
  const wait = header.phase === 'ready' ? SETTLE_MS : 0;
  setTimeout(() => {
    if (!signal.aborted) void load(file, signal);
  }, wait);
}

async function load(file: FileId, signal: AbortSignal): Promise<void> {
  const result = await engine.readHeader(file, signal);
  if (signal.aborted) return;
  useSession.setState({
    header: result.ok
      ? { phase: 'ready', file, header: result.value }
      : { phase: 'failed', file, problem: result.error },
  });
}
