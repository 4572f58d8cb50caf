import { CircleDashed, Eye, ListChecks, OctagonX, TriangleAlert, type LucideIcon } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { Verdict as VerdictFacts } from '../../review/verdict';
import { openLooks } from '../../session/look-actions';
import { useSession } from '../../session/store';
import { Button } from '../button';
import { useVerdict } from './use-verdict';
import { verdictWords } from './verdict-words';
import styles from './verdict.module.css';

const LookDialog = lazy(async () => ({ default: (await import('./look-dialog')).LookDialog }));

type Tone = 'stop' | 'check' | 'plain' | 'running';

const ICONS: Readonly<Record<Tone, LucideIcon>> = {
  stop: OctagonX,
  check: TriangleAlert,
  plain: ListChecks,
  running: CircleDashed,
};

/** What can be said of all that is open, in one line, and the way to the pictures that need eyes. */
export function Verdict() {
  const verdict = useVerdict();
  const isLookOpen = useSession(({ look }) => look.phase !== 'closed');
  if (verdict === null) return null;
  const words = verdictWords(verdict);
  const tone = toneOf(verdict);
  const Icon = ICONS[tone];
  return (
    <div className={styles.verdict} data-testid="verdict" data-tone={tone}>
      <Icon className={styles.icon} size={17} strokeWidth={1.75} aria-hidden />
      <div className={styles.words}>
        <p className={styles.line} role="status">
          {words.verdict}
        </p>
        {words.remarks.map((remark) => (
          <p key={remark} className={styles.remark}>
            {remark}
          </p>
        ))}
        {verdict.seriesToLookAt === 0 ? null : (
          <Button look={verdict.seriesUnseen > 0 ? 'primary' : 'outlined'} onClick={() => openLooks()}>
            <Eye size={15} aria-hidden />
            {lookLabel(verdict)}
          </Button>
        )}
      </div>
      {isLookOpen ? (
        <Suspense>
          <LookDialog />
        </Suspense>
      ) : null}
    </div>
  );
}

function toneOf({ phase, stopping, toCheck, seriesUnseen }: VerdictFacts): Tone {
  if (stopping > 0) return 'stop';
  if (phase === 'running') return 'running';
  return phase === 'failed' || toCheck > 0 || seriesUnseen > 0 ? 'check' : 'plain';
}

function lookLabel({ seriesUnseen, seriesToLookAt }: VerdictFacts): string {
  if (seriesUnseen === 0) return 'Look again';
  return seriesToLookAt === 1 ? 'Look at it' : 'Look at them';
}
