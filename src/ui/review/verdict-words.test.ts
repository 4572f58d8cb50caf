import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../review/verdict';
import { verdictWords } from './verdict-words';

const NOTHING: Verdict = {
  phase: 'ready',
  stopping: 0,
  toCheck: 0,
  notes: 0,
  accepted: 0,
  flagged: 0,
  seriesToLookAt: 0,
  seriesUnseen: 0,
  unread: 0,
  encrypted: 0,
  closedArchives: 0,
  notLookedInto: 0,
  isLookInsideStopped: false,
};

const REPORT = 'What the checks cannot see is listed in the report.';

const say = (change: Partial<Verdict>) => verdictWords({ ...NOTHING, ...change });

describe('verdictWords', () => {
  it('says how many findings stop the transfer, and how many are to be checked', () => {
    expect(say({ stopping: 12, toCheck: 40, seriesToLookAt: 3, seriesUnseen: 3 })).toEqual({
      verdict:
        '12 findings stop this transfer; 40 more to check. 3 series hold pictures that may carry text, not looked at yet.',
      remarks: [],
    });
    expect(say({ stopping: 1 }).verdict).toBe('1 finding stops this transfer.');
    expect(say({ toCheck: 1 }).verdict).toBe('1 finding to check.');
  });

  it('says that nothing was found by how many checks, and what headers say of the pictures', () => {
    expect(say({})).toEqual({
      verdict: 'Nothing found by 26 checks, and by their headers no pictures that may carry text.',
      remarks: [REPORT],
    });
    expect(say({ seriesToLookAt: 3, seriesUnseen: 3 }).verdict).toBe(
      'Nothing found by 26 checks. 3 series hold pictures that may carry text, not looked at yet.',
    );
    expect(say({ notes: 2, seriesToLookAt: 2, seriesUnseen: 0 }).verdict).toBe(
      'Nothing found by 26 checks but 2 notes. All 2 series with pictures that may carry text were looked at.',
    );
  });

  it('says how many series are left to look at', () => {
    expect(say({ seriesToLookAt: 3, seriesUnseen: 1 }).verdict).toContain(
      '1 more series holds pictures that may carry text, not looked at yet.',
    );
  });

  it('says what the reviewer has decided', () => {
    expect(say({ stopping: 2, flagged: 2, accepted: 5 }).remarks).toEqual(['2 flagged, 5 accepted.']);
    expect(say({ accepted: 5 })).toEqual({
      verdict: 'Nothing is left to decide: 5 findings accepted.',
      remarks: ['5 accepted.', REPORT],
    });
  });

  it('says that there may be more while it reads', () => {
    expect(say({ phase: 'running', stopping: 2, toCheck: 1, notLookedInto: null })).toEqual({
      verdict: 'Checking… 3 findings so far',
      remarks: ['Whole files have not been looked into yet.'],
    });
  });

  it('says what was not read and not looked into, and then no more than of what was', () => {
    const { verdict, remarks } = say({
      unread: 4,
      encrypted: 3,
      closedArchives: 1,
      notLookedInto: 8,
      isLookInsideStopped: true,
    });
    expect(verdict).toContain('Nothing found by 26 checks in what was read');
    expect(remarks).toEqual([
      'The look into whole files was stopped: 8 files were not looked into.',
      '4 files were not read, 3 of them encrypted.',
      '1 archive was not opened.',
      REPORT,
    ]);
    expect(say({ notLookedInto: 5 }).remarks[0]).toBe('Still to be looked into as a whole: 5 files.');
  });

  it('never says more than is known', () => {
    const verdicts = (['running', 'ready', 'failed'] as const).flatMap((phase) =>
      [0, 1, 2].flatMap((count) => [
        say({ phase, stopping: count }),
        say({ phase, toCheck: count, accepted: count }),
        say({ phase, seriesToLookAt: 2, seriesUnseen: count, unread: count, notLookedInto: count }),
      ]),
    );
    for (const { verdict, remarks } of verdicts) {
      expect([verdict, ...remarks].join(' ')).not.toMatch(/\b(safe|clean|anonymous|anonymi[sz]ed)\b/i);
    }
  });
});
