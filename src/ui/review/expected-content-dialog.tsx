import { useRef } from 'react';
import { setExpectedList } from '../../session/report-actions';
import { useSession } from '../../session/store';
import { AppDialog } from '../app-dialog';
import { CompletenessTable } from './completeness-table';
import styles from './expected-content.module.css';
import { ExpectedResult } from './expected-result';
import { useContentsCheck } from './use-contents-check';

/** A list that the reviewer pastes, held against what is there; and what the headers say of how much there should be. */
export function ExpectedContentDialog({ onClose }: { readonly onClose: () => void }) {
  const list = useSession((session) => session.expectedList);
  const check = useContentsCheck();
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <AppDialog
      title="Expected content"
      size="large"
      testId="expected-content"
      initialFocus={field}
      isOpen
      onOpenChange={onClose}
    >
      {/* Its keys scroll to what has no controls. */}
      <div className={styles.body} role="group" aria-label="List and result" tabIndex={0}>
        <label className={styles.field}>
          What should be there, one a line
          <textarea
            ref={field}
            className={styles.list}
            rows={6}
            spellCheck={false}
            autoComplete="off"
            placeholder={PLACEHOLDER}
            value={list}
            onChange={({ target }) => setExpectedList(target.value)}
          />
          <span className={styles.quiet}>
            Accession numbers, UIDs or descriptions of series, with a number of images behind them if you
            like. It is kept by this page alone, until the archives are closed.
          </span>
        </label>
        {check === null ? (
          <p className={styles.quiet}>The checks have not run yet.</p>
        ) : (
          <>
            <ExpectedResult expected={check.expected} />
            <CompletenessTable completeness={check.completeness} />
          </>
        )}
      </div>
    </AppDialog>
  );
}

const PLACEHOLDER = 'A7368886\nT1 axial × 120\n1.2.840.113619.2.55.3';
