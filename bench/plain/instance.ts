import { parseDicom, type DataSet } from 'dicom-parser';

export interface Instance {
  readonly patientId: string;
  readonly patientName: string;
  readonly studyInstanceUid: string;
  readonly studyDescription: string;
  readonly seriesInstanceUid: string;
  readonly seriesDescription: string;
  readonly modality: string;
}

/** Null for what is not DICOM. */
export function parseInstance(bytes: Uint8Array): Instance | null {
  const dataSet = parse(bytes);
  if (dataSet === null) return null;
  const text = (tag: string): string => dataSet.string(tag) ?? '';
  return {
    patientId: text('x00100020'),
    patientName: text('x00100010'),
    studyInstanceUid: text('x0020000d'),
    studyDescription: text('x00081030'),
    seriesInstanceUid: text('x0020000e'),
    seriesDescription: text('x0008103e'),
    modality: text('x00080060'),
  };
}

function parse(bytes: Uint8Array): DataSet | null {
  try {
    return parseDicom(bytes);
  } catch {
    return null;
  }
}
