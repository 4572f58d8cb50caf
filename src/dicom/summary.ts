/**
 * What the contents table, the sorting and the ledger need to know of an instance: read from its header during
 * the scan, for every file of an archive. Text is decoded; an absent or empty attribute is ''.
 */
export interface InstanceText {
  readonly transferSyntaxUid: string;
  readonly sopClassUid: string;
  readonly sopInstanceUid: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly patientBirthDate: string;
  readonly patientSex: string;
  readonly studyInstanceUid: string;
  readonly studyDate: string;
  readonly studyTime: string;
  readonly studyId: string;
  readonly studyDescription: string;
  readonly accessionNumber: string;
  readonly seriesInstanceUid: string;
  readonly seriesDescription: string;
  readonly seriesDate: string;
  readonly seriesTime: string;
  readonly modality: string;
  readonly bodyPartExamined: string;
  readonly protocolName: string;
  readonly manufacturer: string;
  readonly manufacturerModelName: string;
  readonly institutionName: string;
  readonly imageType: string;
  readonly photometricInterpretation: string;
  readonly frameOfReferenceUid: string;
}

/** NaN where the attribute is absent or not a number. */
export interface InstanceNumbers {
  readonly seriesNumber: number;
  readonly instanceNumber: number;
  readonly rows: number;
  readonly columns: number;
  readonly numberOfFrames: number;
  readonly samplesPerPixel: number;
  readonly bitsAllocated: number;
  readonly sliceThickness: number;
  /** Image Position (Patient), mm. */
  readonly positionX: number;
  readonly positionY: number;
  readonly positionZ: number;
  /** Image Orientation (Patient), direction cosines of the row, then of the column. */
  readonly rowX: number;
  readonly rowY: number;
  readonly rowZ: number;
  readonly columnX: number;
  readonly columnY: number;
  readonly columnZ: number;
  readonly echoTime: number;
  readonly echoNumber: number;
  /** s/mm2: Diffusion b-value, else what three vendors write in its place. */
  readonly diffusionBValue: number;
  readonly temporalPosition: number;
  /** ms after the R wave. */
  readonly triggerTime: number;
  readonly acquisitionNumber: number;
  /** Dates in days since 1970, times in seconds since midnight. */
  readonly acquisitionDate: number;
  readonly acquisitionTime: number;
  readonly contentDate: number;
  readonly contentTime: number;
  /** 1 where the data set has Pixel Data, Float or Double Float Pixel Data; else 0. */
  readonly hasPixelData: number;
}

export interface InstanceSummary extends InstanceText, InstanceNumbers {}

export const INSTANCE_TEXT_KEYS = [
  'transferSyntaxUid',
  'sopClassUid',
  'sopInstanceUid',
  'patientId',
  'patientName',
  'patientBirthDate',
  'patientSex',
  'studyInstanceUid',
  'studyDate',
  'studyTime',
  'studyId',
  'studyDescription',
  'accessionNumber',
  'seriesInstanceUid',
  'seriesDescription',
  'seriesDate',
  'seriesTime',
  'modality',
  'bodyPartExamined',
  'protocolName',
  'manufacturer',
  'manufacturerModelName',
  'institutionName',
  'imageType',
  'photometricInterpretation',
  'frameOfReferenceUid',
] as const satisfies readonly (keyof InstanceText)[];

export const INSTANCE_NUMBER_KEYS = [
  'seriesNumber',
  'instanceNumber',
  'rows',
  'columns',
  'numberOfFrames',
  'samplesPerPixel',
  'bitsAllocated',
  'sliceThickness',
  'positionX',
  'positionY',
  'positionZ',
  'rowX',
  'rowY',
  'rowZ',
  'columnX',
  'columnY',
  'columnZ',
  'echoTime',
  'echoNumber',
  'diffusionBValue',
  'temporalPosition',
  'triggerTime',
  'acquisitionNumber',
  'acquisitionDate',
  'acquisitionTime',
  'contentDate',
  'contentTime',
  'hasPixelData',
] as const satisfies readonly (keyof InstanceNumbers)[];
