import type { Opening } from './in-page/opening';
import type { Pass } from './in-page/viewing';
import { DEADLINE_MS, type OpeningResult } from './opening';
import type { Round } from './round';
import { median, quantile } from './statistics';
import { columns, figure, megabytes, milliseconds, seconds, type Format } from './table';

/** All that was measured, in words: medians over the rounds; clicks and steps of all rounds together. */
export function formatReport(rounds: readonly Round[], parsingMs: number): string {
  return [
    ...openingLines(rounds),
    ...failureLines(rounds),
    '',
    ...readingLines(rounds),
    ...parsingLines(rounds, parsingMs),
    '',
    ...viewingLines(rounds),
  ].join('\n');
}

function openingLines(rounds: readonly Round[]): readonly string[] {
  const compare = (
    words: string,
    format: Format,
    of: (page: 'app' | 'plain', round: Round) => number | null,
    /** `> ` where the plain page's figure is but the least that it can be. */
    bound = '',
  ) => {
    const app = median(rounds.map((round) => of('app', round)));
    const plain = median(rounds.map((round) => of('plain', round)));
    const ratio = app === null || app === 0 || plain === null ? '' : `${bound}${(plain / app).toFixed(1)}x`;
    return columns(words, [figure(app, format), `${bound}${figure(plain, format)}`, ratio]);
  };
  const compareOpenings = (words: string, format: Format, of: (opening: Opening) => number) =>
    compare(words, format, (page, round) => ifOpened(round[page], of));
  return [
    columns('', ['app', 'plain page', 'ratio']),
    compareOpenings('First series on the screen', seconds, ({ firstSeriesMs }) => firstSeriesMs),
    compare(
      'Complete summary',
      seconds,
      (page, round) => completeMs(round[page]),
      rounds.some(({ plain }) => plain.outcome === 'late') ? '> ' : '',
    ),
    compareOpenings('Longest main-thread block', milliseconds, ({ longestBlockMs }) => longestBlockMs),
    compare(
      'Peak memory above an empty page',
      megabytes,
      (page, { [page]: { peakBytes }, emptyPageBytes }) =>
        peakBytes === null || emptyPageBytes === null ? null : peakBytes - emptyPageBytes,
    ),
    compareOpenings('Inflated', megabytes, ({ inflatedBytes }) => inflatedBytes),
  ];
}

function failureLines(rounds: readonly Round[]): readonly string[] {
  const failures = rounds.flatMap(({ app, plain }) => [
    ...(app.outcome === 'failed' ? [`The app could not open it: ${app.why}`] : []),
    ...(plain.outcome === 'failed' ? [`The plain page could not open it: ${plain.why}`] : []),
  ]);
  return [...new Set(failures)];
}

/** Reading the file is the least that a page could do. */
function readingLines(rounds: readonly Round[]): readonly string[] {
  const reading = median(rounds.map(({ readingMs }) => readingMs));
  const app = median(rounds.map((round) => completeMs(round.app)));
  return [
    columns('Only reading the file', [figure(reading, seconds)]),
    columns("The app's complete summary", [
      reading === null || app === null ? 'not measured' : `${(app / reading).toFixed(2)}x that`,
    ]),
  ];
}

function parsingLines(rounds: readonly Round[], parsingMs: number): readonly string[] {
  const app = median(rounds.map((round) => completeMs(round.app)));
  return [
    columns('Only parsing its headers', [milliseconds(parsingMs)]),
    columns('Of the complete summary', [
      app === null ? 'not measured' : `${((100 * parsingMs) / app).toFixed(1)} %`,
    ]),
  ];
}

/** The deadline for a page that was late. */
function completeMs(result: OpeningResult): number | null {
  return result.outcome === 'late' ? DEADLINE_MS : ifOpened(result, (opening) => opening.completeMs);
}

function ifOpened(result: OpeningResult, of: (opening: Opening) => number): number | null {
  return result.outcome === 'ready' ? of(result.opening) : null;
}

function viewingLines(rounds: readonly Round[]): readonly string[] {
  const viewings = rounds.map(({ viewing }) => viewing).filter((viewing) => viewing !== null);
  const drags = { '512x512': viewings.map(({ drag }) => drag), '3328x4096': mammogramDrags(rounds) };
  return [
    columns('', ['median', '95 %', 'most']),
    spread(
      'Click on a series to its image',
      viewings.flatMap(({ firstImageMs }) => firstImageMs),
    ),
    ...Object.entries(drags).flatMap(([size, all]) => [
      spread(
        `Window/level step, ${size}`,
        all.flatMap(({ stepsMs }) => stepsMs),
      ),
      spread(
        `Letting go, ${size}`,
        all.map(({ restMs }) => restMs),
      ),
    ]),
    '',
    passLine(
      'Scrolling through a series',
      viewings.map(({ cold }) => cold),
    ),
    passLine(
      'The same once more, from memory',
      viewings.map(({ warm }) => warm),
    ),
  ];
}

function mammogramDrags(rounds: readonly Round[]) {
  return rounds.map(({ mammogramDrag }) => mammogramDrag).filter((drag) => drag !== null);
}

function spread(words: string, values: readonly number[]): string {
  return columns(
    words,
    [0.5, 0.95, 1].map((share) => figure(quantile(values, share), milliseconds)),
  );
}

function passLine(words: string, passes: readonly Pass[]): string {
  const rate = median(passes.map(({ shown, ms }) => ((shown - 1) * 1000) / ms));
  const shown = median(passes.map((pass) => pass.shown / pass.images));
  return columns(words, [
    figure(rate, (value) => `${value.toFixed(0)} slices/s`),
    figure(shown, (value) => `${(value * 100).toFixed(0)} % shown`),
  ]);
}
