import { describe, expect, it } from 'vitest';
import { decide, NO_DECISIONS, type Decisions } from '../review/decisions';
import type { Severity } from '../review/finding';
import type { FindingRow } from '../review/finding-row';
import { NO_MASK } from './mask';
import { fileNames } from './report-file-names';
import { groupFindings, MOST_LINES, type FindingGroup } from './report-groups';

const names = fileNames({ archives: [], pathOf: () => 'a/1', isMasked: false });

function row(key: string, severity: Severity, path = '00100010'): FindingRow {
  return {
    check: 'profile',
    severity,
    identifying: false,
    value: key,
    marks: [],
    message: '',
    key,
    number: 0,
    path,
    kind: null,
    creator: '',
    counts: { files: 1, series: 1, studies: 1, patients: 1 },
    example: { file: null, archive: null, path },
    seriesKey: null,
  };
}

function profileOf(findings: readonly FindingRow[], decisions: Decisions = NO_DECISIONS): FindingGroup {
  const [group] = groupFindings({ findings, decisions, mask: NO_MASK, names });
  if (group === undefined) throw new Error('every check has a group');
  return group;
}

describe('the findings of a report', () => {
  it('stand check by check, also where one has found nothing', () => {
    const groups = groupFindings({ findings: [], decisions: NO_DECISIONS, mask: NO_MASK, names });
    expect(groups.length).toBe(26);
    expect(groups.every(({ findings, lines }) => findings === 0 && lines.length === 0)).toBe(true);
  });

  it('begin with what was flagged, then what is undecided, the severest first, and end with what was accepted', () => {
    const findings = [row('a', 'check'), row('b', 'stop'), row('c', 'stop'), row('d', 'check')];
    const accepted = decide(NO_DECISIONS, { finding: 'c' }, { verdict: 'accepted', note: '' });
    const decisions = decide(accepted, { finding: 'd' }, { verdict: 'flagged', note: 'no' });
    const group = profileOf(findings, decisions);
    expect(group.lines.map(({ value }) => value)).toEqual(['d', 'b', 'a', 'c']);
    expect(group).toMatchObject({ findings: 4, accepted: 1, flagged: 1, bySeverity: { stop: 2, check: 2 } });
  });

  it('are cut on the page, but counted all', () => {
    const group = profileOf(Array.from({ length: 1000 }, (_, index) => row(String(index), 'stop')));
    expect(group.lines.length).toBe(MOST_LINES);
    expect(group.findings).toBe(1000);
  });

  it('are summed up by their places where they are many notes; what was decided on stays', () => {
    const notes = Array.from({ length: 30 }, (_, index) =>
      row(String(index), 'note', index % 3 === 0 ? '00080060' : '00080070'),
    );
    const decisions = decide(NO_DECISIONS, { finding: '3' }, { verdict: 'flagged', note: '' });
    const group = profileOf([...notes, row('x', 'stop')], decisions);
    expect(group.lines.map(({ value }) => value)).toEqual(['3', 'x']);
    expect(group.notes.map(({ path, findings }) => [path, findings])).toEqual([
      ['00080070', 20],
      ['00080060', 9],
    ]);
  });

  it('are lines where there are few notes', () => {
    const group = profileOf([row('a', 'note'), row('b', 'note')]);
    expect([group.lines.length, group.notes.length]).toEqual([2, 0]);
  });

  it('tell what was said of them from what was said of their check', () => {
    const ofCheck = decide(NO_DECISIONS, { check: 'profile' }, { verdict: 'accepted', note: 'all' });
    const decisions = decide(ofCheck, { finding: 'a' }, { verdict: 'flagged', note: 'not this' });
    const group = profileOf([row('a', 'stop'), row('b', 'stop')], decisions);
    expect(group.decision?.note).toBe('all');
    expect(
      group.lines.map(({ decision, isDecidedByCheck }) => [decision?.verdict, isDecidedByCheck]),
    ).toEqual([
      ['flagged', false],
      ['accepted', true],
    ]);
  });
});
