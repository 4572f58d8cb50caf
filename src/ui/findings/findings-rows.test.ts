import { describe, expect, it } from 'vitest';
import { decide, NO_DECISIONS, type Decisions } from '../../review/decisions';
import type { FindingRow } from '../../review/finding-row';
import type { FindingsFilter } from '../../session/state';
import { findingRow } from './finding-row.fixture';
import { findingTexts } from './finding-texts';
import {
  filterFindings,
  findingsListRows,
  nextToDecide,
  remainingByCheck,
  type FindingsListRow,
} from './findings-rows';

const NAME = findingRow({ check: 'profile', path: '00100010', value: 'Roe^Richard', severity: 'stop' });
const STUDY_DATE = findingRow({ check: 'profile', path: '00080020', value: '20240305', severity: 'note' });
const COMMENT = findingRow({ value: 'call 555 0100', path: '00400275[].00400007', severity: 'check' });
const REMARK = findingRow({ value: 'Mr. Roe', severity: 'stop' });
const ALL = [STUDY_DATE, NAME, COMMENT, REMARK];
const LETTER = findingRow({ check: 'other-files', path: '', value: 'A text' });

const NO_FILTER: FindingsFilter = { text: '', severities: [], isRemainingOnly: false };

function filtered(
  filter: Partial<FindingsFilter>,
  decisions: Decisions = NO_DECISIONS,
): readonly FindingRow[] {
  const textsOf = () => findingTexts(ALL, null, () => '');
  return filterFindings(ALL, { filter: { ...NO_FILTER, ...filter }, decisions, textsOf });
}

/** `profile 2` for a check with its count, the value for a finding. */
function outline(rows: readonly FindingsListRow[]): readonly string[] {
  return rows.map((row) => (row.kind === 'check' ? `${row.check} ${String(row.count)}` : row.finding.value));
}

describe('the list of findings', () => {
  it('has each check with its findings below it, what is worst first', () => {
    expect(outline(findingsListRows(ALL, new Set()))).toEqual([
      'profile 2',
      'Roe^Richard',
      '20240305',
      'echoes 2',
      'Mr. Roe',
      'call 555 0100',
    ]);
  });

  it('has of a closed check its own row only', () => {
    expect(outline(findingsListRows(ALL, new Set(['profile'])))).toEqual([
      'profile 2',
      'echoes 2',
      'Mr. Roe',
      'call 555 0100',
    ]);
  });

  it('says of a check how bad it is', () => {
    const checks = findingsListRows([STUDY_DATE, COMMENT, REMARK], new Set()).filter(
      ({ kind }) => kind === 'check',
    );
    expect(checks).toMatchObject([
      { check: 'profile', worst: 'note' },
      { check: 'echoes', worst: 'stop' },
    ]);
  });

  it('says of a check how much of it waits', () => {
    const decisions = decide(NO_DECISIONS, { finding: REMARK.key }, { verdict: 'accepted', note: '' });
    expect(remainingByCheck(ALL, NO_DECISIONS)).toEqual(
      new Map([
        ['profile', 1],
        ['echoes', 2],
      ]),
    );
    expect(remainingByCheck(ALL, decisions)).toEqual(
      new Map([
        ['profile', 1],
        ['echoes', 1],
      ]),
    );
  });

  it('says of each row where it stands among its neighbours', () => {
    const places = findingsListRows(ALL, new Set()).map(
      ({ position, setSize }) => `${String(position)} of ${String(setSize)}`,
    );
    expect(places).toEqual(['1 of 2', '1 of 2', '2 of 2', '2 of 2', '1 of 2', '2 of 2']);
  });
});

describe('the filter', () => {
  it('finds all words in value, tag or message, whatever their case', () => {
    expect(filtered({ text: 'roe RICHARD' })).toEqual([NAME]);
    expect(filtered({ text: '(0040,0007)' })).toEqual([COMMENT]);
    expect(filtered({ text: '00400007' })).toEqual([COMMENT]);
    expect(filtered({ text: 'name.' })).toEqual(ALL);
    expect(filtered({ text: 'roe 555' })).toEqual([]);
  });

  it('finds whole files by their name', () => {
    const textsOf = () => findingTexts([NAME, LETTER], null, () => 'notes/letter.txt');
    const query = { filter: { ...NO_FILTER, text: 'letter' }, decisions: NO_DECISIONS, textsOf };
    expect(filterFindings([NAME, LETTER], query)).toEqual([LETTER]);
  });

  it('leaves the severities that are chosen, all of them where none is', () => {
    expect(filtered({ severities: ['stop'] })).toEqual([NAME, REMARK]);
    expect(filtered({ severities: ['check', 'note'] })).toEqual([STUDY_DATE, COMMENT]);
    expect(filtered({})).toEqual(ALL);
  });

  it('leaves what waits for a decision', () => {
    const decisions = decide(NO_DECISIONS, { check: 'echoes' }, { verdict: 'accepted', note: '' });
    expect(filtered({ isRemainingOnly: true }, decisions)).toEqual([NAME]);
  });
});

describe('where to go on after a decision', () => {
  const rows = findingsListRows(ALL, new Set());

  it('is the next finding that waits, over notes and those that are decided', () => {
    const decisions = decide(NO_DECISIONS, { finding: REMARK.key }, { verdict: 'flagged', note: '' });
    expect(nextToDecide(rows, 'profile', NO_DECISIONS)).toBe(NAME.key);
    expect(nextToDecide(rows, NAME.key, NO_DECISIONS)).toBe(REMARK.key);
    expect(nextToDecide(rows, NAME.key, decisions)).toBe(COMMENT.key);
  });

  it('is the next row where none waits any more', () => {
    const decisions = decide(NO_DECISIONS, { check: 'echoes' }, { verdict: 'accepted', note: '' });
    expect(nextToDecide(rows, NAME.key, decisions)).toBe(STUDY_DATE.key);
  });

  it('is nowhere at the end', () => {
    expect(nextToDecide(rows, COMMENT.key, NO_DECISIONS)).toBeNull();
  });
});
