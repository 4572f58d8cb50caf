/** A parsed data set, of a file or of an item, and an element of it: the shapes are dicom-parser's. */
export type { DataSet, Element } from 'dicom-parser';
