import type { ImageFacts } from './image-facts';

/** Facts of a file that says nothing, but for `given`: for tests. */
export function imageFacts(given: Partial<ImageFacts>): ImageFacts {
  return { ...NOTHING, ...given };
}

const NOTHING: ImageFacts = {
  patientName: '',
  patientId: '',
  patientBirthDate: '',
  patientAge: '',
  patientSex: '',
  studyDescription: '',
  seriesDescription: '',
  seriesNumber: '',
  modality: '',
  laterality: '',
  viewPosition: '',
  patientPosition: '',
  acquisitionDate: '',
  acquisitionTime: '',
  contentDate: '',
  contentTime: '',
  seriesDate: '',
  seriesTime: '',
  studyDate: '',
  studyTime: '',
  echoTime: null,
  repetitionTime: null,
  magneticFieldStrength: null,
  sliceThicknessMm: null,
  sliceLocationMm: null,
  transferSyntaxUid: '',
  transferSyntaxName: '',
  rows: 160,
  columns: 160,
  spacing: null,
  ultrasoundRegions: [],
  plane: null,
  frameOfReferenceUid: '',
  patientOrientation: null,
  pixelAspect: 1,
  cine: { frameTimesMs: [], firstFrame: 0, lastFrame: null, isSweeping: false },
  objectLines: [],
  suvPerUnit: null,
};
