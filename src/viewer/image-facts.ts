import type { CineFacts } from './cine';

/**
 * What the overlay, the rulers and the value under the pointer need to know of one frame of one instance: read
 * from its header, per-frame functional groups included. '' or null where the file does not say.
 */
export interface ImageFacts {
  readonly patientName: string;
  readonly patientId: string;
  /** DICOM dates and times as written: `19700131`, `142501.123`. */
  readonly patientBirthDate: string;
  readonly patientAge: string;
  readonly patientSex: string;
  readonly studyDescription: string;
  readonly seriesDescription: string;
  readonly seriesNumber: string;
  readonly modality: string;
  readonly laterality: string;
  readonly viewPosition: string;
  readonly patientPosition: string;
  readonly acquisitionDate: string;
  readonly acquisitionTime: string;
  readonly contentDate: string;
  readonly contentTime: string;
  readonly seriesDate: string;
  readonly seriesTime: string;
  readonly studyDate: string;
  readonly studyTime: string;
  readonly echoTime: number | null;
  readonly repetitionTime: number | null;
  readonly magneticFieldStrength: number | null;
  readonly sliceThicknessMm: number | null;
  readonly sliceLocationMm: number | null;
  readonly transferSyntaxUid: string;
  readonly transferSyntaxName: string;
  readonly rows: number;
  readonly columns: number;
  /** Row spacing (between rows, vertical), then column spacing, in mm; what it is measured on. */
  readonly spacing: {
    readonly rowMm: number;
    readonly columnMm: number;
    readonly plane: 'patient' | 'detector' | 'ultrasound';
  } | null;
  /** What of an ultrasound image is calibrated, and how; none of any other. */
  readonly ultrasoundRegions: readonly UltrasoundRegion[];
  /** Image Plane module, PS3.3 C.7.6.2: mm in the patient's coordinate system. */
  readonly plane: {
    readonly position: readonly [number, number, number];
    readonly row: readonly [number, number, number];
    readonly column: readonly [number, number, number];
  } | null;
  /** Frame of Reference UID: planes of one are in the same coordinate system (PS3.3 C.7.4.1). */
  readonly frameOfReferenceUid: string;
  /** Patient Orientation (0020,0020), used where there is no plane: `['L', 'F']`, directions of row and column. */
  readonly patientOrientation: readonly [string, string] | null;
  /** Height over width of a pixel from Pixel Aspect Ratio or the spacing; 1 where unknown. */
  readonly pixelAspect: number;
  readonly cine: CineFacts;
  /** What only objects of its kind say of a frame, as lines: `Segment: 2 Liver (automatic)`. */
  readonly objectLines: readonly string[];
  /** PET: body-weight SUV (g/ml) of one unit of the value after the modality LUT; null: not computable, or SUVs already. */
  readonly suvPerUnit: number | null;
}

/** A calibrated part of an ultrasound image (PS3.3 C.8.5.5), in image coordinates. */
export interface UltrasoundRegion {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Null where it does not show lengths in both directions: a Doppler spectrum, an M-mode. */
  readonly spacing: ImageFacts['spacing'];
}
