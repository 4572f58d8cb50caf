import type { RequiredModule } from './general-modules';

/** As in `general-modules.ts`: modules of one kind of object (PS3.3 C.8, C.10, C.11, C.17, C.24). */
export const CR_SERIES: RequiredModule = {
  name: 'CR Series (PS3.3 C.8.1.1)',
  attributes: [
    [0x00180015, 2, 'Body Part Examined'],
    [0x00185101, 2, 'View Position'],
  ],
};

export const CT_IMAGE: RequiredModule = {
  name: 'CT Image (PS3.3 C.8.2.1)',
  attributes: [
    [0x00080008, 1, 'Image Type'],
    [0x00180060, 2, 'KVP'],
    [0x00200012, 2, 'Acquisition Number'],
    [0x00281052, 1, 'Rescale Intercept'],
    [0x00281053, 1, 'Rescale Slope'],
  ],
};

export const MR_IMAGE: RequiredModule = {
  name: 'MR Image (PS3.3 C.8.3.1)',
  attributes: [
    [0x00080008, 1, 'Image Type'],
    [0x00180020, 1, 'Scanning Sequence'],
    [0x00180021, 1, 'Sequence Variant'],
    [0x00180022, 2, 'Scan Options'],
    [0x00180023, 2, 'MR Acquisition Type'],
    [0x00180081, 2, 'Echo Time'],
    [0x00180091, 2, 'Echo Train Length'],
  ],
};

export const NM_PET_ORIENTATION: RequiredModule = {
  name: 'NM/PET Patient Orientation (PS3.3 C.8.4.6)',
  attributes: [
    [0x00540410, 2, 'Patient Orientation Code Sequence'],
    [0x00540414, 2, 'Patient Gantry Relationship Code Sequence'],
  ],
};

export const NM_IMAGE: RequiredModule = {
  name: 'NM Image (PS3.3 C.8.4.9)',
  attributes: [[0x00080008, 1, 'Image Type']],
};

export const NM_MULTI_FRAME: RequiredModule = {
  name: 'NM Multi-frame (PS3.3 C.8.4.8)',
  attributes: [
    [0x00280009, 1, 'Frame Increment Pointer'],
    [0x00540011, 1, 'Number of Energy Windows'],
    [0x00540021, 1, 'Number of Detectors'],
  ],
};

export const NM_ISOTOPE: RequiredModule = {
  name: 'NM Isotope (PS3.3 C.8.4.10)',
  attributes: [
    [0x00540012, 2, 'Energy Window Information Sequence'],
    [0x00540016, 2, 'Radiopharmaceutical Information Sequence'],
  ],
};

export const US_IMAGE: RequiredModule = {
  name: 'US Image (PS3.3 C.8.5.6)',
  attributes: [[0x00080008, 2, 'Image Type']],
};

export const SC_EQUIPMENT: RequiredModule = {
  name: 'SC Equipment (PS3.3 C.8.6.1)',
  attributes: [[0x00080064, 1, 'Conversion Type']],
};

export const X_RAY_IMAGE: RequiredModule = {
  name: 'X-Ray Image (PS3.3 C.8.7.1)',
  attributes: [
    [0x00080008, 1, 'Image Type'],
    [0x00281040, 1, 'Pixel Intensity Relationship'],
  ],
};

export const X_RAY_ACQUISITION: RequiredModule = {
  name: 'X-Ray Acquisition (PS3.3 C.8.7.2)',
  attributes: [
    [0x00180060, 2, 'KVP'],
    [0x00181155, 1, 'Radiation Setting'],
  ],
};

export const RT_SERIES: RequiredModule = {
  name: 'RT Series (PS3.3 C.8.8.1)',
  attributes: [[0x00081070, 2, 'Operators’ Name']],
};

export const RT_IMAGE: RequiredModule = {
  name: 'RT Image (PS3.3 C.8.8.2)',
  attributes: [
    [0x00080008, 1, 'Image Type'],
    [0x00080064, 2, 'Conversion Type'],
    [0x30020002, 1, 'RT Image Label'],
    [0x3002000c, 1, 'RT Image Plane'],
  ],
};

