import { useRef, useState } from 'react';
import type { Problem } from '../../base/problem';
import { openReviewOptions, reviewOptionsFile } from '../../session/options-actions';
import { Button } from '../button';
import { problemWords } from '../problem-words';
import { saveFile } from '../save-file';
import styles from './options-dialog.module.css';

/** Saves the options as a file of the reviewer's, and opens one. */
export function OptionsFile({ onOpened }: { readonly onOpened: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function open(file: File): Promise<void> {
    const found = await openReviewOptions(file);
    setProblem(found);
    if (found === null) onOpened();
  }

  return (
    <>
      <p className={styles.problem} role="status">
        {problem === null ? null : `${problemWords(problem).what} ${problemWords(problem).remedy}`}
      </p>
      <Button look="outlined" onClick={() => input.current?.click()}>
        Open file
      </Button>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept=".json,application/json"
        tabIndex={-1}
        aria-hidden
        data-testid="open-review-options"
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) void open(file);
          // The same file chosen once more is to be opened once more.
          target.value = '';
        }}
      />
      <Button
        look="outlined"
        onClick={() => {
          const { content, name } = reviewOptionsFile();
          saveFile(content, name);
        }}
      >
        Save as file
      </Button>
    </>
  );
}
