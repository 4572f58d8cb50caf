import type { FileKind, LedgerState } from '../../catalog/catalog-types';

export const LEDGER_STATE_WORDS: Readonly<Record<LedgerState, string>> = {
  shown: 'Images',
  headerOnly: 'No image',
  duplicate: 'Duplicates',
  notDicom: 'Not DICOM',
  unreadable: 'Unreadable',
  skipped: 'Skipped',
};

export const FILE_KIND_WORDS: Readonly<Record<FileKind, string>> = {
  dicom: 'DICOM',
  dicomdir: 'DICOMDIR',
  zip: 'ZIP archive',
  pdf: 'PDF document',
  jpeg: 'JPEG picture',
  png: 'PNG picture',
  gif: 'GIF picture',
  tiff: 'TIFF picture',
  bmp: 'BMP picture',
  gzip: 'gzip file',
  nifti: 'NIfTI volume',
  executable: 'Program',
  xml: 'XML text',
  text: 'Text',
  empty: 'Empty file',
  appledouble: 'macOS metadata',
  other: 'Not DICOM',
};
