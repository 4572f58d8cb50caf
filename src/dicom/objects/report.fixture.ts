import type { DataSetDescription } from '../../fixtures/dicom-writer';

/** An item of a code sequence (PS3.3 8.8). */
export function codeItem(value: string, meaning: string): DataSetDescription {
  return [
    [0x00080100, 'SH', value],
    [0x00080102, 'SH', 'DCM'],
    [0x00080104, 'LO', meaning],
  ];
}

/** A content item (PS3.3 C.17.3); without a name it has no Concept Name. */
export function contentItem(
  valueType: string,
  name: string,
  rest: DataSetDescription,
  relationship = 'CONTAINS',
): DataSetDescription {
  return [
    [0x0040a010, 'CS', relationship],
    [0x0040a040, 'CS', valueType],
    ...(name === '' ? [] : ([[0x0040a043, 'SQ', [codeItem('1', name)]]] as const)),
    ...rest,
  ];
}

/** A Comprehensive SR with that content. */
export function reportFile(
  content: readonly DataSetDescription[],
  rest: DataSetDescription = [],
): DataSetDescription {
  return [
    [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.88.33'],
    [0x00080018, 'UI', '1.2.3'],
    [0x0040a040, 'CS', 'CONTAINER'],
    [0x0040a043, 'SQ', [codeItem('126000', 'Measurement Report')]],
    [0x0040a730, 'SQ', content],
    ...rest,
  ];
}

/** An item that refers to an instance. */
export function referenceItem(
  sopInstanceUid: string,
  sopClassUid = '1.2.840.10008.5.1.4.1.1.2',
): DataSetDescription {
  return [
    [0x00081150, 'UI', sopClassUid],
    [0x00081155, 'UI', sopInstanceUid],
  ];
}
