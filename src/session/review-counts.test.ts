import { expect, it } from 'vitest';
import { decide, NO_DECISIONS } from '../review/decisions';
import type { FindingRow } from '../review/finding-row';
import { remainingFindings, remainingInSeries } from './review-counts';

const IN_ONE: FindingRow = {
  key: 'echoes\n00204000\nRoe',
  number: 0,
  check: 'echoes',
  severity: 'check',
  identifying: true,
  value: 'Roe',
  marks: [],
  message: 'Holds a name.',
  path: '00204000',
  kind: null,
  creator: '',
  counts: { files: 1, series: 1, studies: 1, patients: 1 },
  example: { file: null, archive: null, path: '00204000' },
  seriesKey: 'one',
};
const STOP_IN_ONE: FindingRow = { ...IN_ONE, key: 'stop', severity: 'stop' };
const NOTE_IN_ONE: FindingRow = { ...IN_ONE, key: 'note', severity: 'note' };
const IN_SEVERAL: FindingRow = { ...IN_ONE, key: 'several', seriesKey: null };

const review = {
  phase: 'ready',
  findings: [IN_ONE, STOP_IN_ONE, NOTE_IN_ONE, IN_SEVERAL],
  inside: null,
} as const;

it('counts what waits for a decision, notes apart', () => {
  expect(remainingFindings({ review, decisions: NO_DECISIONS })).toBe(3);
});

it('counts it for each series, with what is worst, where it is in no other', () => {
  expect(remainingInSeries({ review, decisions: NO_DECISIONS }, 'one')).toEqual({ count: 2, worst: 'stop' });
  expect(remainingInSeries({ review, decisions: NO_DECISIONS }, 'two')).toBeUndefined();
});

it('counts anew after a decision', () => {
  const decisions = decide(NO_DECISIONS, { finding: STOP_IN_ONE.key }, { verdict: 'accepted', note: '' });
  expect(remainingFindings({ review, decisions })).toBe(2);
  expect(remainingInSeries({ review, decisions }, 'one')).toEqual({ count: 1, worst: 'check' });
});
