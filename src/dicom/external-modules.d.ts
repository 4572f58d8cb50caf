import type {
  ByteArray,
  ByteArrayParser,
  DataSet as ParsedDataSet,
  Element as ParsedElement,
} from 'dicom-parser';

/** What dicom-parser exports and its own types leave out. */
declare module 'dicom-parser' {
  export interface Element {
    /** The element of the same tag that stands before it in the same data set, where the standard allows only one. */
    earlier?: ParsedElement;
  }

  export const DataSet: new (
    parser: ByteArrayParser,
    bytes: ByteArray,
    elements: Record<string, ParsedElement>,
  ) => ParsedDataSet;
}
