import { CHECK_IDS } from '../../review/check-ids';
import { CHECK_WORDS } from '../../review/check-words';
import type { Report } from '../../session/report';
import { formatCount, formatCounted } from '../format';

export interface CoverageWords {
  readonly lookedAt: readonly string[];
  readonly notLookedAt: readonly string[];
}

/** What no check can see, whatever it is given. */
export const BLIND_SPOTS = [
  'Text in pictures is not read: which pictures may carry it is told from their headers, and for eyes to see.',
  'A name, a number or a place that is known from nowhere else in the archive looks like any other word.',
  'Whether a person can be recognised by a face, a rare finding or a photograph is told by a person only.',
  'Sound and film are not listened to or watched.',
] as const;

/** Sentences on what the review rests on, and on what it does not. */
export function coverageWords(report: Report): CoverageWords {
  const all = [
    readWords(report),
    checksWords(report),
    insideWords(report),
    checksumWords(report),
    pictureWords(report),
  ];
  return {
    lookedAt: all.map(({ done }) => done).filter(Boolean),
    notLookedAt: all.flatMap(({ missing }) => missing).filter(Boolean),
  };
}

interface Part {
  /** '' where nothing was. */
  readonly done: string;
  readonly missing: readonly string[];
}

function readWords({ ledger: { entries, byState }, coverage: { isComplete, encrypted } }: Report): Part {
  const { unreadable, skipped } = byState;
  const read = entries - unreadable.entries - skipped.entries;
  const others = Math.max(0, unreadable.entries + skipped.entries - encrypted);
  return {
    done: `${formatCount(read)} of ${formatCounted(entries, 'file')}: their names, and the headers of all that are DICOM.`,
    missing: [
      isComplete ? '' : 'Not all files were read: the scan has not come to its end.',
      encrypted > 0
        ? `${formatCounted(encrypted, 'file')} encrypted with a password that was not given.`
        : '',
      others > 0
        ? `${formatCounted(others, 'file')} that could not be read or ${others === 1 ? 'was' : 'were'} left out.`
        : '',
    ],
  };
}

function checksWords({ coverage: { checks } }: Report): Part {
  const count = formatCounted(CHECK_IDS.length, 'check');
  if (checks === 'ready') return { done: `${count} ran over all that was read.`, missing: [] };
  if (checks === 'running') {
    return {
      done: `${count} ran over what had been read when this was written.`,
      missing: ['The checks had not come to their end.'],
    };
  }
  return { done: '', missing: ['The checks did not run.'] };
}

function insideWords({ coverage: { inside } }: Report): Part {
  const { phase, files, of } = inside;
  if (phase === 'done')
    return {
      done: `${formatCounted(of, 'file')} as a whole: documents, hidden bytes, long values.`,
      missing: [],
    };
  const missing =
    of === 0
      ? 'Whole files: documents, hidden bytes and long values.'
      : `${formatCount(of - files)} of ${formatCounted(of, 'file')} as a whole: documents, hidden bytes, long values.`;
  return { done: files === 0 ? '' : `${formatCounted(files, 'file')} as a whole.`, missing: [missing] };
}

function checksumWords({ archives }: Report): Part {
  const verified = archives.filter(({ checksums }) => checksums.phase === 'done');
  const bad = verified.reduce((sum, { checksums }) => sum + checksums.bad, 0);
  const of =
    verified.length === archives.length
      ? 'every file'
      : `the files of ${formatCounted(verified.length, 'archive')}`;
  const found = bad === 0 ? 'all as they should be' : `${formatCounted(bad, 'file')} not as they should be`;
  return {
    done: verified.length === 0 ? '' : `The checksums of ${of}: ${found}.`,
    missing:
      verified.length === archives.length
        ? []
        : ['The checksums of files that no check had to read to their end.'],
  };
}

function pictureWords({ pictures, patients }: Report): Part {
  const series = patients.flatMap(({ studies }) => studies.flatMap((study) => study.series));
  const seen = series.filter((one) => one.seen).length;
  const unseen = pictures.series - pictures.seen;
  return {
    done: seen === 0 ? '' : `The pictures of ${formatCounted(seen, 'series', 'series')}, by the reviewer.`,
    missing: [
      unseen > 0 ? `The pictures of ${formatCounted(unseen, 'series', 'series')} that may carry text.` : '',
      series.length > seen + unseen
        ? `The pictures of ${formatCounted(series.length - seen - unseen, 'other series', 'other series')}.`
        : '',
    ],
  };
}

/** `Profile attributes, Echoes of the patient`; '' where all have found something. */
export function silentChecks({ checks }: Report): string {
  return checks
    .filter(({ findings }) => findings === 0)
    .map(({ check }) => CHECK_WORDS[check].title)
    .join(', ');
}
