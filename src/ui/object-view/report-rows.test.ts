import { describe, expect, it } from 'vitest';
import type { ReportItem } from '../../dicom/objects/report-item';
import { reportLines } from './report-rows';

function item(position: string, valueType: string, rest: Partial<ReportItem> = {}): ReportItem {
  const depth = position.split('.').length - 2;
  return { position, depth, valueType, relationship: 'CONTAINS', name: '', value: '', missing: [], ...rest };
}

/** Positions in sight, those of a text in brackets. */
function linesOf(items: readonly ReportItem[], closed: readonly string[] = []): readonly string[] {
  return reportLines(items, new Set(closed)).map((line) =>
    [line.item.position, ...line.text.map(({ position }) => `(${position})`)].join(' '),
  );
}

describe('reportLines', () => {
  const TREE = [
    item('1.1', 'CONTAINER'),
    item('1.1.1', 'CONTAINER'),
    item('1.1.1.1', 'TEXT'),
    item('1.1.2', 'TEXT'),
    item('1.2', 'TEXT'),
  ];

  it('leaves out what is in a closed container, and only that', () => {
    expect(linesOf(TREE)).toEqual(['1.1', '1.1.1', '1.1.1.1', '1.1.2', '1.2']);
    expect(linesOf(TREE, ['1.1.1'])).toEqual(['1.1', '1.1.1', '1.1.2', '1.2']);
    expect(linesOf(TREE, ['1.1', '1.1.1'])).toEqual(['1.1', '1.2']);
  });

  const SENTENCE = [
    item('1.1', 'CONTAINER', { isContinuous: true }),
    item('1.1.1', 'TEXT'),
    item('1.1.2', 'NUM'),
    item('1.1.3', 'TEXT'),
    item('1.2', 'TEXT'),
  ];

  it('joins the items of a container that is one text', () => {
    expect(linesOf(SENTENCE)).toEqual(['1.1 (1.1.1) (1.1.2) (1.1.3)', '1.2']);
    expect(linesOf(SENTENCE, ['1.1'])).toEqual(['1.1', '1.2']);
  });

  it('does not where an item has items of its own, or where there are no words between values', () => {
    const withModifier = [...SENTENCE.slice(0, 3), item('1.1.2.1', 'CODE'), ...SENTENCE.slice(3)];
    expect(linesOf(withModifier)).toHaveLength(6);
    const measurements = [SENTENCE[0], item('1.1.1', 'NUM'), item('1.1.2', 'NUM')].flatMap(
      (one) => one ?? [],
    );
    expect(linesOf(measurements)).toHaveLength(3);
  });
});
