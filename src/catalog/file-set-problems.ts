import { problem, type Problem, type ProblemCode } from '../base/problem';
import type { FileSetCheck } from './dicomdir-check';

/** What the check of a file-set may say of its DICOMDIR. */
export const FILE_SET_PROBLEM_CODES: readonly ProblemCode[] = [
  'dicomdir-missing',
  'dicomdir-elsewhere',
  'dicomdir-unlisted',
];

const MAX_EXAMPLES = 3;

/** The worst first; none where the DICOMDIR and its files agree. `where`: the path of the DICOMDIR. */
export function fileSetProblems(check: FileSetCheck, where: string): readonly Problem[] {
  const { listed, missing, elsewhere, unlisted } = check;
  const problems: Problem[] = [];
  if (missing.length > 0) {
    const examples = missing.slice(0, MAX_EXAMPLES).map(({ fileId }) => fileId);
    problems.push(problem('dicomdir-missing', where, { listed, missing: missing.length, examples }));
  }
  if (elsewhere.length > 0) {
    const examples = elsewhere.slice(0, MAX_EXAMPLES).map(({ fileId, path }) => ({ fileId, path }));
    problems.push(problem('dicomdir-elsewhere', where, { listed, elsewhere: elsewhere.length, examples }));
  }
  if (unlisted.length > 0) {
    const examples = unlisted.slice(0, MAX_EXAMPLES).map(({ path }) => path);
    problems.push(problem('dicomdir-unlisted', where, { unlisted: unlisted.length, examples }));
  }
  return problems;
}
