import { Check } from 'lucide-react';
import { LEDGER_STATES } from '../../catalog/catalog-types';
import { directoryTotals, ledgerOf } from '../../session/archive-details';
import type { OpenArchive } from '../../session/state';
import { LEDGER_STATE_WORDS } from '../contents/file-words';
import { formatCount } from '../format';
import styles from './archive-details.module.css';

/** What became of the files, held against what the directory lists. */
export function LedgerTable({ archive }: { readonly archive: OpenArchive }) {
  const totals = directoryTotals(archive.id);
  if (totals === null) return null;
  const { byState } = ledgerOf(archive.id);
  const states = LEDGER_STATES.map((state) => ({ state, ...byState[state] }));
  const files = states.reduce((sum, { entries }) => sum + entries, 0);
  const bytes = states.reduce((sum, cell) => sum + cell.bytes, 0);
  const isWhole = files === totals.files && bytes === totals.bytes;
  return (
    <section>
      <h3 className={styles.heading}>Ledger</h3>
      <table className={styles.ledger}>
        <thead>
          <tr>
            <th scope="col">What became of its files</th>
            <th scope="col">Files</th>
            <th scope="col">Bytes</th>
          </tr>
        </thead>
        <tbody>
          {states
            .filter(({ entries }) => entries > 0)
            .map(({ state, ...cell }) => (
              <LedgerRow
                key={state}
                label={LEDGER_STATE_WORDS[state]}
                files={cell.entries}
                bytes={cell.bytes}
              />
            ))}
        </tbody>
        <tfoot>
          <LedgerRow label="Sum" files={files} bytes={bytes} />
          {isWhole ? null : (
            <LedgerRow label="Not read yet" files={totals.files - files} bytes={totals.bytes - bytes} />
          )}
          <LedgerRow
            label={directoryWords(archive)}
            files={totals.files}
            bytes={totals.bytes}
            isSame={isWhole}
          />
        </tfoot>
      </table>
    </section>
  );
}

interface LedgerRowProps {
  readonly label: string;
  readonly files: number;
  readonly bytes: number;
  /** The figures are those of the row above. */
  readonly isSame?: boolean;
}

function LedgerRow({ label, files, bytes, isSame = false }: LedgerRowProps) {
  return (
    <tr>
      <th scope="row">
        {label} {isSame ? <Check size={14} aria-label="the same" className={styles.good} /> : null}
      </th>
      <td>{formatCount(files)}</td>
      <td>{formatCount(bytes)}</td>
    </tr>
  );
}

function directoryWords({ kind, problems }: OpenArchive): string {
  if (kind === 'files') return 'As chosen';
  const isSalvaged = problems.some(({ code }) => code === 'archive-salvaged');
  return isSalvaged ? 'Found by their own headers' : 'In its directory';
}
