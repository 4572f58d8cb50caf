import { expect, it } from 'vitest';
import { runCases } from './run-cases';

const CASES = 4000;

it(
  'archives and files that are changed, cut and recombined are read without harm',
  { timeout: 180_000 },
  async () => {
    const { cases, failures } = await runCases({ seed: 1, first: 1, last: CASES });
    expect(failures).toEqual([]);
    expect(cases).toBe(CASES);
  },
);
