import { useDeferredValue, useMemo, useState } from 'react';
import type { Header } from '../../dicom/header-row';
import { useSession } from '../../session/store';
import { formatCounted } from '../format';
import pane from '../pane.module.css';
import { problemWords } from '../problem-words';
import styles from './header-pane.module.css';
import { searchHeader, withoutCollapsed } from './header-search';
import { HeaderTree } from './header-tree';

/** Right: the header of the selected instance. */
export function HeaderPane() {
  // A long header is drawn in pieces, between which the page answers.
  const status = useDeferredValue(useSession((session) => session.header));
  const [search, setSearch] = useState('');

  return (
    <section className={pane.pane} aria-label="Header">
      <div className={pane.bar}>
        <h2 className={styles.heading}>Header</h2>
        <input
          className={pane.search}
          type="search"
          placeholder="Tag, name or value"
          aria-label="Search the header"
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
          }}
        />
      </div>
      {status.phase === 'ready' ? <HeaderBody header={status.header} search={search} /> : null}
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

function HeaderBody({ header, search }: { readonly header: Header; readonly search: string }) {
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const deferredSearch = useDeferredValue(search);
  const found = useMemo(() => searchHeader(header.rows, deferredSearch), [header, deferredSearch]);
  const rows = useMemo(() => withoutCollapsed(found, collapsed), [found, collapsed]);

  function toggle(path: string): void {
    setCollapsed((paths) => {
      const next = new Set(paths);
      if (!next.delete(path)) next.add(path);
      return next;
    });
  }

  return (
    <>
      <p className={styles.facts}>
        {[
          header.sopClassName,
          header.transferSyntaxName,
          formatCounted(header.rows.filter(({ kind }) => kind !== 'item').length, 'element'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {header.problems.map((problem, index) => (
        <p
          key={index}
          className={styles.problem}
          data-testid="problem"
          data-code={problem.code}
          data-path={problem.where}
        >
          {problemWords(problem).what}
        </p>
      ))}
      {rows.length === 0 ? <p className={pane.empty}>Nothing in this header matches “{search}”</p> : null}
      <HeaderTree rows={rows} collapsed={collapsed} onToggle={toggle} />
    </>
  );
}
