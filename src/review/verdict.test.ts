import { describe, expect, it } from 'vitest';
import type { Ledger } from '../catalog/catalog-types';
import { decide, NO_DECISIONS } from './decisions';
import { lookQueue, NOTHING_SEEN, withSeries } from './look-queue';
import { catalogWith, findingRow, seriesOf } from './looks.fixture';
import { computeVerdict, isWholeLookedAt, type VerdictInput } from './verdict';

const NONE = { entries: 0, bytes: 0 };

function ledgerOf(unreadable: number, skipped: number): Ledger {
  return {
    entries: 20,
    bytes: 0,
    byState: {
      shown: { entries: 20 - unreadable - skipped, bytes: 0 },
      headerOnly: NONE,
      duplicate: NONE,
      notDicom: NONE,
      unreadable: { entries: unreadable, bytes: 0 },
      skipped: { entries: skipped, bytes: 0 },
    },
  };
}

const WHOLE: VerdictInput = {
  phase: 'ready',
  findings: [],
  decisions: NO_DECISIONS,
  looks: [],
  seen: NOTHING_SEEN,
  ledger: ledgerOf(0, 0),
  encrypted: 0,
  closedArchives: 0,
  inside: { phase: 'done', entriesDone: 20, entries: 20 },
};

const STOP = findingRow({ key: 'stop', check: 'profile', severity: 'stop' });
const CHECK = findingRow({ key: 'check', check: 'echoes', severity: 'check' });
const NOTE = findingRow({ key: 'note', check: 'retired', severity: 'note' });
const PICTURES = findingRow({ key: 'pictures', seriesKey: 'clip' });
const CLIP = seriesOf('clip', [{ entry: 2, frames: 30 }]);

describe('computeVerdict', () => {
  it('counts what waits for a decision by its severity', () => {
    const { stopping, toCheck, notes } = computeVerdict({
      ...WHOLE,
      findings: [STOP, CHECK, NOTE, { ...STOP, key: 'other' }],
    });
    expect({ stopping, toCheck, notes }).toEqual({ stopping: 2, toCheck: 1, notes: 1 });
  });

  it('counts a flagged finding as one that stops, and an accepted one as none', () => {
    const accepted = decide(NO_DECISIONS, { finding: 'stop' }, { verdict: 'accepted', note: 'a phantom' });
    const decisions = decide(accepted, { finding: 'check' }, { verdict: 'flagged', note: '' });
    expect(computeVerdict({ ...WHOLE, findings: [STOP, CHECK], decisions })).toMatchObject({
      stopping: 1,
      toCheck: 0,
      accepted: 1,
      flagged: 1,
    });
  });

  it('counts series to look at apart from the findings that ask for it, unless these stop the transfer', () => {
    const findings = [PICTURES, CHECK];
    const looks = lookQueue(findings, catalogWith([CLIP]));
    const counted = { toCheck: 1, stopping: 0, seriesToLookAt: 1, seriesUnseen: 1 };
    expect(computeVerdict({ ...WHOLE, findings, looks })).toMatchObject(counted);
    const seen = withSeries(NOTHING_SEEN, CLIP);
    expect(computeVerdict({ ...WHOLE, findings, looks, seen })).toMatchObject({
      ...counted,
      seriesUnseen: 0,
    });
    const worse = [{ ...PICTURES, severity: 'stop' as const }];
    expect(
      computeVerdict({ ...WHOLE, findings: worse, looks: lookQueue(worse, catalogWith([CLIP])) }).stopping,
    ).toBe(1);
  });

  it('counts what was not read, and what was not looked into', () => {
    const inside = { phase: 'stopped', entriesDone: 12, entries: 20 } as const;
    expect(computeVerdict({ ...WHOLE, ledger: ledgerOf(3, 2), encrypted: 1, inside })).toMatchObject({
      unread: 3 + 2,
      encrypted: 1,
      notLookedInto: 20 - 12,
      isLookInsideStopped: true,
    });
  });
});

describe('isWholeLookedAt', () => {
  const isWhole = (change: Partial<VerdictInput>): boolean =>
    isWholeLookedAt(computeVerdict({ ...WHOLE, ...change }));

  it('is so once everything was read and looked into', () => {
    expect(isWhole({})).toBe(true);
  });

  it('is not so while anything was not', () => {
    expect(isWhole({ phase: 'running' })).toBe(false);
    expect(isWhole({ ledger: ledgerOf(1, 0) })).toBe(false);
    expect(isWhole({ ledger: ledgerOf(0, 1) })).toBe(false);
    expect(isWhole({ closedArchives: 1 })).toBe(false);
    expect(isWhole({ inside: null })).toBe(false);
    expect(isWhole({ inside: { phase: 'running', entriesDone: 19, entries: 20 } })).toBe(false);
  });
});
