import { parseArgs } from 'node:util';

export interface Options {
  /** Files in the archive, DICOM or not. */
  readonly entries: number;
  readonly runs: number;
  /** The archives stay in `.cache/bench/`, to be used again. */
  readonly keepsArchives: boolean;
}

/** 6,600 of them DICOM, about 800 MB. */
const LARGE_ENTRIES = 7700;
/** More than 4 GiB, the same pictures over and over. */
const HUGE_ENTRIES = 44_000;
const DEFAULT_ENTRIES = 300;

/** All four patients, eight studies and forty series have at least one instance. */
const FEWEST_ENTRIES = 50;

/** Ends the program with a sentence if the command line cannot be understood. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      entries: { type: 'string', default: String(DEFAULT_ENTRIES) },
      large: { type: 'boolean', default: false },
      huge: { type: 'boolean', default: false },
      runs: { type: 'string', default: '1' },
      keep: { type: 'boolean', default: false },
    },
  });
  return {
    entries: values.huge
      ? HUGE_ENTRIES
      : values.large
        ? LARGE_ENTRIES
        : atLeast(values.entries, FEWEST_ENTRIES),
    runs: atLeast(values.runs, 1),
    keepsArchives: values.keep,
  };
}

function atLeast(text: string, least: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least) return number;
  console.error(`"${text}": a whole number of at least ${least} was expected`);
  process.exit(2);
}
