import type { BenchArchive } from './archives';
import { openArchive } from './opening';
import { offlineCacheFilled, type Places } from './round';
import { median, quantile } from './statistics';
import { columns, figure, milliseconds, seconds } from './table';
import { visit, withDeadline } from './visit';

const DEADLINE_MS = 10 * 60_000;
const FRAMES = 600;
/** Some eight rows: a hand that scrolls fast. */
const PIXELS_IN_FRAME = 360;

/** One round: the archive opened by the app, and by the same app that reads nothing for the review. */
export interface ReviewRound {
  readonly completeMs: number;
  readonly completeWithoutMs: number;
  readonly longestBlockMs: number;
  readonly reviewMs: number;
  readonly longestReviewBlockMs: number;
}

/** What the review adds to the scan, and how long it goes on behind it. */
export async function measureReview(
  { app, probe }: Places,
  without: string,
  archive: BenchArchive,
): Promise<ReviewRound> {
  const completeWithoutMs = await visit({ url: without, probe }, async (there) => {
    await offlineCacheFilled(there.page);
    return opened(await openArchive(there, archive)).completeMs;
  });
  return visit({ url: app, probe }, async (there) => {
    await offlineCacheFilled(there.page);
    const { completeMs, longestBlockMs } = opened(await openArchive(there, archive));
    const done = there.page.evaluate(() => window.benchProbe.reviewDone());
    const { reviewMs, longestBlockMs: longestReviewBlockMs } = await withDeadline(
      there.page,
      DEADLINE_MS,
      done,
    );
    return { completeMs, completeWithoutMs, longestBlockMs, reviewMs, longestReviewBlockMs };
  });
}

function opened(result: Awaited<ReturnType<typeof openArchive>>) {
  if (result.outcome !== 'ready') throw new Error('the archive could not be opened');
  return result.opening;
}

export function formatReview(rounds: readonly ReviewRound[]): string {
  const of = (value: (round: ReviewRound) => number): number | null => median(rounds.map(value));
  const ratio = of(({ completeMs, completeWithoutMs }) => completeMs / completeWithoutMs);
  return [
    columns('Complete summary', [
      figure(
        of(({ completeMs }) => completeMs),
        seconds,
      ),
    ]),
    columns('The same without the review', [
      figure(
        of(({ completeWithoutMs }) => completeWithoutMs),
        seconds,
      ),
    ]),
    columns('Ratio, median of the rounds', [figure(ratio, (value) => `${value.toFixed(2)}x`)]),
    columns('Longest block until then', [
      figure(
        of(({ longestBlockMs }) => longestBlockMs),
        milliseconds,
      ),
    ]),
    columns('From there to the whole review', [
      figure(
        of(({ reviewMs }) => reviewMs),
        seconds,
      ),
    ]),
    columns('Longest block meanwhile', [
      figure(
        of(({ longestReviewBlockMs }) => longestReviewBlockMs),
        milliseconds,
      ),
    ]),
  ].join('\n');
}

/** A list of 100,000 findings under the hand. */
export interface FindingsList {
  readonly longestBlockMs: number;
  readonly openMs: number;
  readonly frameMs: readonly number[];
  readonly filterMs: readonly number[];
}

export function measureFindings({ app, probe }: Places, archive: BenchArchive): Promise<FindingsList> {
  return visit({ url: app, probe }, async (there) => {
    const { page } = there;
    await offlineCacheFilled(page);
    opened(await openArchive(there, archive));
    const done = page.evaluate(() => window.benchProbe.reviewDone());
    const { longestBlockMs } = await withDeadline(page, DEADLINE_MS, done);
    const openMs = await page.evaluate(() => window.benchProbe.openFindings());
    const frameMs = await page.evaluate(
      ([frames, pixels]) => window.benchProbe.scrollFindings(frames, pixels),
      [FRAMES, PIXELS_IN_FRAME] as const,
    );
    const filterMs: number[] = [];
    for (const text of ['Number1', 'Number12', 'Number123', '']) {
      filterMs.push(await page.evaluate((each) => window.benchProbe.filterFindings(each), text));
    }
    return { longestBlockMs, openMs, frameMs, filterMs };
  });
}

export function formatFindings({ longestBlockMs, openMs, frameMs, filterMs }: FindingsList): string {
  return [
    columns('Longest block until all are there', [milliseconds(longestBlockMs)]),
    columns('Click to list', [milliseconds(openMs)]),
    columns('Scrolling, a frame, median', [figure(median(frameMs), milliseconds)]),
    columns('Scrolling, a frame, 95 %', [figure(quantile(frameMs, 0.95), milliseconds)]),
    columns('Scrolling, longest frame', [milliseconds(Math.max(...frameMs))]),
    columns('A word in the filter, most', [milliseconds(Math.max(...filterMs))]),
  ].join('\n');
}
