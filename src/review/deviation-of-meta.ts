import type { Problem } from '../base/problem';

/** What is not as PS3.10 7.1 has it before the data set, which can be read to its end all the same. */
export function isDeviationOfMeta(
  problem: Problem,
): problem is Extract<Problem, { readonly code: 'dicom-deviation' }> {
  return problem.code === 'dicom-deviation' && /^(0002|$)/.test(problem.detail.path);
}
