import { describe, expect, it } from 'vitest';
import { reportOfFiles } from '../../export/report.fixture';
import type { Report } from '../../session/report';
import { coverageWords, silentChecks } from './coverage-words';

async function reportWith(
  coverage: Partial<Report['coverage']> = {},
  change: Partial<Report> = {},
): Promise<Report> {
  const { report } = await reportOfFiles([{ path: 'a.txt', content: new TextEncoder().encode('x') }]);
  return { ...report, ...change, coverage: { ...report.coverage, ...coverage } };
}

describe('what a report says was looked at', () => {
  it('is all, where all was', async () => {
    const [archive] = (await reportWith()).archives;
    if (archive === undefined) throw new Error('there is an archive');
    const report = await reportWith({}, { archives: [{ ...archive, checksums: { phase: 'done', bad: 0 } }] });
    expect(coverageWords(report)).toEqual({
      lookedAt: [
        '1 of 1 file: their names, and the headers of all that are DICOM.',
        '26 checks ran over all that was read.',
        '1 file as a whole: documents, hidden bytes, long values.',
        'The checksums of every file: all as they should be.',
      ],
      notLookedAt: [],
    });
  });

  it('is not what was encrypted, not read, not checked, not looked into or not seen', async () => {
    const { ledger } = await reportWith();
    const report = await reportWith(
      {
        isComplete: false,
        encrypted: 2,
        checks: 'failed',
        inside: { phase: 'stopped', files: 3, of: 10 },
      },
      {
        pictures: { series: 4, seen: 1 },
        ledger: {
          ...ledger,
          entries: 10,
          byState: { ...ledger.byState, unreadable: { entries: 3, bytes: 0 } },
        },
      },
    );
    const { lookedAt, notLookedAt } = coverageWords(report);
    expect(lookedAt).toEqual([
      '7 of 10 files: their names, and the headers of all that are DICOM.',
      '3 files as a whole.',
    ]);
    expect(notLookedAt).toEqual([
      'Not all files were read: the scan has not come to its end.',
      '2 files encrypted with a password that was not given.',
      '1 file that could not be read or was left out.',
      'The checks did not run.',
      '7 of 10 files as a whole: documents, hidden bytes, long values.',
      'The checksums of files that no check had to read to their end.',
      'The pictures of 3 series that may carry text.',
    ]);
  });

  it('names the checks that found nothing', async () => {
    const silent = silentChecks(await reportWith());
    expect(silent).toContain('Faces');
    expect(silent).not.toContain('Profile attributes');
  });
});
