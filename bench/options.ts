import { parseArgs } from 'node:util';
import type { ArchivePlan } from './archives';
import { VIEWER_ENTRIES } from './viewer-archive';

export interface Options {
  readonly archive: ArchivePlan;
  readonly runs: number;
  /** The two pages are compared, or the app alone opens and closes the archive again and again, shows its frames,
   * headers, images or findings, or is held against itself without the review. */
  readonly task: 'compare' | 'reopen' | 'frames' | 'headers' | 'viewer' | 'findings' | 'review';
  /** The archives stay in `.cache/bench/`, to be used again. */
  readonly keepsArchives: boolean;
}

const ARCHIVES = {
  /** 6,600 of them DICOM, about 800 MB. */
  large: { kind: 'deflated', entries: 7700 },
  /** 1.8 GB: stored, more than 4,700 of those files are more than the plain page can read. */
  stored: { kind: 'stored', entries: 4000 },
  tiny: { kind: 'tiny', entries: 60_000 },
  /** More than 5 GiB, the same pictures over and over. */
  huge: { kind: 'deflated', entries: 51_000 },
  /** One object of 734 MB. */
  frames: { kind: 'multiframe', entries: 1 },
  /** A short header and one of 40,000 elements. */
  headers: { kind: 'headers', entries: 2 },
  /** 502 series. */
  viewer: { kind: 'viewer', entries: VIEWER_ENTRIES },
  /** 100,000 findings. */
  findings: { kind: 'findings', entries: 100 },
} as const satisfies Readonly<Record<string, ArchivePlan>>;

/** What an archive of this kind is for. */
const TASKS: Partial<Record<ArchivePlan['kind'], Options['task']>> = {
  multiframe: 'frames',
  headers: 'headers',
  viewer: 'viewer',
  findings: 'findings',
};

const DEFAULT_ARCHIVE: ArchivePlan = { kind: 'deflated', entries: 300 };

/** All patients, studies and series have at least one instance. */
const FEWEST_ENTRIES = 50;

/** Ends the program with a sentence if the command line cannot be understood. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      large: { type: 'boolean', default: false },
      stored: { type: 'boolean', default: false },
      tiny: { type: 'boolean', default: false },
      huge: { type: 'boolean', default: false },
      frames: { type: 'boolean', default: false },
      headers: { type: 'boolean', default: false },
      viewer: { type: 'boolean', default: false },
      findings: { type: 'boolean', default: false },
      entries: { type: 'string' },
      runs: { type: 'string', default: '1' },
      reopen: { type: 'boolean', default: false },
      review: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
    },
  });
  const flags = (
    ['large', 'stored', 'tiny', 'huge', 'frames', 'headers', 'viewer', 'findings'] as const
  ).filter((flag) => values[flag]);
  if (flags.length > 1) fail(`--${flags.join(', --')}: one archive at a time`);
  const { kind, entries } = flags[0] === undefined ? DEFAULT_ARCHIVE : ARCHIVES[flags[0]];
  return {
    archive: {
      kind,
      entries:
        values.entries === undefined || kind === 'multiframe' || kind === 'viewer'
          ? entries
          : atLeast(values.entries, FEWEST_ENTRIES),
    },
    runs: atLeast(values.runs, 1),
    task: TASKS[kind] ?? (values.reopen ? 'reopen' : values.review ? 'review' : 'compare'),
    keepsArchives: values.keep,
  };
}

function atLeast(text: string, least: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least) return number;
  return fail(`"${text}": a whole number of at least ${least} was expected`);
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}
