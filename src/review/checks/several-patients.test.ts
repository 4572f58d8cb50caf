import { describe, expect, it } from 'vitest';
import type { ReviewOfFiles } from '../review-input.fixture';
import { reviewOf } from '../review-input.fixture';
import { severalPatientsCheck } from './several-patients';

async function find(patients: readonly string[], review: ReviewOfFiles = {}) {
  const files = patients.map((name, index) => ({
    path: `${index}`,
    content: [
      [0x00080018, 'UI', `1.2.3.${index}`],
      [0x00100010, 'PN', name],
      [0x00100020, 'LO', `ID ${name}`],
      [0x0020000d, 'UI', '1.2.3'],
      [0x0020000e, 'UI', '1.2.3.4'],
    ] as const,
  }));
  return severalPatientsCheck.find(await reviewOf(files, review));
}

const expecting = (expectedPatients: number): ReviewOfFiles => ({ options: { expectedPatients } });

describe('the check on the number of patients', () => {
  it('notes several where nobody has said how many are expected', async () => {
    expect(await find(['Roe', 'Doe', 'Roe'])).toMatchObject([
      {
        severity: 'note',
        value: '2 patients',
        identifying: false,
        message: 'The files are of 2 patients: Doe, Roe.',
      },
    ]);
    expect(await find(['Roe', 'Roe'])).toEqual([]);
  });

  it('asks for eyes where there are more or fewer than expected, and is silent about as many', async () => {
    expect(await find(['Roe', 'Doe'], expecting(1))).toMatchObject([{ severity: 'check' }]);
    expect(await find(['Roe'], expecting(2))).toMatchObject([
      { severity: 'check', message: 'The files are of 1 patient, where 2 are expected: Roe.' },
    ]);
    expect(await find(['Roe', 'Doe'], expecting(2))).toEqual([]);
  });

  it('misses nobody while files are still being read', async () => {
    expect(await find(['Roe'], { ...expecting(2), isComplete: false })).toEqual([]);
    expect(await find(['Roe', 'Doe'], { ...expecting(1), isComplete: false })).toHaveLength(1);
  });
});
