import { LEDGER_STATES, type Ledger } from '../../catalog/catalog-types';
import { LEDGER_STATE_WORDS } from '../contents/file-words';
import { formatCount } from '../format';
import styles from './report.module.css';

/** What became of every file. */
export function ReportLedger({ ledger: { entries, bytes, byState } }: { readonly ledger: Ledger }) {
  return (
    <section>
      <h2>Ledger</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">What became of the files</th>
            <th scope="col" className={styles.number}>
              Files
            </th>
            <th scope="col" className={styles.number}>
              Bytes
            </th>
          </tr>
        </thead>
        <tbody>
          {LEDGER_STATES.map((state) => (
            <tr key={state}>
              <th scope="row">{LEDGER_STATE_WORDS[state]}</th>
              <td className={styles.number}>{formatCount(byState[state].entries)}</td>
              <td className={styles.number}>{formatCount(byState[state].bytes)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All files of the directory</th>
            <td className={styles.number}>{formatCount(entries)}</td>
            <td className={styles.number}>{formatCount(bytes)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
