import { assertUnreachable } from '../base/assert';
import { ok } from '../base/result';
import { contentsCompleteness } from '../review/contents/contents-completeness';
import { checkExpected } from '../review/contents/expected-content';
import type { Finding } from '../review/finding';
import { findingRows, findingsOfFile, placesOfFinding } from '../review/finding-rows';
import { ReviewIndex } from '../review/review-index';
import type { ReviewInput } from '../review/review-input';
import { runChecks } from '../review/run-checks';
import type { ReviewChange } from './protocol';
import { serve } from './serve';

/** So many at a time do not hold up the page. */
const ROWS_IN_EVENT = 1000;
const PLACES_IN_EVENT = 5000;

const index = new ReviewIndex();
let lastRun: { readonly findings: readonly Finding[]; readonly input: ReviewInput } | null = null;

serve(globalThis, {
  changeReview(change) {
    apply(change);
    return Promise.resolve(ok({ output: null }));
  },

  runReview({ options, isComplete }, { emit }) {
    const input = index.input(options, isComplete);
    const findings = runChecks(input);
    const rows = findingRows(findings, input);
    for (let at = 0; at < rows.length; at += ROWS_IN_EVENT) emit(rows.slice(at, at + ROWS_IN_EVENT));
    lastRun = { findings, input };
    return Promise.resolve(ok({ output: null }));
  },

  listFindingPlaces(numbers, { emit }) {
    for (const number of numbers) {
      const finding = lastRun?.findings[number];
      if (lastRun === null || finding === undefined) continue;
      const places = placesOfFinding(finding, lastRun.input);
      for (let at = 0; at < places.length; at += PLACES_IN_EVENT) {
        emit({ number, places: places.slice(at, at + PLACES_IN_EVENT) });
      }
    }
    return Promise.resolve(ok({ output: null }));
  },

  listFindingsOfFile(file) {
    const output = lastRun === null ? [] : findingsOfFile(lastRun.findings, file, lastRun.input);
    return Promise.resolve(ok({ output }));
  },

  checkContents(list) {
    if (lastRun === null) return Promise.resolve(ok({ output: null }));
    const { input, findings } = lastRun;
    const output = {
      expected: checkExpected(list, input.catalog),
      completeness: contentsCompleteness(input, findings),
    };
    return Promise.resolve(ok({ output }));
  },
});

function apply(change: ReviewChange): void {
  switch (change.type) {
    case 'archive':
      index.addArchive(change.archive);
      return;
    case 'batch':
      index.add(change.batch);
      return;
    case 'problems':
      index.addProblems(change.file, change.problems, change.replaced);
      return;
    case 'rename':
      index.rename(change.archive, change.listing);
      return;
    case 'reopen':
      index.reopen(change.archive, change.entries);
      return;
    case 'end-scan':
      index.endScan(change.archive);
      return;
    case 'remove':
      index.removeArchive(change.archive);
      return;
    default:
      assertUnreachable(change);
  }
}
