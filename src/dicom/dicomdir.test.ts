import { describe, expect, it } from 'vitest';
import { problem } from '../base/problem';
import { err } from '../base/result';
import { EXPLICIT_BIG_ENDIAN, IMPLICIT_LITTLE_ENDIAN, writePart10 } from '../fixtures/dicom-writer';
import { type RecordFacts, writeDicomdir } from '../fixtures/dicomdir';
import { type Dicomdir, readDicomdir } from './dicomdir';
import { parsePart10 } from './part10';

const CT = '1.2.840.10008.5.1.4.1.1.2';
const DEFLATED_SYNTAX = '1.2.840.10008.1.2.1.99';

const RECORDS: readonly RecordFacts[] = [
  { type: 'PATIENT' },
  { type: 'STUDY' },
  { type: 'SERIES' },
  {
    type: 'IMAGE',
    fileId: 'DICOM/CT2/IM1',
    sopClassUid: CT,
    sopInstanceUid: '2.25.1',
    transferSyntaxUid: DEFLATED_SYNTAX,
  },
  { type: 'SR DOCUMENT', fileId: 'REPORT', isInUse: false },
];

function read(bytes: Uint8Array): Dicomdir {
  const inflateRaw = () => err(problem('entry-data-damaged', '', { reason: '' }));
  const file = parsePart10(bytes, { where: 'CD/DICOMDIR', inflateRaw });
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  return readDicomdir(file.value, 'CD/DICOMDIR');
}

describe('a DICOMDIR', () => {
  const none = { fileId: '', sopClassUid: '', sopInstanceUid: '', transferSyntaxUid: '', isInUse: true };
  const expected = [
    { ...none, type: 'PATIENT' },
    { ...none, type: 'STUDY' },
    { ...none, type: 'SERIES' },
    {
      type: 'IMAGE',
      fileId: 'DICOM/CT2/IM1',
      sopClassUid: CT,
      sopInstanceUid: '2.25.1',
      transferSyntaxUid: DEFLATED_SYNTAX,
      isInUse: true,
    },
    { ...none, type: 'SR DOCUMENT', fileId: 'REPORT', isInUse: false },
  ];

  it.each([
    ['explicit VR, little endian', {}],
    ['items of undefined length', { hasUndefinedLengths: true }],
    ['implicit VR', { transferSyntaxUid: IMPLICIT_LITTLE_ENDIAN }],
    ['big endian', { transferSyntaxUid: EXPLICIT_BIG_ENDIAN }],
    ['neither preamble nor group 0002', { hasPreamble: false, hasMeta: false }],
  ])('lists its records: %s', (_, options) => {
    const dicomdir = read(writeDicomdir(RECORDS, options));
    expect(dicomdir.records).toEqual(expected);
    expect(dicomdir).toMatchObject({ fileSetId: 'GLOVEBOX', descriptorFileId: '', isWhole: true });
  });

  it('may list nothing', () => {
    expect(read(writeDicomdir([]))).toMatchObject({ records: [], isWhole: true, problems: [] });
  });

  it('names the file that describes the file-set', () => {
    expect(read(writePart10([[0x00041141, 'CS', ['TEXT', 'README']]])).descriptorFileId).toBe('TEXT/README');
  });

  it('without its sequence of records is told so', () => {
    const dicomdir = read(writePart10([[0x00041130, 'CS', 'EMPTY']]));
    expect(dicomdir).toMatchObject({ fileSetId: 'EMPTY', records: [], isWhole: false });
    expect(dicomdir.problems).toMatchObject([
      { code: 'dicom-deviation', where: 'CD/DICOMDIR', detail: { tag: '(0004,1220)' } },
    ]);
  });

  it('is never taken for whole where it is cut, and gives the whole records before', () => {
    const bytes = writeDicomdir(RECORDS);
    // The sequence is the last element: its 12 bytes of header stand before the first item.
    const start = bytes.findIndex(
      (_, at) => bytes[at] === 4 && bytes[at + 2] === 0x20 && bytes[at + 3] === 0x12,
    );
    for (let end = start + 1; end < bytes.length; end++) {
      const { records, isWhole } = read(bytes.subarray(0, end));
      expect(isWhole).toBe(false);
      expect(records.length).toBeLessThan(RECORDS.length);
      expect(records).toEqual(expected.slice(0, records.length));
    }
  });
});
