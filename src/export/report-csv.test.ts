import { describe, expect, it } from 'vitest';
import { decide, NO_DECISIONS } from '../review/decisions';
import type { FileToReview } from '../review/review-input.fixture';
import { findingsCsv, placesCsv } from './report-csv';
import { reportOfFiles, textOf } from './report.fixture';

const FILES: readonly FileToReview[] = ['a/1', 'a/2'].map((path, index) => ({
  path,
  content: [
    [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.7'],
    [0x00080018, 'UI', `1.2.3.4.${index}`],
    [0x00100010, 'PN', 'Roe^Richard'],
    [0x0020000d, 'UI', '1.2.3'],
    [0x0020000e, 'UI', '1.2.3.4'],
    [0x00204000, 'LT', '=HYPERLINK("x"), said Roe'],
  ],
}));

const decisions = decide(
  NO_DECISIONS,
  { check: 'profile' },
  { verdict: 'accepted', note: 'agreed, by mail' },
);

async function linesOf(pieces: Iterable<string> | AsyncIterable<string>): Promise<readonly string[]> {
  return (await textOf(pieces)).replace('\ufeff', '').trimEnd().split('\r\n');
}

describe('findings as CSV', () => {
  it('are a record each, with what they count', async () => {
    const { findings } = await reportOfFiles(FILES, { decisions });
    const [head, ...records] = await linesOf(findingsCsv(findings));
    expect(head).toBe(
      'Check,Title,Severity,Identifying,Path,Kind,Value,Message,Decision,Note,Files,Series,Studies,Patients,Example',
    );
    expect(records.length).toBe(findings.rows.length);
    expect(records).toContain(
      'profile,Profile attributes,stop,yes,00100010,,Roe^Richard,Holds “Roe^Richard”.,accepted,"agreed, by mail",2,1,1,1,a/1',
    );
  });

  it('are a record for each place where that is asked for', async () => {
    const { findings } = await reportOfFiles(FILES);
    const records = await linesOf(placesCsv(findings));
    const ofName = records.filter((record) => record.includes(',00100010,'));
    expect(ofName.map((record) => record.split(',').at(-1))).toEqual(['a/1', 'a/2']);
  });

  it('hold nothing that a spreadsheet would compute', async () => {
    const { findings } = await reportOfFiles(FILES);
    expect(await textOf(findingsCsv(findings))).toContain(`,"'=HYPERLINK(""x""), said Roe",`);
  });
});
