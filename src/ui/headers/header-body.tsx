import { Copy, X } from 'lucide-react';
import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react';
import type { HeaderStatus } from '../../session/state';
import { IconButton } from '../button';
import { CopyMessage } from '../copy-message';
import type { ShownElement } from '../element-value/shown-element';
import { formatCount, formatCounted } from '../format';
import pane from '../pane.module.css';
import { useCopy } from '../use-copy';
import { filterRows, rowsByPath, type HeaderFilter } from './filter-rows';
import styles from './header-body.module.css';
import { HeaderFilterBar } from './header-filter-bar';
import { HeaderProblems } from './header-problems';
import { parseSearch } from './header-search';
import { HeaderTree } from './header-tree';
import { countElements, isNarrowing, narrowRows, withoutCollapsed } from './narrow-rows';
import { trailOf } from './row-places';
import { formatRow, formatRows } from './rows-text';
import { useAfterPaint } from './use-after-paint';
import { useCollapsed } from './use-collapsed';
import { useHeaderFindings } from './use-header-findings';
import { useWantedRow } from './use-wanted-row';

const ElementValueDialog = lazy(async () => ({
  default: (await import('../element-value/element-value-dialog')).ElementValueDialog,
}));

interface HeaderBodyProps {
  readonly shown: Extract<HeaderStatus, { phase: 'ready' }>;
  readonly text: string;
  readonly filters: readonly HeaderFilter[];
  readonly onFilter: (filters: readonly HeaderFilter[]) => void;
  readonly onClear: () => void;
}

/** The elements of one header, as far as search and filters leave them. */
export function HeaderBody({ shown, text, filters, onFilter, onClear }: HeaderBodyProps) {
  const { file, header } = shown;
  const [element, setElement] = useState<ShownElement | null>(null);
  const { copy, message } = useCopy();
  // The field answers at once, the rows as soon as they can.
  const query = useDeferredValue(useMemo(() => ({ search: parseSearch(text), filters }), [text, filters]));
  const counted = useAfterPaint(shown);
  const isFiltering = filters.length > 0 || query.filters.length > 0;
  const { header: filterable, previous } = isFiltering ? shown : counted;
  const before = useMemo(() => (previous === null ? null : rowsByPath(previous.header.rows)), [previous]);
  const findings = useHeaderFindings(file);
  const filtered = useMemo(
    () => filterRows(filterable.rows, { before, findings }),
    [filterable, before, findings],
  );
  const found = useMemo(() => narrowRows(header.rows, query, filtered), [header, query, filtered]);
  const isNarrowed = isNarrowing(query);
  const collapsed = useCollapsed(isNarrowed ? JSON.stringify(query) : '');
  const rows = useMemo(() => withoutCollapsed(found.rows, collapsed.paths), [found, collapsed.paths]);
  const elements = useMemo(() => countElements(header.rows), [header]);
  const wanted = useWantedRow(shown, (path) => {
    collapsed.reveal(path);
    if (found.rows.every((row) => row.path !== path)) onClear();
  });

  return (
    <div className={styles.body}>
      <HeaderFilterBar filtered={filtered} active={filters} onChange={onFilter} />
      <div className={styles.facts}>
        <p className={styles.names}>
          {[header.sopClassName, header.transferSyntaxName].filter(Boolean).join(' · ')}
        </p>
        <p className={styles.count} role="status" data-narrowed={isNarrowed}>
          {isNarrowed
            ? `${formatCount(found.elements)} of ${formatCounted(elements, 'element')}`
            : formatCounted(elements, 'element')}
        </p>
        {isNarrowed ? <IconButton icon={X} label="Clear search and filters" onClick={onClear} /> : null}
        <IconButton
          icon={Copy}
          label="Copy the rows shown"
          disabled={rows.length === 0}
          onClick={() => copy(formatRows(rows), formatCounted(rows.length, 'row'))}
        />
      </div>
      <HeaderProblems problems={header.problems} />
      {rows.length === 0 ? (
        <NothingFound text={text} filters={filters} onClear={onClear} />
      ) : (
        <HeaderTree
          rows={rows}
          search={query.search}
          before={query.filters.includes('changed') ? before : null}
          findings={findings}
          wanted={wanted}
          collapsed={collapsed.paths}
          onToggle={collapsed.toggle}
          onOpen={(row) => setElement({ file, row, trail: trailOf(header.rows, row) })}
          onCopy={(row) => copy(formatRow(row), row.name || row.tag)}
        />
      )}
      <CopyMessage message={message} />
      {element === null ? null : (
        <Suspense>
          <ElementValueDialog element={element} onClose={() => setElement(null)} />
        </Suspense>
      )}
    </div>
  );
}

function NothingFound({ text, filters, onClear }: Pick<HeaderBodyProps, 'text' | 'filters' | 'onClear'>) {
  return (
    <div className={pane.empty}>
      <p>
        {text.trim() === ''
          ? 'No element of this header passes the filters'
          : `Nothing in this header matches “${text.trim()}”${filters.length === 0 ? '' : ' and passes the filters'}`}
      </p>
      <button type="button" className={styles.clear} onClick={onClear}>
        {filters.length === 0 ? 'Clear the search' : 'Show all elements'}
      </button>
    </div>
  );
}
