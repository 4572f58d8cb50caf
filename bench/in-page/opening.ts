import { painted } from './frames';
import { find, findIfThere } from './handles';
import { watchMainThread } from './main-thread';

export interface Counts {
  readonly entries: number;
  readonly dicom: number;
  readonly patients: number;
  readonly studies: number;
  readonly series: number;
}

/** How a page opened an archive: times in ms since the file was chosen, each until it is on the screen. */
export interface Opening {
  readonly firstSeriesMs: number;
  readonly completeMs: number;
  readonly longestBlockMs: number;
  readonly inflatedBytes: number;
  readonly counts: Counts;
}

/** Resolves when the next file that is chosen in this page has been opened; null: the page could not open it. */
export async function watchOpening(): Promise<Opening | null> {
  await fileChosen();
  const startMs = performance.now();
  const stopWatch = watchMainThread();
  await painted(() => findIfThere('series-row') !== null || hasEnded());
  const firstSeriesMs = performance.now() - startMs;
  await painted(hasEnded);
  const completeMs = performance.now() - startMs;
  const longestBlockMs = stopWatch();
  const { phase, inflatedBytes } = find('workspace').dataset;
  if (phase === 'failed') return null;
  return {
    firstSeriesMs,
    completeMs,
    longestBlockMs,
    inflatedBytes: Number(inflatedBytes),
    counts: {
      entries: readCount('entries'),
      dicom: readCount('dicom'),
      patients: readCount('patients'),
      studies: readCount('studies'),
      series: readCount('series'),
    },
  };
}

function fileChosen(): Promise<void> {
  return new Promise((done) => {
    addEventListener('change', () => done(), { capture: true, once: true });
  });
}

function hasEnded(): boolean {
  const phase = findIfThere('workspace')?.dataset['phase'];
  return phase === 'ready' || phase === 'failed';
}

function readCount(name: string): number {
  return Number(find(`count-${name}`).dataset['value']);
}
