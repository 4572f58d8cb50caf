import { describe, expect, it } from 'vitest';
import {
  countFramesShown,
  isSeen,
  lookQueue,
  NOTHING_SEEN,
  withFrame,
  withoutSeries,
  withSeries,
} from './look-queue';
import { catalogWith, fileOf, findingRow, seriesOf } from './looks.fixture';

const HEAD = seriesOf('head', [{ entry: 0 }, { entry: 1 }]);
const CLIP = seriesOf('clip', [{ entry: 2, frames: 30 }]);
const REPORT = seriesOf('report', [{ entry: 3, hasPixels: false }]);
const CATALOG = catalogWith([HEAD, CLIP, REPORT]);

const keysOf = (...findings: readonly Parameters<typeof findingRow>[0][]) =>
  lookQueue(findings.map(findingRow), CATALOG).map(({ series }) => series.key);

describe('lookQueue', () => {
  it('has each series that may carry text once, with all reasons, in the order of the findings', () => {
    const looks = lookQueue(
      [
        findingRow({ seriesKey: 'clip' }),
        findingRow({ seriesKey: 'head' }),
        findingRow({ seriesKey: 'clip', check: 'overlays', path: '60003000' }),
      ],
      CATALOG,
    );
    expect(looks.map(({ series, findings }) => [series.key, findings.map(({ check }) => check)])).toEqual([
      ['clip', ['burned-in-text', 'overlays']],
      ['head', ['burned-in-text']],
    ]);
    expect(looks[0]?.patient.name).toBe('Roe^Richard');
  });

  it('puts what stops a transfer first', () => {
    expect(keysOf({ seriesKey: 'clip' }, { seriesKey: 'head', severity: 'stop' })).toEqual(['head', 'clip']);
  });

  it('has overlays and icons, which are drawn with the pictures', () => {
    const paths = ['60003000', '601E3000', '00880200[0].7fe00010', '00880200[].7fe00010'];
    for (const path of paths)
      expect(keysOf({ seriesKey: 'head', check: 'overlays', path })).toEqual(['head']);
  });

  it('leaves out what looking at the pictures does not show', () => {
    const curve = { seriesKey: 'head', check: 'overlays', path: '50003000' } as const;
    const pictureInItem = { seriesKey: 'head', check: 'overlays', path: '00081140[0].7fe00010' } as const;
    const iconInItem = { ...pictureInItem, path: '00081140[0].00880200[0].7fe00010' };
    expect(keysOf(curve, pictureInItem, iconInItem)).toEqual([]);
  });

  it('leaves out other checks, series without pictures, those that are gone, and files of no series', () => {
    expect(
      keysOf(
        { seriesKey: 'head', check: 'echoes' },
        { seriesKey: 'report' },
        { seriesKey: 'gone' },
        { seriesKey: null },
      ),
    ).toEqual([]);
  });
});

describe('what was seen', () => {
  it('is a series that was said to be, until that is taken back', () => {
    const seen = withSeries(NOTHING_SEEN, HEAD);
    expect([isSeen(HEAD, seen), isSeen(CLIP, seen)]).toEqual([true, false]);
    expect(isSeen(HEAD, withoutSeries(seen, HEAD))).toBe(false);
  });

  it('is not a series that has grown since', () => {
    const seen = withSeries(NOTHING_SEEN, HEAD);
    const grown = seriesOf('head', [{ entry: 0 }, { entry: 1 }, { entry: 9 }]);
    expect(isSeen(grown, seen)).toBe(false);
  });

  it('counts the frames that were shown, each once', () => {
    let seen = withFrame(NOTHING_SEEN, fileOf(2), 0);
    seen = withFrame(seen, fileOf(2), 7);
    seen = withFrame(seen, fileOf(2), 7);
    seen = withFrame(seen, fileOf(0), 0);
    expect([countFramesShown(CLIP, seen), countFramesShown(HEAD, seen)]).toEqual([2, 1]);
  });
});
