import type { TextRange } from '../../review/finding';
import { MarkedText } from '../headers/marked-text';
import { piecesOf } from '../headers/search-marks';
import styles from './marked-value.module.css';

interface MarkedValueProps {
  readonly value: string;
  readonly marks: readonly TextRange[];
  /** As it stands in the file, line by line; else in one line. */
  readonly isWhole?: boolean;
}

/** A value with what was found in it marked. */
export function MarkedValue({ value, marks, isWhole = false }: MarkedValueProps) {
  return (
    <span className={styles.value} data-whole={isWhole}>
      <MarkedText pieces={piecesOf(value, joinedRanges(marks))} />
    </span>
  );
}

/** In ascending order, those that overlap made one. */
function joinedRanges(ranges: readonly TextRange[]): readonly TextRange[] {
  const joined: TextRange[] = [];
  for (const [start, end] of ranges.toSorted(([one], [other]) => one - other)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], end)];
    else joined.push([start, end]);
  }
  return joined;
}
