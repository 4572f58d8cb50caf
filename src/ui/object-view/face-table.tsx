import type { TableColumn, TableRow, TableSection } from '../../dicom/objects/object-face';
import { formatCount } from '../format';
import styles from './face-table.module.css';

/** Rows of an object's own parts: its regions, beams, layers. */
export function FaceTable({ table: { heading, columns, rows, total } }: { readonly table: TableSection }) {
  return (
    <>
      <div className={styles.scroller} role="group" aria-label={heading} tabIndex={0}>
        <table className={styles.table} aria-label={heading}>
          <thead>
            <tr>
              {columns.map(({ label, isNumber }, index) => (
                <th key={index} scope="col" data-number={isNumber}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <FaceTableRow key={index} row={row} columns={columns} />
            ))}
          </tbody>
        </table>
      </div>
      <CutNote shown={rows.length} total={total} />
    </>
  );
}

interface FaceTableRowProps {
  readonly row: TableRow;
  readonly columns: readonly TableColumn[];
}

/** The colour of a row stands before its first text. */
function FaceTableRow({ row: { cells, colour }, columns }: FaceTableRowProps) {
  const nameIndex = columns.findIndex(({ isNumber }) => isNumber !== true);
  return (
    <tr>
      {cells.map((cell, index) => (
        <td key={index} data-number={columns[index]?.isNumber} dir="auto">
          {colour !== undefined && index === nameIndex ? (
            <span
              className={styles.swatch}
              style={{ background: `rgb(${colour.join(' ')})` }}
              data-colour={colour.join(',')}
              aria-hidden
            />
          ) : null}
          {cell}
        </td>
      ))}
    </tr>
  );
}

/** Where there is more than what is shown. */
export function CutNote({ shown, total }: { readonly shown: number; readonly total: number }) {
  if (shown >= total) return null;
  return (
    <p className={styles.cut}>
      The first {formatCount(shown)} of {formatCount(total)}
    </p>
  );
}
