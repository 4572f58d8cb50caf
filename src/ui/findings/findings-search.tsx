import type { KeyboardEvent } from 'react';
import type { Dictionary } from '../../dicom/dictionary';
import { setFindingsFilter } from '../../session/finding-actions';
import { useSession } from '../../session/store';
import { showFindings } from '../../session/wanted-row';
import pane from '../pane.module.css';
import { searchTexts } from './use-place-words';

/** Narrows the findings to those that have all of the words. */
export function FindingsSearch({ dictionary }: { readonly dictionary: Dictionary | null }) {
  const findings = useSession((session) => session.review.findings);
  const text = useSession((session) => session.findingsFilter.text);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && text !== '') setFindingsFilter({ text: '' });
    else if (event.key === 'ArrowDown') showFindings();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <input
      className={pane.search}
      type="search"
      placeholder="Filter"
      aria-label="Filter findings"
      title="A value, an attribute, a tag, a word of what was found"
      spellCheck={false}
      value={text}
      onChange={({ target }) => setFindingsFilter({ text: target.value })}
      // Ahead of the first letter, which is then answered as soon as the others.
      onFocus={() => searchTexts(findings, dictionary)}
      onKeyDown={onKeyDown}
    />
  );
}
