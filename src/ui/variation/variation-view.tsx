import { Download } from 'lucide-react';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { VARIATION_KINDS, type VariationKind } from '../../catalog/variation';
import { writeAttributeCsv } from '../../session/attribute-csv';
import { openFile } from '../../session/files';
import { closeVariation } from '../../session/variation-actions';
import type { VariationTable } from '../../session/variation-table';
import { Button } from '../button';
import { CountButton } from '../count-button';
import { formatCount, formatCounted } from '../format';
import pane from '../pane.module.css';
import { problemWords } from '../problem-words';
import { saveFile } from '../save-file';
import { someOf } from '../some-of';
import { AttributesTable } from './attributes-table';
import { InstanceValues } from './instance-values';
import { filterRows, isOfKind, variedRows } from './varied-rows';
import styles from './variation-view.module.css';
import { VARIATION_KIND_WORDS } from './variation-words';

interface VariationViewProps {
  readonly table: VariationTable;
  /** The choice of instances. */
  readonly children: ReactNode;
}

const KINDS: readonly (VariationKind | 'all')[] = ['all', ...VARIATION_KINDS];

/** The attributes of a selection, filtered and sorted, and the values of the one that is chosen. */
export function VariationView({ table, children }: VariationViewProps) {
  const [text, setText] = useState('');
  const [kind, setKind] = useState<VariationKind | 'all'>('all');
  const [chosenPath, setChosenPath] = useState<string | null>(null);
  const deferredText = useDeferredValue(text);
  const rows = useMemo(() => variedRows(table.attributes), [table]);
  const counts = useMemo(
    () => new Map(KINDS.map((each) => [each, rows.filter((row) => isOfKind(row, each)).length])),
    [rows],
  );
  const shown = useMemo(() => filterRows(rows, { text: deferredText, kind }), [rows, deferredText, kind]);
  const chosen = table.attributes.find(({ path }) => path === chosenPath);

  function openInstance(instance: number): void {
    const file = table.files[instance];
    if (file === undefined) return;
    closeVariation();
    openFile(file);
  }

  return (
    <>
      <div className={styles.bar}>
        {children}
        <input
          className={pane.search}
          type="search"
          placeholder="Tag, name or value"
          aria-label="Filter attributes"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Button
          look="outlined"
          disabled={shown.length === 0}
          title={`${formatCounted(shown.length, 'attribute')} of ${formatCounted(table.files.length, 'instance')}`}
          onClick={() =>
            void saveCsv(
              table,
              shown.map(({ attribute }) => attribute),
            )
          }
        >
          <Download size={15} aria-hidden />
          Save as CSV
        </Button>
      </div>
      <div className={styles.kinds} role="group" aria-label="Attributes by kind">
        {KINDS.map((each) => (
          <CountButton
            key={each}
            label={each === 'all' ? 'All' : VARIATION_KIND_WORDS[each]}
            count={counts.get(each) ?? 0}
            isOn={kind === each}
            onClick={() => setKind(kind === each ? 'all' : each)}
          />
        ))}
      </div>
      <Remarks table={table} />
      {shown.length === 0 ? <p className={pane.empty}>No such attribute</p> : null}
      <AttributesTable
        rows={shown}
        values={table.values}
        chosenPath={chosenPath}
        onChoose={(path) => setChosenPath(path === chosenPath ? null : path)}
        onOpenInstance={openInstance}
      />
      {chosen === undefined ? null : (
        <InstanceValues
          key={chosen.path}
          table={table}
          attribute={chosen}
          onOpenInstance={openInstance}
          onClose={() => setChosenPath(null)}
        />
      )}
    </>
  );
}

/** Where not all was read that was to be. */
function Remarks({ table: { files, selected, failures, isCut } }: { readonly table: VariationTable }) {
  const failed = failures.slice(0, 3).map(({ where }) => where);
  const reason = failures[0] === undefined ? '' : problemWords(failures[0]).what;
  return (
    <>
      {files.length === selected ? null : (
        <p className={styles.remark} role="status">
          {formatCount(files.length)} of {formatCounted(selected, 'header')} read
        </p>
      )}
      {failures.length === 0 ? null : (
        <p
          className={styles.remark}
          role="status"
          data-testid="problem"
          data-code={failures[0]?.code}
          data-path={failures[0]?.where}
        >
          Not read: {someOf(failed, failures.length)}. {reason}
        </p>
      )}
      {isCut ? (
        <p className={styles.remark} role="status">
          There are more attributes than can be held for so many instances; some are left out
        </p>
      ) : null}
    </>
  );
}

async function saveCsv(table: VariationTable, chosen: VariationTable['attributes']): Promise<void> {
  saveFile(await writeAttributeCsv(table, chosen), 'attributes.csv');
}
