import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../../fixtures/dicom-writer';
import { type FileToReview, reviewOf } from '../review-input.fixture';
import { documentsCheck } from './documents';

const PDF_STORAGE = '1.2.840.10008.5.1.4.1.1.104.1';
const CDA_STORAGE = '1.2.840.10008.5.1.4.1.1.104.2';

let instances = 0;

function documentFile(series: string, rest: DataSetDescription, sopClass = PDF_STORAGE): FileToReview {
  instances += 1;
  return {
    path: `${instances}`,
    content: [
      [0x00080016, 'UI', sopClass],
      [0x00080018, 'UI', `1.2.3.${instances}`],
      [0x00080060, 'CS', 'DOC'],
      [0x0020000d, 'UI', '1.2.3'],
      [0x0020000e, 'UI', series],
      ...rest,
    ],
  };
}

const BYTES = [0x00420011, 'OB', new Uint8Array(8)] as const;
const PDF = [[0x00420012, 'LO', 'application/pdf'], BYTES] as const;

describe('the check for documents', () => {
  it('finds each type of document in each series once, whatever its size', async () => {
    const long = [0x00420011, 'OB', new Uint8Array(100_000)] as const;
    const input = await reviewOf([
      documentFile('1.1', PDF),
      documentFile('1.1', [PDF[0], long]),
      documentFile('1.1', [[0x00420012, 'LO', 'text/plain'], BYTES]),
      documentFile('1.2', PDF),
    ]);
    const findings = documentsCheck.find(input);
    expect(
      findings.map(({ value, place }) => [
        value,
        'files' in place && place.files.length,
        'path' in place && place.path,
      ]),
    ).toEqual([
      ['PDF document: DOC', 2, '00420011'],
      ['Text document: DOC', 1, '00420011'],
      ['PDF document: DOC', 1, '00420011'],
    ]);
    expect(findings.every(({ severity, identifying }) => severity === 'check' && !identifying)).toBe(true);
  });

  it('calls a document by its title, and a CDA by its SOP class', async () => {
    const title = [0x00420010, 'ST', 'Referral'] as const;
    const input = await reviewOf([
      documentFile('1.1', [title, [0x00420012, 'LO', 'text/xml'], BYTES], CDA_STORAGE),
      documentFile('1.2', [BYTES]),
    ]);
    expect(documentsCheck.find(input).map(({ value }) => value)).toEqual([
      'CDA document: Referral',
      'Encapsulated PDF Storage: DOC',
    ]);
  });

  it('finds none where the element is empty or absent', async () => {
    const input = await reviewOf([
      documentFile('1.1', [PDF[0], [0x00420011, 'OB', new Uint8Array()]]),
      documentFile('1.1', [PDF[0]]),
    ]);
    expect(documentsCheck.find(input)).toEqual([]);
  });
});
