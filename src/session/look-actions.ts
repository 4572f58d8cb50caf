import type { FileId } from '../base/ids';
import type { Series } from '../catalog/catalog-types';
import { decide, decisionOf, type Decision } from '../review/decisions';
import {
  countFramesShown,
  isSeen,
  lookQueue,
  withFrame,
  withoutSeries,
  withSeries,
  type Look,
  type SeenPictures,
} from '../review/look-queue';
import type { FindingRow } from '../review/finding-row';
import type { SessionState } from './state';
import { useSession } from './store';

type Queued = Pick<SessionState, 'review' | 'catalog'>;

/** How the note of a finding begins that was settled by looking. */
const LOOKED_AT = 'Looked at: ';

let known: (Queued & { readonly looks: readonly Look[] }) | null = null;

/** The series to look at; made anew only when there are other findings, or another catalog. */
export function looksOf({ review, catalog }: Queued): readonly Look[] {
  if (known?.review.findings !== review.findings || known.catalog !== catalog) {
    known = { review, catalog, looks: lookQueue(review.findings, catalog) };
  }
  return known.looks;
}

/** Those that the reviewer has not seen yet. */
export function unseenLooks(session: Queued & Pick<SessionState, 'seen'>): readonly Look[] {
  return looksOf(session).filter(({ series }) => !isSeen(series, session.seen));
}

/** Begins with a series, or with the first that has not been seen. */
export function openLooks(seriesKey?: string): void {
  const session = useSession.getState();
  const first = unseenLooks(session)[0] ?? looksOf(session)[0];
  const key = seriesKey ?? first?.series.key;
  if (key !== undefined) useSession.setState({ look: { phase: 'open', seriesKey: key } });
}

export function closeLooks(): void {
  useSession.setState({ look: { phase: 'closed' } });
}

/** To a series before or after; at the ends it stays. */
export function stepLook(steps: number): void {
  const session = useSession.getState();
  const { look } = session;
  if (look.phase !== 'open') return;
  const looks = looksOf(session);
  const next = looks[looks.findIndex(({ series }) => series.key === look.seriesKey) + steps];
  if (next !== undefined) openLooks(next.series.key);
}

/** Notes that the pictures of a series have been looked at, and goes on to the next that have not. */
export function markSeen(look: Look): void {
  setSeen((seen) => withSeries(seen, look.series));
  decideOn(look.findings.filter(isSettled), { verdict: 'accepted', note: noteOn(look.series) });
  const next = nextUnseen(look);
  if (next === null) useSession.setState({ look: { phase: 'done' } });
  else openLooks(next.series.key);
}

/** Takes that back, and what followed from it. */
export function markUnseen({ series, findings }: Look): void {
  setSeen((seen) => withoutSeries(seen, series));
  const { decisions } = useSession.getState();
  decideOn(
    findings.filter((finding) => decisionOf(decisions, finding)?.note.startsWith(LOOKED_AT)),
    null,
  );
}

/** Notes that a frame was shown to be looked at. */
export function noteShown(file: FileId, frameIndex: number): void {
  setSeen((seen) => withFrame(seen, file, frameIndex));
}

/** Says of all that a series is looked at for that it must not leave, or takes that back. */
export function setFlagged({ findings }: Look, isFlagged: boolean): void {
  decideOn(findings, isFlagged ? { verdict: 'flagged', note: '' } : null);
}

/** Whether the reviewer has said so of any of what a series is looked at for. */
export function isFlagged({ findings }: Look, { decisions }: Pick<SessionState, 'decisions'>): boolean {
  return findings.some((finding) => decisionOf(decisions, finding)?.verdict === 'flagged');
}

/** In the order of the queue, from the one after it on and round. */
function nextUnseen({ series: { key } }: Look): Look | null {
  const session = useSession.getState();
  const looks = looksOf(session);
  const at = looks.findIndex(({ series }) => series.key === key);
  return (
    [...looks.slice(at + 1), ...looks.slice(0, at)].find(({ series }) => !isSeen(series, session.seen)) ??
    null
  );
}

/** Whether looking is all that a finding asks for. */
function isSettled(finding: FindingRow): boolean {
  return finding.severity !== 'stop' && decisionOf(useSession.getState().decisions, finding) === null;
}

/** `Looked at: 3 of 240 frames.` */
function noteOn(series: Series): string {
  const frames = series.instances.reduce((sum, instance) => sum + instance.frames, 0);
  const shown = countFramesShown(series, useSession.getState().seen);
  return `${LOOKED_AT}${String(shown)} of ${String(frames)} frames.`;
}

function decideOn(findings: readonly FindingRow[], decision: Decision | null): void {
  useSession.setState(({ decisions }) => ({
    decisions: findings.reduce((before, { key }) => decide(before, { finding: key }, decision), decisions),
  }));
}

function setSeen(change: (seen: SeenPictures) => SeenPictures): void {
  useSession.setState(({ seen }) => ({ seen: change(seen) }));
}
