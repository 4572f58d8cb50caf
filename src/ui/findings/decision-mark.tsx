import { Check, Flag } from 'lucide-react';
import type { Decision } from '../../review/decisions';
import styles from './decision-mark.module.css';
import { VERDICT_WORDS } from './finding-words';

/** What was decided, with the note for who rests the pointer on it. */
export function DecisionMark({ decision }: { readonly decision: Decision | null }) {
  if (decision === null) return null;
  const { verdict, note } = decision;
  const Icon = verdict === 'accepted' ? Check : Flag;
  return (
    <span
      className={styles.mark}
      data-verdict={verdict}
      title={[VERDICT_WORDS[verdict], note].filter(Boolean).join(': ')}
    >
      <Icon size={14} aria-hidden />
      <span className="visually-hidden">{VERDICT_WORDS[verdict]}</span>
    </span>
  );
}
