import { Info, OctagonAlert, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { Severity } from '../../review/finding';
import styles from './severity-icon.module.css';

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  stop: 'Stop',
  check: 'Check',
  note: 'Note',
};

const ICONS: Readonly<Record<Severity, LucideIcon>> = {
  stop: OctagonAlert,
  check: TriangleAlert,
  note: Info,
};

/** Told apart by shape and by word, not by colour alone. */
export function SeverityIcon({ severity }: { readonly severity: Severity }) {
  const Icon = ICONS[severity];
  return (
    <span className={styles.icon} data-severity={severity}>
      <Icon size={14} aria-hidden />
      <span className="visually-hidden">{SEVERITY_WORDS[severity]}: </span>
    </span>
  );
}