export const RT_DOSE: RequiredModule = {
  name: 'RT Dose (PS3.3 C.8.8.3)',
  attributes: [
    [0x30040002, 1, 'Dose Units'],
    [0x30040004, 1, 'Dose Type'],
    [0x3004000a, 1, 'Dose Summation Type'],
  ],
};

export const STRUCTURE_SET: RequiredModule = {
  name: 'Structure Set (PS3.3 C.8.8.5)',
  attributes: [
    [0x30060002, 1, 'Structure Set Label'],
    [0x30060008, 2, 'Structure Set Date'],
    [0x30060009, 2, 'Structure Set Time'],
  ],
};

export const RT_GENERAL_PLAN: RequiredModule = {
  name: 'RT General Plan (PS3.3 C.8.8.9)',
  attributes: [
    [0x300a0002, 1, 'RT Plan Label'],
    [0x300a0006, 2, 'RT Plan Date'],
    [0x300a0007, 2, 'RT Plan Time'],
    [0x300a000c, 1, 'RT Plan Geometry'],
  ],
};

export const PET_SERIES: RequiredModule = {
  name: 'PET Series (PS3.3 C.8.9.1)',
  attributes: [
    [0x00080021, 1, 'Series Date'],
    [0x00080031, 1, 'Series Time'],
    [0x00181181, 2, 'Collimator Type'],
    [0x00280051, 2, 'Corrected Image'],
    [0x00540081, 1, 'Number of Slices'],
    [0x00541000, 1, 'Series Type'],
    [0x00541001, 1, 'Units'],
    [0x00541002, 1, 'Counts Source'],
    [0x00541102, 1, 'Decay Correction'],
  ],
};

export const PET_ISOTOPE: RequiredModule = {
  name: 'PET Isotope (PS3.3 C.8.9.2)',
  attributes: [[0x00540016, 2, 'Radiopharmaceutical Information Sequence']],
};

export const PET_IMAGE: RequiredModule = {
  name: 'PET Image (PS3.3 C.8.9.4)',
  attributes: [
    [0x00080008, 1, 'Image Type'],
    [0x00080022, 2, 'Acquisition Date'],
    [0x00080032, 2, 'Acquisition Time'],
    [0x00181242, 2, 'Actual Frame Duration'],
    [0x00281052, 1, 'Rescale Intercept'],
    [0x00281053, 1, 'Rescale Slope'],
    [0x00541300, 1, 'Frame Reference Time'],
    [0x00541330, 1, 'Image Index'],
  ],
};

export const DX_SERIES: RequiredModule = {
  name: 'DX Series (PS3.3 C.8.11.1)',
  attributes: [[0x00080068, 1, 'Presentation Intent Type']],
};

export const DX_DETECTOR: RequiredModule = {
  name: 'DX Detector (PS3.3 C.8.11.4)',
  attributes: [
    [0x00181164, 1, 'Imager Pixel Spacing'],
    [0x00187004, 2, 'Detector Type'],
  ],
};

export const DX_IMAGE: RequiredModule = {
  name: 'DX Image (PS3.3 C.8.11.3)',
  attributes: [
    [0x00080008, 1, 'Image Type'],
    [0x00280301, 1, 'Burned In Annotation'],
    [0x00281040, 1, 'Pixel Intensity Relationship'],
    [0x00281041, 1, 'Pixel Intensity Relationship Sign'],
    [0x00281052, 1, 'Rescale Intercept'],
    [0x00281053, 1, 'Rescale Slope'],
    [0x00281054, 1, 'Rescale Type'],
    [0x00282110, 1, 'Lossy Image Compression'],
    [0x20500020, 1, 'Presentation LUT Shape'],
  ],
};

export const DX_ANATOMY: RequiredModule = {
  name: 'DX Anatomy Imaged (PS3.3 C.8.11.2)',
  attributes: [
    [0x00082218, 2, 'Anatomic Region Sequence'],
    [0x00200062, 1, 'Image Laterality'],
  ],
};

