import { ChevronRight, CornerDownRight } from 'lucide-react';
import { memo, type CSSProperties } from 'react';
import { Reference } from './reference-list';
import { isLongText, relationshipWords, spaceBefore, withLineFeeds, type ReportLine } from './report-rows';
import styles from './report-view.module.css';

interface ReportRowProps extends ReportLine {
  readonly isClosed: boolean;
  readonly onToggle: (position: string) => void;
  readonly onGoTo: (position: string) => void;
}

/** Deeper items than this are no further in. */
const MAX_INDENT = 12;

export const ReportRow = memo(function ReportRow(props: ReportRowProps) {
  const { item, text, isClosed, onToggle, onGoTo } = props;
  const { depth, position, valueType } = item;
  const isContainer = valueType === 'CONTAINER';
  return (
    <div
      className={styles.row}
      style={{ '--depth': Math.min(depth, MAX_INDENT) } as CSSProperties}
      data-testid="report-item"
      data-position={position}
      data-type={valueType}
    >
      {isContainer ? (
        <Container item={item} isClosed={isClosed} onToggle={onToggle} />
      ) : (
        <Content item={item} onGoTo={onGoTo} />
      )}
      <Remarks item={item} />
      {text.length === 0 ? null : <RunningText text={text} />}
    </div>
  );
});

/** The title of the view is a heading of level 2. */
function levelOf(depth: number): number {
  return Math.min(6, depth + 3);
}

function Container({ item, isClosed, onToggle }: Omit<ReportRowProps, 'text' | 'onGoTo'>) {
  const { depth, name, position } = item;
  return (
    <div
      role="heading"
      aria-level={levelOf(depth)}
      className={styles.heading}
      data-depth={Math.min(depth, 3)}
    >
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={!isClosed}
        onClick={() => onToggle(position)}
      >
        <ChevronRight size={15} className={styles.chevron} data-expanded={!isClosed} aria-hidden />
        <span dir="auto" data-unnamed={name === ''}>
          {name || 'Section'}
        </span>
      </button>
    </div>
  );
}

function Content({ item, onGoTo }: Pick<ReportRowProps, 'item' | 'onGoTo'>) {
  const { name, value, valueType, reference, target } = item;
  return (
    <div className={styles.content} data-long={isLongText(value)}>
      <span className={styles.name} dir="auto">
        {name || (NAMES[valueType] ?? 'Item')}
      </span>
      {reference === undefined ? (
        <span className={styles.value} dir="auto">
          {withLineFeeds(value)}
          {target === undefined ? null : (
            <button type="button" className={styles.link} onClick={() => onGoTo(target)}>
              <CornerDownRight size={13} aria-hidden /> item {target}
            </button>
          )}
        </span>
      ) : (
        <Reference reference={reference} />
      )}
    </div>
  );
}

/** Of items that need no name of their own. */
const NAMES: Readonly<Record<string, string>> = {
  IMAGE: 'Image',
  COMPOSITE: 'Object',
  WAVEFORM: 'Waveform',
  SCOORD: 'Region',
  SCOORD3D: 'Region in space',
  TCOORD: 'Time',
};

/** A container as one text; what each part of it is called is said when the pointer rests on it. */
function RunningText({ text }: Pick<ReportLine, 'text'>) {
  return (
    <p className={styles.running} dir="auto">
      {text.map(({ position, name, value }, index) => (
        <span key={position} title={name}>
          {index === 0 ? '' : spaceBefore(value)}
          {withLineFeeds(value)}
        </span>
      ))}
    </p>
  );
}

/** How it belongs to the item around it, and what it lacks. */
function Remarks({ item: { relationship, missing } }: Pick<ReportRowProps, 'item'>) {
  const remark = relationshipWords(relationship);
  if (remark === '' && missing.length === 0) return null;
  return (
    <span className={styles.remarks}>
      {remark}
      {missing.length === 0 ? null : <span className={styles.missing}>{missing.join(', ')}</span>}
    </span>
  );
}
