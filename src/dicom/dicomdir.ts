import { problem, type Problem } from '../base/problem';
import type { DataSet } from './data-set';
import { intOf, sequenceOf, textOf, textsOf } from './elements';
import type { DicomFile } from './part10';
import { formatTag, tagAndPath, type TagKey, tagNumber } from './tag';

/** What a DICOMDIR says of one patient, study, series or instance, or of any other thing that it knows. */
export interface DirectoryRecord {
  /** Directory Record Type (0004,1430): `PATIENT`, `IMAGE`, `SR DOCUMENT`. */
  readonly type: string;
  /**
   * Referenced File ID (0004,1500), `CT2/17106`: relative to the folder of the DICOMDIR (PS3.10 8.2); '' where the
   * record refers to no file.
   */
  readonly fileId: string;
  /** Of the instance in that file, '' where the record does not say, as are the next two. */
  readonly sopClassUid: string;
  readonly sopInstanceUid: string;
  readonly transferSyntaxUid: string;
  /** Record In-use Flag (0004,1410): older writers take a record out by setting it to 0 (PS3.3 F.3.2.2). */
  readonly isInUse: boolean;
}

/** The directory of a file-set (PS3.3 Annex F, PS3.10 section 8). */
export interface Dicomdir {
  readonly fileSetId: string;
  /** File-set Descriptor File ID (0004,1141), a text about the file-set; '' where there is none. */
  readonly descriptorFileId: string;
  /**
   * As they stand in the file, without the one that it is cut in. Which of them belong together only their offsets
   * would tell.
   */
  readonly records: readonly DirectoryRecord[];
  /** False where records may be missing: the file is cut off, or its sequence of records is broken or missing. */
  readonly isWhole: boolean;
  /** `dicom-deviation` and `dicom-truncated`. */
  readonly problems: readonly Problem[];
}

const DIRECTORY_RECORD_SEQUENCE: TagKey = 'x00041220';

/** Reads all records, those too that no offset leads to; a file that is no DICOMDIR has none. `where`: its path. */
export function readDicomdir(file: DicomFile, where: string): Dicomdir {
  const { dataSet } = file;
  const problems = hasRecordSequence(dataSet) ? file.problems : [...file.problems, withoutRecords(where)];
  const records = sequenceOf(dataSet, DIRECTORY_RECORD_SEQUENCE).map(readRecord);
  return {
    fileSetId: textOf(dataSet, 'x00041130'),
    descriptorFileId: fileIdOf(dataSet, 'x00041141'),
    records: problems.some(isCut) ? records.slice(0, -1) : records,
    isWhole: !problems.some((each) => isCut(each) || isOfSequence(each)),
    problems,
  };
}

/** It may be empty, but it must be there (type 2). */
function hasRecordSequence({ elements }: DataSet): boolean {
  return elements[DIRECTORY_RECORD_SEQUENCE] !== undefined;
}

function withoutRecords(where: string): Problem {
  const at = tagAndPath(tagNumber(DIRECTORY_RECORD_SEQUENCE));
  return problem('dicom-deviation', where, { offset: 0, ...at, reason: 'no Directory Record Sequence' });
}

/** Then the last record that was read is half a record. */
function isCut({ code }: Problem): boolean {
  return code === 'dicom-truncated';
}

function isOfSequence({ code, detail }: Problem): boolean {
  return code === 'dicom-deviation' && detail.tag === formatTag(DIRECTORY_RECORD_SEQUENCE);
}

function readRecord(item: DataSet): DirectoryRecord {
  return {
    type: textOf(item, 'x00041430'),
    fileId: fileIdOf(item, 'x00041500'),
    sopClassUid: textOf(item, 'x00041510'),
    sopInstanceUid: textOf(item, 'x00041511'),
    transferSyntaxUid: textOf(item, 'x00041512'),
    isInUse: intOf(item, 'x00041410') !== 0,
  };
}

/** Each value is one component of the path (PS3.10 8.2). */
function fileIdOf(dataSet: DataSet, tag: TagKey): string {
  return textsOf(dataSet, tag)
    .filter((component) => component !== '')
    .join('/');
}
