import { CHECK_IDS } from '../../review/check-ids';
import { isWholeLookedAt, type Verdict } from '../../review/verdict';
import { formatCount, formatCounted } from '../format';

export interface VerdictWords {
  /** In one line. */
  readonly verdict: string;
  /** What it does not cover, and what the reviewer has said so far; a sentence each. */
  readonly remarks: readonly string[];
}

const CHECKS = formatCounted(CHECK_IDS.length, 'check');

/** Never more than is known. */
export function verdictWords(verdict: Verdict): VerdictWords {
  if (verdict.phase === 'failed') {
    return {
      verdict: 'The checks failed inside this page: nothing can be said of the archive.',
      remarks: [],
    };
  }
  if (verdict.phase === 'running') {
    const { stopping, toCheck, notes } = verdict;
    const found = formatCounted(stopping + toCheck + notes, 'finding');
    return { verdict: `Checking… ${found} so far`, remarks: remarksOn(verdict) };
  }
  return {
    verdict: [foundWords(verdict), pictureWords(verdict)].filter(Boolean).join(' '),
    remarks: remarksOn(verdict),
  };
}

function foundWords(verdict: Verdict): string {
  const { stopping, toCheck, notes, accepted, seriesToLookAt } = verdict;
  if (stopping > 0) {
    const stops =
      stopping === 1
        ? '1 finding stops this transfer'
        : `${formatCount(stopping)} findings stop this transfer`;
    return `${stops}${toCheck > 0 ? `; ${formatCount(toCheck)} more to check` : ''}.`;
  }
  if (toCheck > 0) return `${formatCounted(toCheck, 'finding')} to check.`;
  if (accepted > 0) return `Nothing is left to decide: ${formatCounted(accepted, 'finding')} accepted.`;
  const butNotes = notes > 0 ? ` but ${formatCounted(notes, 'note')}` : '';
  const found = `Nothing found by ${CHECKS}${butNotes}${isWholeLookedAt(verdict) ? '' : ' in what was read'}`;
  return seriesToLookAt === 0
    ? `${found}, and by their headers no pictures that may carry text.`
    : `${found}.`;
}

function pictureWords({ seriesToLookAt, seriesUnseen }: Verdict): string {
  if (seriesToLookAt === 0) return '';
  const series = `${formatCount(seriesUnseen)}${seriesUnseen < seriesToLookAt ? ' more' : ''} series`;
  if (seriesUnseen === 1) return `${series} holds pictures that may carry text, not looked at yet.`;
  if (seriesUnseen > 0) return `${series} hold pictures that may carry text, not looked at yet.`;
  return seriesToLookAt === 1
    ? 'The series with pictures that may carry text was looked at.'
    : `All ${formatCount(seriesToLookAt)} series with pictures that may carry text were looked at.`;
}

function remarksOn(verdict: Verdict): readonly string[] {
  const isNothingOpen = verdict.phase === 'ready' && verdict.stopping + verdict.toCheck === 0;
  return [
    decidedWords(verdict),
    insideWords(verdict),
    unreadWords(verdict),
    closedWords(verdict),
    isNothingOpen ? 'What the checks cannot see is listed in the report.' : '',
  ].filter((remark) => remark !== '');
}

function decidedWords({ flagged, accepted }: Verdict): string {
  const decided = [
    flagged > 0 ? `${formatCount(flagged)} flagged` : '',
    accepted > 0 ? `${formatCount(accepted)} accepted` : '',
  ];
  const words = decided.filter(Boolean).join(', ');
  return words === '' ? '' : `${words}.`;
}

function insideWords({ notLookedInto, isLookInsideStopped }: Verdict): string {
  if (notLookedInto === 0) return '';
  if (notLookedInto === null) return 'Whole files have not been looked into yet.';
  const files = formatCounted(notLookedInto, 'file');
  const were = notLookedInto === 1 ? 'was' : 'were';
  return isLookInsideStopped
    ? `The look into whole files was stopped: ${files} ${were} not looked into.`
    : `Still to be looked into as a whole: ${files}.`;
}

function unreadWords({ unread, encrypted }: Verdict): string {
  if (unread === 0) return '';
  const files = unread === 1 ? '1 file was not read' : `${formatCount(unread)} files were not read`;
  if (encrypted === 0) return `${files}.`;
  return unread === encrypted
    ? `${files}: encrypted.`
    : `${files}, ${formatCount(encrypted)} of them encrypted.`;
}

function closedWords({ closedArchives }: Verdict): string {
  if (closedArchives === 0) return '';
  return closedArchives === 1
    ? '1 archive was not opened.'
    : `${formatCount(closedArchives)} archives were not opened.`;
}
