import type { LedgerState } from '../../catalog/catalog-types';
import type { FileState } from '../../catalog/file-columns';

export const LEDGER_STATE_WORDS: Readonly<Record<LedgerState, string>> = {
  shown: 'Images',
  headerOnly: 'No image',
  duplicate: 'Duplicates',
  notDicom: 'Not DICOM',
  unreadable: 'Unreadable',
  skipped: 'Skipped',
};

/** Of one file. */
export const FILE_STATE_WORDS: Readonly<Record<FileState, string>> = {
  pending: 'Waiting',
  shown: 'Image',
  headerOnly: 'No image',
  duplicate: 'Duplicate',
  notDicom: 'Not DICOM',
  unreadable: 'Unreadable',
  skipped: 'Skipped',
};
