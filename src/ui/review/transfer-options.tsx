import { useState } from 'react';
import { tidyTerms } from '../../review/review-options';
import { setReviewOptions } from '../../session/review-actions';
import { useSession } from '../../session/store';
import styles from './options-dialog.module.css';

/** How many patients are expected, and the reviewer's own terms. */
export function TransferOptions() {
  return (
    <section className={styles.column} aria-label="What is expected">
      <ExpectedPatients />
      <Terms
        label="Terms to find"
        detail="Names, numbers, addresses, one a line: found wherever they stand, in small or capital letters."
        option="termsToFind"
      />
      <Terms
        label="Terms to allow"
        detail="Values or words that may stay, one a line: they are no finding."
        option="termsToAllow"
      />
      <p className={styles.quiet}>
        This page forgets all of it when it is closed. A saved file holds your terms: keep it as you keep the
        names in them.
      </p>
    </section>
  );
}

function ExpectedPatients() {
  const expected = useSession(({ reviewOptions }) => reviewOptions.expectedPatients);
  const [text, setText] = useState(expected === null ? '' : String(expected));
  const isBad = text !== '' && parsePatients(text) === null;
  return (
    <label className={styles.field}>
      <span>Patients expected</span>
      <span className={styles.quiet}>{isBad ? 'A whole number from 1 on.' : 'Empty: any number.'}</span>
      <input
        className={styles.number}
        inputMode="numeric"
        autoComplete="off"
        value={text}
        aria-invalid={isBad}
        onChange={({ target }) => {
          setText(target.value);
          setReviewOptions({ expectedPatients: parsePatients(target.value) });
        }}
      />
    </label>
  );
}

function parsePatients(text: string): number | null {
  const count = /^\d{1,6}$/.test(text.trim()) ? Number(text) : 0;
  return count >= 1 ? count : null;
}

interface TermsProps {
  readonly label: string;
  readonly detail: string;
  readonly option: 'termsToFind' | 'termsToAllow';
}

function Terms({ label, detail, option }: TermsProps) {
  const terms = useSession(({ reviewOptions }) => reviewOptions[option]);
  const [text, setText] = useState(terms.join('\n'));
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <span className={styles.quiet}>{detail}</span>
      <textarea
        className={styles.terms}
        rows={6}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setReviewOptions({ [option]: tidyTerms(target.value.split('\n')) });
        }}
      />
    </label>
  );
}
