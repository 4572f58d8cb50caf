import { useMemo } from 'react';
import { computeVerdict, type Verdict } from '../../review/verdict';
import { looksOf } from '../../session/look-actions';
import type { OpenArchive } from '../../session/state';
import { useSession } from '../../session/store';

/** What can be said of all that is open; null while nothing is. */
export function useVerdict(): Verdict | null {
  const review = useSession((session) => session.review);
  const decisions = useSession((session) => session.decisions);
  const looks = useSession(looksOf);
  const seen = useSession((session) => session.seen);
  const ledger = useSession((session) => session.ledger);
  const archives = useSession((session) => session.archives);
  return useMemo(() => {
    const { phase, findings, inside } = review;
    if (phase === 'empty') return null;
    const unopened = { encrypted: countEncrypted(archives), closedArchives: countClosed(archives) };
    return computeVerdict({ phase, findings, inside, decisions, looks, seen, ledger, ...unopened });
  }, [review, decisions, looks, seen, ledger, archives]);
}

function countEncrypted(archives: readonly OpenArchive[]): number {
  return archives.reduce((sum, { lock }) => sum + (lock?.entries ?? 0), 0);
}

function countClosed(archives: readonly OpenArchive[]): number {
  return archives.reduce(
    (sum, { phase, leftClosed }) => sum + (phase === 'failed' ? 1 : 0) + leftClosed.length,
    0,
  );
}
