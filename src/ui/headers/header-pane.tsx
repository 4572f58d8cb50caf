import { useDeferredValue, useRef, useState, type KeyboardEvent } from 'react';
import { useSession } from '../../session/store';
import { PinButton } from '../compare/pin-button';
import pane from '../pane.module.css';
import { problemWords } from '../problem-words';
import { VariationButton } from '../variation/variation-button';
import { ExportMenu } from './export-menu';
import type { HeaderFilter } from './filter-rows';
import { HeaderBody } from './header-body';
import styles from './header-pane.module.css';
import { prepareSearch } from './header-search';

/** Right: the header of the selected instance. */
export function HeaderPane() {
  // A long header is drawn in pieces, between which the page answers.
  const status = useDeferredValue(useSession((session) => session.header));
  const section = useRef<HTMLElement>(null);
  const [text, setText] = useState('');
  const [filters, setFilters] = useState<readonly HeaderFilter[]>([]);

  function onSearchKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && text !== '') {
      event.stopPropagation();
      setText('');
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      section.current?.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus();
    }
  }

  function clear(): void {
    setText('');
    setFilters([]);
  }

  return (
    <section ref={section} className={`${pane.pane ?? ''} ${styles.pane ?? ''}`} aria-label="Header">
      <div className={pane.bar}>
        <h2 className={styles.heading}>Header</h2>
        <input
          className={pane.search}
          type="search"
          placeholder="Tag, name or value"
          aria-label="Search the header"
          title="A tag, a keyword, a name, a value; private:SIEMENS for private elements by their creator"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
          onFocus={() => {
            if (status.phase === 'ready') prepareSearch(status.header.rows);
          }}
          onKeyDown={onSearchKey}
        />
        <PinButton />
        <VariationButton />
        <ExportMenu />
      </div>
      {status.phase === 'ready' ? (
        <HeaderBody shown={status} text={text} filters={filters} onFilter={setFilters} onClear={clear} />
      ) : null}
      {status.phase === 'empty' ? <p className={pane.empty}>Select a series to read its header</p> : null}
      {status.phase === 'loading' ? <p className={pane.empty}>Reading the header</p> : null}
      {status.phase === 'failed' ? (
        <p
          className={pane.empty}
          data-testid="problem"
          data-code={status.problem.code}
          data-path={status.problem.where}
        >
          {problemWords(status.problem).what}
        </p>
      ) : null}
    </section>
  );
}
