import type { Opening } from './in-page/opening';
import type { Pass } from './in-page/viewing';
import type { OpeningResult } from './opening';
import type { Round } from './round';
import { median, quantile } from './statistics';

type Format = (value: number) => string;

const milliseconds: Format = (ms) => `${ms.toFixed(ms < 100 ? 1 : 0)} ms`;
const seconds: Format = (ms) => `${(ms / 1000).toFixed(2)} s`;
const megabytes: Format = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;

/** All that was measured, in words: medians over the rounds; clicks and steps of all rounds together. */
export function formatReport(rounds: readonly Round[]): string {
  return [...openingLines(rounds), ...failureLines(rounds), '', ...viewingLines(rounds)].join('\n');
}

function openingLines(rounds: readonly Round[]): readonly string[] {
  const compare = (
    words: string,
    format: Format,
    of: (page: 'app' | 'plain', round: Round) => number | null,
  ) => {
    const app = median(rounds.map((round) => of('app', round)));
    const plain = median(rounds.map((round) => of('plain', round)));
    const ratio = app === null || plain === null ? '' : `${(plain / app).toFixed(1)}x`;
    return columns(words, [figure(app, format), figure(plain, format), ratio]);
  };
  const compareOpenings = (words: string, format: Format, of: (opening: Opening) => number) =>
    compare(words, format, (page, round) => ifOpened(round[page], of));
  return [
    columns('', ['app', 'plain page', 'ratio']),
    compareOpenings('First series on the screen', seconds, ({ firstSeriesMs }) => firstSeriesMs),
    compareOpenings('Complete summary', seconds, ({ completeMs }) => completeMs),
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

function figure(value: number | null, format: Format): string {
  return value === null ? 'not measured' : format(value);
}

function columns(words: string, figures: readonly string[]): string {
  return words.padEnd(34) + figures.map((each) => each.padStart(14)).join('');
}
