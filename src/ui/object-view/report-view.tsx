import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ReportContent } from '../../dicom/objects/object-face';
import { Button } from '../button';
import { formatCount } from '../format';
import { CutNote } from './face-table';
import { ReportRow } from './report-row';
import { reportLines } from './report-rows';
import styles from './report-view.module.css';

/** As many items as a browser lays out at once; more come when they are asked for. */
const PAGE_ITEMS = 500;

/** The content of a report as one document: containers are its headings, items its lines. */
export function ReportView({ content: { items, total } }: { readonly content: ReportContent }) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(PAGE_ITEMS);
  const list = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => reportLines(items, closed), [items, closed]);

  function toggle(position: string): void {
    const next = new Set(closed);
    if (!next.delete(position)) next.add(position);
    setClosed(next);
  }

  function goTo(position: string): void {
    const place = items.findIndex((item) => item.position === position);
    flushSync(() => {
      setClosed(new Set());
      setShown(Math.max(shown, place + 1));
    });
    list.current?.querySelector(`[data-position="${position}"]`)?.scrollIntoView({ block: 'center' });
  }

  if (total === 0) return <p className={styles.empty}>The report has no content.</p>;
  return (
    <div ref={list} className={styles.report} data-testid="report">
      {lines.slice(0, shown).map(({ item, text }) => (
        <ReportRow
          key={item.position}
          item={item}
          text={text}
          isClosed={closed.has(item.position)}
          onToggle={toggle}
          onGoTo={goTo}
        />
      ))}
      {shown < lines.length ? (
        <Button look="outlined" className={styles.more} onClick={() => setShown(shown + PAGE_ITEMS)}>
          Show more: {formatCount(shown)} of {formatCount(lines.length)} are shown
        </Button>
      ) : null}
      <CutNote shown={items.length} total={total} />
    </div>
  );
}
