import styles from './face-table.module.css';

/** Enough to see a rotation of a thousandth of a degree. */
const DIGITS = 6;

/** A transformation as its four rows. */
export function MatrixTable({ rows }: { readonly rows: readonly (readonly number[])[] }) {
  return (
    <table className={styles.matrix} aria-label="Matrix">
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((value, column) => (
              <td key={column}>{String(Number(value.toFixed(DIGITS)))}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
