import { ChevronRight, Maximize2, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { HeaderRow } from '../../dicom/header-row';
import type { FindingRow } from '../../review/finding-row';
import { formatBytes, formatCount, formatCounted } from '../format';
import type { HeaderSearch } from './header-search';
import styles from './header-tree.module.css';
import { MarkedText } from './marked-text';
import { FindingMark } from './finding-mark';
import { excerptOf, isMarked, markTag, markText } from './search-marks';

/** What is deeper stands below what is so deep: there has to be room for the rest. */
const MAX_INDENTS = 8;

interface HeaderCellsProps {
  readonly row: HeaderRow;
  readonly search: HeaderSearch;
  /** The same element of the header before, to be shown beside what it is now. */
  readonly before: HeaderRow | null;
  /** What the checks have found in it. */
  readonly findings: readonly FindingRow[];
  readonly isCollapsed: boolean;
  readonly onOpen: (row: HeaderRow) => void;
}

export const HeaderCells = memo(function HeaderCells(props: HeaderCellsProps) {
  const { row, search, before, findings, isCollapsed, onOpen } = props;
  const { kind, tag, vr, vm, lengthBytes, problems = [] } = row;
  const isElement = kind === 'element';
  return (
    <>
      <span
        role="gridcell"
        className={styles.tag}
        style={{ paddingLeft: `calc(${String(Math.min(row.depth, MAX_INDENTS))} * var(--indent))` }}
      >
        {isElement ? null : (
          <ChevronRight size={13} aria-hidden className={styles.chevron} data-expanded={!isCollapsed} />
        )}
        <span>
          <MarkedText pieces={kind === 'item' ? markText(row.name, search) : markTag(tag, search)} />
        </span>
      </span>
      <span role="gridcell" className={styles.name} title={row.keyword || row.name}>
        {kind === 'item' ? null : <NameOf row={row} search={search} />}
      </span>
      <span role="gridcell" className={styles.vr}>
        {vr}
      </span>
      <span role="gridcell" className={styles.number} data-wide>
        {kind === 'item' ? '' : formatCount(vm)}
      </span>
      <span role="gridcell" className={styles.number} data-wide title={titleOfLength(lengthBytes)}>
        {lengthBytes < 0 ? '–' : formatBytes(lengthBytes)}
      </span>
      <span role="gridcell" className={styles.value} title={titleOfValue(row, before)}>
        {problems.length === 0 ? null : (
          <span className={styles.problem} title={problems.join('\n')}>
            <TriangleAlert size={13} aria-hidden />
            <span className="visually-hidden">Problem: {problems.join('; ')}.</span>
          </span>
        )}
        <FindingMark findings={findings} />
        <span className={styles.text}>
          <ValueOf row={row} search={search} />
          {before === null || before.value === row.value ? null : (
            <span className={styles.beside}> was {before.value === '' ? 'empty' : before.value}</span>
          )}
        </span>
        <button
          type="button"
          className={styles.open}
          tabIndex={-1}
          aria-label="Show the whole value"
          onClick={(event) => {
            event.stopPropagation();
            onOpen(row);
          }}
        >
          <Maximize2 size={13} aria-hidden />
        </button>
      </span>
    </>
  );
});

type TextProps = Pick<HeaderCellsProps, 'row' | 'search'>;

/** With its keyword or its creator, where that is what was found. */
function NameOf({ row: { name, keyword, creator = '' }, search }: TextProps) {
  const pieces = markText(name, search);
  const others = [keyword, creator].map((text) => markText(text, search)).find(isMarked);
  if (others === undefined || isMarked(pieces)) return <MarkedText pieces={pieces} />;
  return (
    <>
      <MarkedText pieces={others} /> <span className={styles.beside}>{name}</span>
    </>
  );
}

function ValueOf({ row: { kind, vm, note, value, valueIsCut }, search }: TextProps) {
  if (kind === 'sequence') return <span className={styles.beside}>{formatCounted(vm, 'item')}</span>;
  return (
    <>
      {note === undefined ? null : (
        <>
          <MarkedText pieces={markText(note, search)} />{' '}
        </>
      )}
      <span className={note === undefined ? undefined : styles.beside}>
        <MarkedText pieces={markText(excerptOf(value, search), search)} />
        {valueIsCut ? '…' : ''}
      </span>
    </>
  );
}

function titleOfLength(lengthBytes: number): string {
  return lengthBytes < 0 ? 'Undefined length' : `${formatCount(lengthBytes)} bytes`;
}

/** What may be cut off at the end of its column, and what has no column. */
function titleOfValue(row: HeaderRow, before: HeaderRow | null): string {
  const { kind, vm, note = '', value, valueIsCut, lengthBytes } = row;
  if (kind !== 'element') return '';
  const facts = [vm > 1 ? formatCounted(vm, 'value') : '', lengthBytes < 0 ? '' : formatBytes(lengthBytes)];
  const was = before === null || before.value === value ? '' : `Before: ${before.value}`;
  return [note, valueIsCut ? `${value}…` : value, was, facts.filter(Boolean).join(', ')]
    .filter(Boolean)
    .map((line) => (line.length > MAX_TITLE ? `${line.slice(0, MAX_TITLE)}…` : line))
    .join('\n');
}

const MAX_TITLE = 400;