export const MAMMOGRAPHY_IMAGE: RequiredModule = {
  name: 'Mammography Image (PS3.3 C.8.11.7)',
  attributes: [
    [0x00082218, 1, 'Anatomic Region Sequence'],
    [0x00181508, 1, 'Positioner Type'],
    [0x00200062, 1, 'Image Laterality'],
    [0x00400318, 1, 'Organ Exposed'],
    [0x00540220, 1, 'View Code Sequence'],
  ],
};

export const VL_IMAGE: RequiredModule = {
  name: 'VL Image (PS3.3 C.8.12.1)',
  attributes: [
    [0x00080008, 1, 'Image Type'],
    [0x00282110, 2, 'Lossy Image Compression'],
  ],
};

export const SEGMENTATION: RequiredModule = {
  name: 'Segmentation Image (PS3.3 C.8.20.2)',
  attributes: [
    [0x00080008, 1, 'Image Type'],
    [0x00620001, 1, 'Segmentation Type'],
    [0x00620002, 1, 'Segment Sequence'],
    [0x00700080, 1, 'Content Label'],
    [0x00700081, 2, 'Content Description'],
    [0x00700084, 2, 'Content Creator’s Name'],
  ],
};

export const WAVEFORM: RequiredModule = {
  name: 'Waveform (PS3.3 C.10.9)',
  attributes: [[0x54000100, 1, 'Waveform Sequence']],
};

export const WAVEFORM_IDENTIFICATION: RequiredModule = {
  name: 'Waveform Identification (PS3.3 C.10.8)',
  attributes: [
    [0x00080023, 1, 'Content Date'],
    [0x0008002a, 1, 'Acquisition DateTime'],
    [0x00080033, 1, 'Content Time'],
    [0x00200013, 1, 'Instance Number'],
  ],
};

export const PRESENTATION_STATE: RequiredModule = {
  name: 'Presentation State Identification (PS3.3 C.11.10)',
  attributes: [
    [0x00200013, 1, 'Instance Number'],
    [0x00700080, 1, 'Content Label'],
    [0x00700081, 2, 'Content Description'],
    [0x00700082, 1, 'Presentation Creation Date'],
    [0x00700083, 1, 'Presentation Creation Time'],
    [0x00700084, 2, 'Content Creator’s Name'],
  ],
};

export const SR_SERIES: RequiredModule = {
  name: 'SR Document Series (PS3.3 C.17.1)',
  attributes: [[0x00081111, 2, 'Referenced Performed Procedure Step Sequence']],
};

export const SR_CONTENT: RequiredModule = {
  name: 'SR Document Content (PS3.3 C.17.3)',
  attributes: [[0x0040a040, 1, 'Value Type']],
};

export const SR_DOCUMENT: RequiredModule = {
  name: 'SR Document General (PS3.3 C.17.2)',
  attributes: [
    [0x00080023, 1, 'Content Date'],
    [0x00080033, 1, 'Content Time'],
    [0x00200013, 1, 'Instance Number'],
    [0x0040a372, 2, 'Performed Procedure Code Sequence'],
    [0x0040a491, 1, 'Completion Flag'],
    [0x0040a493, 1, 'Verification Flag'],
  ],
};

export const KEY_OBJECT_DOCUMENT: RequiredModule = {
  name: 'Key Object Document (PS3.3 C.17.6.2)',
  attributes: [
    [0x00080023, 1, 'Content Date'],
    [0x00080033, 1, 'Content Time'],
    [0x00200013, 1, 'Instance Number'],
    [0x0040a375, 1, 'Current Requested Procedure Evidence Sequence'],
  ],
};

export const ENCAPSULATED_DOCUMENT: RequiredModule = {
  name: 'Encapsulated Document (PS3.3 C.24.2)',
  attributes: [
    [0x00080023, 2, 'Content Date'],
    [0x0008002a, 2, 'Acquisition DateTime'],
    [0x00080033, 2, 'Content Time'],
    [0x00200013, 1, 'Instance Number'],
    [0x00280301, 1, 'Burned In Annotation'],
    [0x0040a043, 2, 'Concept Name Code Sequence'],
    [0x00420010, 2, 'Document Title'],
    [0x00420011, 1, 'Encapsulated Document'],
    [0x00420012, 1, 'MIME Type of Encapsulated Document'],
  ],
};
