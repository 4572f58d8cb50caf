import type { ObjectReference } from './object-reference';
import type { ReportItem } from './report-item';
import type { Spectra } from './spectra';
import type { VideoCodec, VideoContainer } from './video-stream';
import type { MultiplexGroup } from './waveform-recording';

/**
 * What is shown of an object that has no picture: plain data, as a worker reads it of the header and the page draws
 * it. All text is from the file, decoded, but for the names of attributes and SOP classes and the words around them.
 */
export type ObjectFace = ReportFace | SheetFace | DocumentFace | WaveformFace | SpectroscopyFace | VideoFace;

export type ObjectKind = ObjectFace['kind'];

/** What every object says. */
export interface ObjectHead {
  /** `Basic Text SR Storage`; the UID where nobody knows it, '' where the data set has none. */
  readonly sopClassName: string;
  /** What the object calls itself: its title, label or description; '' where it does not. */
  readonly title: string;
  /** Why there is no picture: a sentence. */
  readonly whyNoPicture: string;
  readonly sections: readonly FaceSection[];
}

/** An object that is told by its sections alone. */
export interface SheetFace extends ObjectHead {
  readonly kind: 'facts' | 'key-objects' | 'presentation-state' | 'structure-set' | 'plan';
}

/** A structured report (PS3.3 C.17.3). */
export interface ReportFace extends ObjectHead {
  readonly kind: 'report';
  readonly content: ReportContent;
}

/** Its content tree, flattened in reading order; the root, which is the title, is not among the items. */
export interface ReportContent {
  readonly items: readonly ReportItem[];
  /** How many there are, of which `items` may be the first. */
  readonly total: number;
}

/** A document in the wrapping of a DICOM object (PS3.3 C.24.2); its bytes are asked for by themselves. */
export interface DocumentFace extends ObjectHead {
  readonly kind: 'document';
  /** How it is shown; `other` is told by its facts alone. */
  readonly form: 'pdf' | 'text' | 'other';
  /** `pdf`, without a dot. */
  readonly fileEnding: string;
  /** `application/pdf`; '' where the file does not say. */
  readonly mimeType: string;
  readonly lengthBytes: number;
}

/** Signals over time (PS3.3 C.10.9). */
export interface WaveformFace extends ObjectHead {
  readonly kind: 'waveform';
  readonly isSound: boolean;
  readonly groups: readonly MultiplexGroup[];
}

/** MR spectroscopy (PS3.3 C.8.14.4). */
export interface SpectroscopyFace extends ObjectHead {
  readonly kind: 'spectroscopy';
  readonly spectra: Spectra;
}

/** Pixel Data that is a video stream, which is asked for by itself. */
export interface VideoFace extends ObjectHead {
  readonly kind: 'video';
  readonly codec: VideoCodec;
  readonly container: VideoContainer;
  readonly lengthBytes: number;
  readonly columns: number;
  readonly rows: number;
  /** As the header says. */
  readonly frames: number;
  readonly framesPerSecond: number | null;
}

/** An attribute and its value as people read it: `Structure Set Label`, `Prostate`. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

export type FaceSection = FactsSection | TableSection | ReferencesSection | MatrixSection | PaletteSection;

export interface FactsSection {
  readonly as: 'facts';
  readonly heading: string;
  readonly facts: readonly Fact[];
}

export interface TableSection {
  readonly as: 'table';
  readonly heading: string;
  readonly columns: readonly TableColumn[];
  /** As many cells each as there are columns. */
  readonly rows: readonly TableRow[];
  /** How many rows there are, of which `rows` may be the first. */
  readonly total: number;
}

export interface TableColumn {
  readonly label: string;
  readonly isNumber?: boolean;
}

export interface TableRow {
  readonly cells: readonly string[];
  /** Red, green and blue from 0 to 255, where the row has a colour of its own. */
  readonly colour?: readonly [number, number, number];
}

export interface ReferencesSection {
  readonly as: 'references';
  readonly heading: string;
  readonly references: readonly ObjectReference[];
  /** How many there are, of which `references` may be the first. */
  readonly total: number;
}

/** A transformation of coordinates, four rows of four, in mm. */
export interface MatrixSection {
  readonly as: 'matrix';
  readonly heading: string;
  readonly facts: readonly Fact[];
  readonly rows: readonly (readonly number[])[];
}

/** The colours of a palette, from first to last. */
export interface PaletteSection {
  readonly as: 'palette';
  readonly heading: string;
  /** Red, green and blue of each entry, from 0 to 255. */
  readonly rgb: Uint8Array;
}
