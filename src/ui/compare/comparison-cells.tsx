import { ChevronRight, EqualApproximately, EqualNot } from 'lucide-react';
import { memo } from 'react';
import type { AlignedRow } from '../../dicom/align-headers';
import type { HeaderRow } from '../../dicom/header-row';
import { formatCount, formatCounted } from '../format';
import styles from './comparison-cells.module.css';
import { emphasiseDifference, type EmphasisedValue } from './emphasis';

const INDENT_PIXELS = 12;

interface ComparisonCellsProps {
  readonly row: AlignedRow;
  readonly isToggled: boolean;
}

/** A row's mark, tag and name, and what each header has there. */
export const ComparisonCells = memo(function ComparisonCells({ row, isToggled }: ComparisonCellsProps) {
  const { cells, kind, tag, name, depth } = row;
  const present = cells.filter((cell) => cell !== null);
  const values = emphasiseDifference(present.map(valueOf));
  const hasSeveralVrs = new Set(present.map(({ vr }) => vr)).size > 1;
  return (
    <>
      <span role="rowheader" className={styles.element} title={`${tag} ${name}`.trim()}>
        <Mark row={row} />
        <span className={styles.tag} style={{ paddingLeft: depth * INDENT_PIXELS }}>
          {kind === 'element' ? null : (
            <ChevronRight size={13} aria-hidden className={styles.chevron} data-expanded={!isToggled} />
          )}
          {kind === 'item' ? name : tag}
        </span>
        <span className={styles.name}>{kind === 'item' ? null : name}</span>
      </span>
      {cells.map((cell, header) => {
        const value = cell === null ? undefined : values[present.indexOf(cell)];
        return cell === null || value === undefined ? (
          <span key={header} role="gridcell" className={styles.missing}>
            missing
          </span>
        ) : (
          <span key={header} role="gridcell" className={styles.value} title={titleOf(cell)}>
            {hasSeveralVrs ? <span className={styles.vr}>{cell.vr}</span> : null}
            <Value cell={cell} value={value} />
          </span>
        );
      })}
    </>
  );
});

function Mark({ row: { cells, kind, differs, isDifference } }: { readonly row: AlignedRow }) {
  const isCut = cells.some((cell) => cell?.valueIsCut === true);
  if (!differs && !isCut) return <span className={styles.mark} />;
  const differsItself = isDifference || kind === 'element';
  const differsWords = differsItself ? 'Differs' : 'Differs inside';
  const words = differs ? differsWords : 'The same as far as it is read';
  const Icon = differs ? EqualNot : EqualApproximately;
  return (
    <span className={styles.mark} data-is-quiet={!isDifference} title={words}>
      <Icon size={13} aria-hidden />
      <span className="visually-hidden">{words}</span>
    </span>
  );
}

function Value({ cell, value }: { readonly cell: HeaderRow; readonly value: EmphasisedValue }) {
  if (cell.kind === 'element' && cell.value === '') return <span className={styles.empty}>empty</span>;
  return (
    <span className={styles.text}>
      {cell.note === undefined ? null : <span className={styles.note}>{cell.note}</span>}
      <span className={styles.before}>{value.before}</span>
      {value.differing === '' ? null : <mark className={styles.differing}>{value.differing}</mark>}
      <span className={styles.after}>{value.after}</span>
    </span>
  );
}

/** What is compared of an element, as it is shown: of binary values and long texts the length too. */
function valueOf({ kind, vm, value, valueIsCut, lengthBytes }: HeaderRow): string {
  if (kind === 'sequence') return formatCounted(vm, 'item');
  return valueIsCut ? `${value}… ${formatCount(lengthBytes)} bytes` : value;
}

function titleOf(cell: HeaderRow): string {
  return [cell.note, valueOf(cell), cell.vr].filter(Boolean).join('\n');
}
