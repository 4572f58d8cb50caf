import { useDeferredValue, useMemo, useState } from 'react';
import { alignHeaders } from '../../dicom/align-headers';
import { unpinAll } from '../../session/compare-actions';
import { Button } from '../button';
import { formatCount, formatCounted } from '../format';
import pane from '../pane.module.css';
import { findRows, withoutClosed } from './comparison-rows';
import { ComparisonTree } from './comparison-tree';
import styles from './comparison.module.css';
import { useComparedHeaders } from './use-compared-headers';

/** Two or three headers, aligned by path, with what differs between them marked. */
export function Comparison() {
  const compared = useComparedHeaders();
  const [search, setSearch] = useState('');
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const wanted = useDeferredValue(useMemo(() => ({ search, onlyDifferences }), [search, onlyDifferences]));

  const headers = useMemo(() => compared.map(({ header }) => header.rows), [compared]);
  const aligned = useMemo(() => alignHeaders(headers), [headers]);
  const differences = useMemo(() => aligned.filter(({ isDifference }) => isDifference).length, [aligned]);
  const found = useMemo(() => findRows(aligned, headers, wanted), [aligned, headers, wanted]);
  const rows = useMemo(() => withoutClosed(found, toggled), [found, toggled]);

  function toggle(key: string): void {
    setToggled((keys) => {
      const next = new Set(keys);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }

  return (
    <div className={styles.comparison}>
      <div className={styles.bar}>
        <input
          className={pane.search}
          type="search"
          placeholder="Tag, name or value"
          aria-label="Search the headers"
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
          }}
        />
        <Button
          look="outlined"
          aria-pressed={onlyDifferences}
          onClick={() => setOnlyDifferences(!onlyDifferences)}
        >
          Only differences <span className={styles.count}>{formatCount(differences)}</span>
        </Button>
        <Button onClick={unpinAll}>Unpin all</Button>
      </div>
      <ComparisonTree compared={compared} rows={rows} toggled={toggled} onToggle={toggle} />
      {rows.length > 0 ? null : <p className={styles.empty}>{emptyWords(wanted.search, differences)}</p>}
      <p className={styles.facts} role="status">
        {`${formatCounted(aligned.filter(({ kind }) => kind !== 'item').length, 'element')}, ${formatCounted(differences, 'difference')}`}
      </p>
    </div>
  );
}

function emptyWords(search: string, differences: number): string {
  if (search.trim() !== '') return `Nothing here matches “${search}”`;
  return differences === 0 ? 'These headers do not differ' : '';
}
