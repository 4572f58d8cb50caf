import { beforeEach, describe, expect, it } from 'vitest';
import { isSeen, NOTHING_SEEN, type Look } from '../review/look-queue';
import { decisionOf, NO_DECISIONS } from '../review/decisions';
import { catalogWith, fileOf, findingRow, seriesOf } from '../review/looks.fixture';
import {
  isFlagged,
  looksOf,
  markSeen,
  markUnseen,
  noteShown,
  openLooks,
  setFlagged,
  stepLook,
  unseenLooks,
} from './look-actions';
import { NO_REVIEW, useSession } from './store';

const FINDINGS = ['one', 'two', 'three'].map((seriesKey) => findingRow({ seriesKey }));
const CATALOG = catalogWith(['one', 'two', 'three'].map((key, entry) => seriesOf(key, [{ entry }])));

beforeEach(() => {
  useSession.setState({
    catalog: CATALOG,
    review: { ...NO_REVIEW, phase: 'ready', findings: FINDINGS },
    decisions: NO_DECISIONS,
    seen: NOTHING_SEEN,
    look: { phase: 'closed' },
  });
});

function lookAt(index: number): Look {
  const look = looksOf(useSession.getState())[index];
  if (look === undefined) throw new Error('there are so many');
  return look;
}

const opened = () => {
  const { look } = useSession.getState();
  return look.phase === 'open' ? look.seriesKey : look.phase;
};

const verdictOn = ({ findings }: Look) =>
  findings.map((finding) => decisionOf(useSession.getState().decisions, finding)?.verdict);

describe('looking at series', () => {
  it('begins with the first that was not seen', () => {
    openLooks();
    expect(opened()).toBe('one');
    markSeen(lookAt(0));
    openLooks();
    expect(opened()).toBe('two');
  });

  it('goes from one to the next, and stays at the ends', () => {
    openLooks();
    stepLook(-1);
    expect(opened()).toBe('one');
    stepLook(1);
    stepLook(1);
    stepLook(1);
    expect(opened()).toBe('three');
  });

  it('goes on to what was not seen, round the end, until there is none', () => {
    openLooks('two');
    markSeen(lookAt(1));
    expect(opened()).toBe('three');
    markSeen(lookAt(2));
    expect(opened()).toBe('one');
    markSeen(lookAt(0));
    expect(opened()).toBe('done');
    expect(unseenLooks(useSession.getState())).toEqual([]);
  });

  it('settles what asked for eyes, and takes that back', () => {
    openLooks();
    const look = lookAt(0);
    noteShown(fileOf(0), 0);
    markSeen(look);
    expect(verdictOn(look)).toEqual(['accepted']);
    const { findings } = useSession.getState().decisions;
    expect([...findings.values()].map(({ note }) => note)).toEqual(['Looked at: 1 of 1 frames.']);
    markUnseen(look);
    expect(verdictOn(look)).toEqual([undefined]);
    expect(isSeen(look.series, useSession.getState().seen)).toBe(false);
  });

  it('neither settles a stop, nor changes what was flagged', () => {
    const findings = [findingRow({ seriesKey: 'one', severity: 'stop' }), findingRow({ seriesKey: 'two' })];
    useSession.setState({ review: { ...NO_REVIEW, phase: 'ready', findings } });
    const [stop, flagged] = [lookAt(0), lookAt(1)];
    setFlagged(flagged, true);
    markSeen(stop);
    markSeen(flagged);
    expect([...verdictOn(stop), ...verdictOn(flagged)]).toEqual([undefined, 'flagged']);
    expect(isFlagged(flagged, useSession.getState())).toBe(true);
    setFlagged(flagged, false);
    expect(isFlagged(flagged, useSession.getState())).toBe(false);
  });
});
