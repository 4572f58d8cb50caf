import { isAllowedTerm } from '../profile/allowed-terms';
import type { Check } from '../check';
import { severityOfEchoes, wordsOfEchoes } from '../identity/echo-words';
import type { Finding, FindingPlace } from '../finding';
import type { Echo } from '../identity/identifiers';
import { findPathPatterns, type PathPattern } from '../patterns/path-patterns';
import type { ReviewInput } from '../review-input';
import { studyDays } from '../study-days';
import { REFERENCED_FILE_ID } from '../identity/telling-places';
import type { ValuePlace } from '../held/value-place';

/**
 * Echoes (`echoesCheck`) in the names of folders and files, in the File IDs of a DICOMDIR (PS3.10 8.2) and in the comments
 * of entries and of the archive (APPNOTE 4.3.12, 4.4.26), and the shapes of names with dates, of contacts and of numbers.
 * A date that is that of a study in the archive tells when it was made; another date, and a number that nothing else
 * has, are notes: most are counters and times of export. Names of protocols and File IDs such as IM00001 are neither.
 */
export const archiveNamesCheck: Check = {
  id: 'archive-names',
  find: (input) => {
    const days = input.options.allowed.includes('retainLongitudinalFullDates')
      ? new Set<string>()
      : studyDays(input.values);
    const named = input.values.all.filter(({ place }) => isPath(place));
    return [
      ...named.flatMap((held) => findingsOf(held.text, { held }, days, input)),
      ...input.archives.flatMap(({ archive, comment }) =>
        comment === '' ? [] : findingsOf(comment, { files: [], archive, kind: 'zip-comment' }, days, input),
      ),
    ];
  },
};

const PATH_KINDS: ReadonlySet<string> = new Set(['folder', 'filename', 'entry-comment']);

function isPath({ kind, tag }: ValuePlace): boolean {
  return kind === null ? tag === REFERENCED_FILE_ID : PATH_KINDS.has(kind);
}

function findingsOf(
  text: string,
  place: FindingPlace,
  days: ReadonlySet<string>,
  { identifiers, options }: ReviewInput,
): readonly Finding[] {
  if (isAllowedTerm(text, options)) return [];
  const echoes = 'held' in place ? identifiers.echoesIn(place.held) : identifiers.findIn(text);
  if (echoes.length > 0) return [findingOfEchoes(text, place, echoes)];
  const patterns = findPathPatterns(text).filter(
    ({ range }) => !isAllowedTerm(text.slice(...range), options),
  );
  return patterns.length === 0 ? [] : [findingOfPatterns(text, place, patterns, days)];
}

function findingOfEchoes(value: string, place: FindingPlace, echoes: readonly Echo[]): Finding {
  return {
    check: 'archive-names',
    severity: severityOfEchoes(echoes),
    identifying: true,
    value,
    marks: echoes.map(({ range }) => range),
    message: `Holds ${wordsOfEchoes(echoes)}.`,
    place,
  };
}

function findingOfPatterns(
  value: string,
  place: FindingPlace,
  patterns: readonly PathPattern[],
  days: ReadonlySet<string>,
): Finding {
  const telling = patterns.filter(
    ({ form, day }) => form === 'person' || form === 'contact' || days.has(day),
  );
  const identifying = telling.length > 0;
  const named = identifying ? telling : patterns;
  const words = named.map(({ words, day }) => (days.has(day) ? 'the date of a study' : words));
  return {
    check: 'archive-names',
    severity: identifying ? 'check' : 'note',
    identifying,
    value,
    marks: named.map(({ range }) => range),
    message: `Looks as if it holds ${[...new Set(words)].join(' and ')}.`,
    place,
  };
}
