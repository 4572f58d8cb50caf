import { describe, expect, it } from 'vitest';
import { decide, decisionOf, isRemaining, NO_DECISIONS, redoDecision, undoDecision } from './decisions';

const NAME = { key: 'echoes\n00102000\nRoe', check: 'echoes', severity: 'stop' } as const;
const PHONE = { key: 'patterns\n00104000\n555 0100', check: 'patterns', severity: 'check' } as const;
const OTHER_NAME = { key: 'echoes\n00104000\nRoe', check: 'echoes', severity: 'stop' } as const;
const ACCEPTED = { verdict: 'accepted', note: 'a street' } as const;
const FLAGGED = { verdict: 'flagged', note: '' } as const;

describe('decisions', () => {
  it('holds for the finding that it was made on, and for no other', () => {
    const decisions = decide(NO_DECISIONS, { finding: NAME.key }, ACCEPTED);
    expect(decisionOf(decisions, NAME)).toEqual(ACCEPTED);
    expect(decisionOf(decisions, OTHER_NAME)).toBeNull();
  });

  it('holds for all of a check, but goes after what was said of a finding itself', () => {
    const whole = decide(NO_DECISIONS, { check: 'echoes' }, ACCEPTED);
    const decisions = decide(whole, { finding: NAME.key }, FLAGGED);
    expect(decisionOf(decisions, NAME)).toEqual(FLAGGED);
    expect(decisionOf(decisions, OTHER_NAME)).toEqual(ACCEPTED);
    expect(decisionOf(decisions, PHONE)).toBeNull();
  });

  it('falls back to the decision on the check when its own is taken back', () => {
    const whole = decide(NO_DECISIONS, { check: 'echoes' }, ACCEPTED);
    const own = decide(whole, { finding: NAME.key }, FLAGGED);
    expect(decisionOf(decide(own, { finding: NAME.key }, null), NAME)).toEqual(ACCEPTED);
  });

  it('undoes the last one first, and redoes in the order in which they were made', () => {
    const first = decide(NO_DECISIONS, { finding: NAME.key }, ACCEPTED);
    const second = decide(first, { finding: NAME.key }, FLAGGED);
    const third = decide(second, { check: 'patterns' }, FLAGGED);

    const undone = undoDecision(undoDecision(third));
    expect(decisionOf(undone, PHONE)).toBeNull();
    expect(decisionOf(undone, NAME)).toEqual(ACCEPTED);
    expect(decisionOf(undoDecision(undone), NAME)).toBeNull();

    const redone = redoDecision(undone);
    expect(decisionOf(redone, NAME)).toEqual(FLAGGED);
    expect(decisionOf(redone, PHONE)).toBeNull();
    expect(decisionOf(redoDecision(redone), PHONE)).toEqual(FLAGGED);
  });

  it('has nothing to redo after another decision', () => {
    const undone = undoDecision(decide(NO_DECISIONS, { finding: NAME.key }, ACCEPTED));
    const decided = decide(undone, { finding: PHONE.key }, FLAGGED);
    expect(redoDecision(decided)).toBe(decided);
  });

  it('is no step where nothing changes', () => {
    const once = decide(NO_DECISIONS, { finding: NAME.key }, ACCEPTED);
    expect(decide(once, { finding: NAME.key }, { ...ACCEPTED })).toBe(once);
    expect(undoDecision(NO_DECISIONS)).toBe(NO_DECISIONS);
  });
});

describe('what remains', () => {
  it('is what waits for a decision; notes do not', () => {
    expect(isRemaining(NO_DECISIONS, NAME)).toBe(true);
    expect(isRemaining(NO_DECISIONS, PHONE)).toBe(true);
    expect(isRemaining(NO_DECISIONS, { ...PHONE, severity: 'note' })).toBe(false);
  });

  it('is nothing that was accepted or flagged, by itself or with its check', () => {
    expect(isRemaining(decide(NO_DECISIONS, { finding: NAME.key }, FLAGGED), NAME)).toBe(false);
    expect(isRemaining(decide(NO_DECISIONS, { check: 'echoes' }, ACCEPTED), NAME)).toBe(false);
    expect(isRemaining(decide(NO_DECISIONS, { check: 'echoes' }, ACCEPTED), PHONE)).toBe(true);
  });
});
