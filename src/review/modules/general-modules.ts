/**
 * Attributes that modules require without any condition: type `1` must have a value, `2` must be there. Of each module
 * only what no edition has changed. Modules that objects of many kinds have (PS3.3 C.7, C.12).
 */
export interface RequiredModule {
  /** `Patient (PS3.3 C.7.1.1)` */
  readonly name: string;
  readonly attributes: readonly RequiredAttribute[];
}

export type RequiredAttribute = readonly [tag: number, type: 1 | 2, name: string];

export const PATIENT: RequiredModule = {
  name: 'Patient (PS3.3 C.7.1.1)',
  attributes: [
    [0x00100010, 2, 'Patient’s Name'],
    [0x00100020, 2, 'Patient ID'],
    [0x00100030, 2, 'Patient’s Birth Date'],
    [0x00100040, 2, 'Patient’s Sex'],
  ],
};

export const GENERAL_STUDY: RequiredModule = {
  name: 'General Study (PS3.3 C.7.2.1)',
  attributes: [
    [0x00080020, 2, 'Study Date'],
    [0x00080030, 2, 'Study Time'],
    [0x00080050, 2, 'Accession Number'],
    [0x00080090, 2, 'Referring Physician’s Name'],
    [0x0020000d, 1, 'Study Instance UID'],
    [0x00200010, 2, 'Study ID'],
  ],
};

export const GENERAL_SERIES: RequiredModule = {
  name: 'General Series (PS3.3 C.7.3.1)',
  attributes: [
    [0x00080060, 1, 'Modality'],
    [0x0020000e, 1, 'Series Instance UID'],
    [0x00200011, 2, 'Series Number'],
  ],
};

export const SOP_COMMON: RequiredModule = {
  name: 'SOP Common (PS3.3 C.12.1)',
  attributes: [
    [0x00080016, 1, 'SOP Class UID'],
    [0x00080018, 1, 'SOP Instance UID'],
  ],
};

export const GENERAL_EQUIPMENT: RequiredModule = {
  name: 'General Equipment (PS3.3 C.7.5.1)',
  attributes: [[0x00080070, 2, 'Manufacturer']],
};

export const ENHANCED_EQUIPMENT: RequiredModule = {
  name: 'Enhanced General Equipment (PS3.3 C.7.5.2)',
  attributes: [
    [0x00080070, 1, 'Manufacturer'],
    [0x00081090, 1, 'Manufacturer’s Model Name'],
    [0x00181000, 1, 'Device Serial Number'],
    [0x00181020, 1, 'Software Versions'],
  ],
};

export const FRAME_OF_REFERENCE: RequiredModule = {
  name: 'Frame of Reference (PS3.3 C.7.4.1)',
  attributes: [
    [0x00200052, 1, 'Frame of Reference UID'],
    [0x00201040, 2, 'Position Reference Indicator'],
  ],
};

export const GENERAL_IMAGE: RequiredModule = {
  name: 'General Image (PS3.3 C.7.6.1)',
  attributes: [[0x00200013, 2, 'Instance Number']],
};

export const IMAGE_PIXEL: RequiredModule = {
  name: 'Image Pixel (PS3.3 C.7.6.3)',
  attributes: [
    [0x00280002, 1, 'Samples per Pixel'],
    [0x00280004, 1, 'Photometric Interpretation'],
    [0x00280010, 1, 'Rows'],
    [0x00280011, 1, 'Columns'],
    [0x00280100, 1, 'Bits Allocated'],
    [0x00280101, 1, 'Bits Stored'],
    [0x00280102, 1, 'High Bit'],
    [0x00280103, 1, 'Pixel Representation'],
  ],
};

export const IMAGE_PLANE: RequiredModule = {
  name: 'Image Plane (PS3.3 C.7.6.2)',
  attributes: [
    [0x00180050, 2, 'Slice Thickness'],
    [0x00200032, 1, 'Image Position (Patient)'],
    [0x00200037, 1, 'Image Orientation (Patient)'],
    [0x00280030, 1, 'Pixel Spacing'],
  ],
};

export const MULTI_FRAME: RequiredModule = {
  name: 'Multi-frame (PS3.3 C.7.6.6)',
  attributes: [[0x00280008, 1, 'Number of Frames']],
};

export const MULTI_FRAME_FUNCTIONAL_GROUPS: RequiredModule = {
  name: 'Multi-frame Functional Groups (PS3.3 C.7.6.16)',
  attributes: [
    [0x00080023, 1, 'Content Date'],
    [0x00080033, 1, 'Content Time'],
    [0x00200013, 1, 'Instance Number'],
    [0x00280008, 1, 'Number of Frames'],
    [0x52009230, 1, 'Per-frame Functional Groups Sequence'],
  ],
};

export const ACQUISITION_CONTEXT: RequiredModule = {
  name: 'Acquisition Context (PS3.3 C.7.6.14)',
  attributes: [[0x00400555, 2, 'Acquisition Context Sequence']],
};
