import { describe, expect, it } from 'vitest';
import { problem } from '../base/problem';
import { axialPlane, buildSummary } from '../fixtures/summaries';
import type { ScanRow } from './file-columns';
import { SummaryBatchDecoder, SummaryBatchEncoder, type MeasuredRow } from './summary-batch';

const COST = { compressedBytes: 1000, inflatedBytes: 30 };

function measured(given: Omit<ScanRow, 'problems'> & Partial<ScanRow>): MeasuredRow {
  return { problems: [], ...given, ...COST };
}

function withoutCost({ compressedBytes: _, inflatedBytes: __, ...row }: MeasuredRow): ScanRow {
  return row;
}

const FIRST: readonly MeasuredRow[] = [
  measured({
    entryIndex: 7,
    kind: 'dicom',
    state: 'shown',
    summary: buildSummary({
      patientName: 'Müller^Jörg=山田',
      patientId: '1',
      sopInstanceUid: '1.2',
      ...axialPlane(-1.5),
    }),
    problems: [
      problem('dicom-truncated', 'a', { offset: 3, tag: '(7FE0,0010)', path: '7FE00010' }),
      problem('cancelled', 'a', {}),
    ],
  }),
  measured({ entryIndex: 4_000_000_000, kind: 'text', state: 'notDicom', summary: null }),
];

const SECOND: readonly MeasuredRow[] = [
  measured({
    entryIndex: 0,
    kind: 'zip',
    state: 'skipped',
    summary: null,
    problems: [problem('cancelled', 'b', {})],
  }),
  measured({
    entryIndex: 8,
    kind: 'dicom',
    state: 'headerOnly',
    summary: buildSummary({ patientName: 'Müller^Jörg=山田', sopInstanceUid: '1.3', hasPixelData: 0 }),
  }),
];

describe('a batch of summaries', () => {
  it('gives back the rows, batch after batch, through a structured clone', () => {
    const encoder = new SummaryBatchEncoder();
    const decoder = new SummaryBatchDecoder();
    for (const rows of [FIRST, [], SECOND, FIRST]) {
      for (const row of rows) encoder.add(row);
      expect(encoder.count).toBe(rows.length);
      const { columns, transfer } = encoder.flush();
      const received = structuredClone(columns, { transfer: [...transfer] });
      expect(received).toMatchObject({
        count: rows.length,
        compressedBytes: 1000 * rows.length,
        inflatedBytes: 30 * rows.length,
      });
      expect(decoder.decode(received)).toEqual(rows.map(withoutCost));
      expect(encoder.count).toBe(0);
    }
  });

  it('sends each string once', () => {
    const encoder = new SummaryBatchEncoder();
    for (const row of FIRST) encoder.add(row);
    expect(encoder.flush().columns.newStrings.toSorted()).toEqual(['', '1', '1.2', 'Müller^Jörg=山田']);
    for (const row of SECOND) encoder.add(row);
    expect(encoder.flush().columns.newStrings).toEqual(['1.3']);
  });

  it('transfers every buffer of its columns', () => {
    const encoder = new SummaryBatchEncoder();
    encoder.add(FIRST[0] ?? measured({ entryIndex: 0, kind: 'other', state: 'skipped', summary: null }));
    const { columns, transfer } = encoder.flush();
    const buffers = Object.values(columns).flatMap((column) =>
      ArrayBuffer.isView(column) ? [column.buffer] : [],
    );
    expect(new Set(transfer)).toEqual(new Set(buffers));
  });
});
