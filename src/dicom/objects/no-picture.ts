import { type Attributes, textIn } from './attributes';
import { isImageSopClass, uidName } from '../uids';

/** What Siemens scanners have in place of MR Spectroscopy Storage and Raw Data Storage. */
const SIEMENS_CSA_NON_IMAGE = '1.3.12.2.1107.5.9.1';

/** Why an instance without Pixel Data has no picture, in one sentence. */
export function whyNoPicture(attributes: Attributes): string {
  if (attributes.dataSet.elements['x00287fe0'] !== undefined) return ELSEWHERE;
  return whyNoPictureOf(textIn(attributes, 'x00080016'));
}

/** Pixel Data Provider URL (PS3.5 A.6). */
const ELSEWHERE = 'Its pixels are not in the file but on a server, which is not asked for them.';

function whyNoPictureOf(sopClassUid: string): string {
  if (sopClassUid === '')
    return 'The data set has no SOP Class UID, so nothing says what kind of object it is.';
  if (sopClassUid === SIEMENS_CSA_NON_IMAGE) {
    return 'It is spectra or raw data of a Siemens scanner, in private attributes that only their maker knows.';
  }
  if (isImageSopClass(sopClassUid)) return 'It should be an image, but the file has no Pixel Data.';
  const name = uidName(sopClassUid);
  if (name === '') return 'Its SOP class is not in the standard, and the file has no Pixel Data.';
  return REASONS.find(([names]) => names.test(name))?.[1] ?? 'Objects of this SOP class carry no image.';
}

/** By words in the name of the SOP class (PS3.6 Annex A); the first that fits. */
const REASONS: readonly (readonly [names: RegExp, reason: string])[] = [
  [/Key Object Selection/, 'It is a selection of other objects, and has no picture of its own.'],
  [/\bSR\b|Procedure Log|Report/, 'It is a report: text, codes and measurements.'],
  [/Presentation State/, 'It says how other images are to be shown, and has no picture of its own.'],
  [/RT Structure Set/, 'It is contours in the coordinates of other images, drawn over them.'],
  [
    /^RT|Tomotherapeutic|Robotic|Cyberknife|Brachy/i,
    'It is a treatment in numbers: beams, doses and positions.',
  ],
  [/Hanging Protocol/, 'It says how images are to be arranged on screens.'],
  [/Color Palette/, 'It is a table of colours for other images.'],
  [/Real World Value Mapping/, 'It says what the stored values of other images are in the real world.'],
  [/Registration/, 'It says how the coordinates of other objects are made to match.'],
  [/Fiducials/, 'It is places that are marked in other images.'],
  [/Annotation/, 'It is graphic annotations of other images, as coordinates.'],
  [/Tractography/, 'It is tracks through space, as coordinates.'],
  [/Surface/, 'It is surfaces in space, as points and triangles.'],
  [/Implant/, 'It describes implants for the planning of surgery.'],
  [/Waveform|ECG|Electro|Hemodynamic|Audio|Respiratory|Polysomnography|Pulse/i, 'It is signals over time.'],
  [/Spectroscopy/, 'It is spectra, not pixels.'],
  [/Raw Data/, "It is a scanner's raw data, in a form that only its maker knows."],
  [/Encapsulated/, 'It is a document in the wrapping of a DICOM object.'],
  [
    /Lensometry|Refraction|Keratometry|Visual Acuity|Axial Measurements|Intraocular|Perimetry/i,
    'It is measurements of an eye.',
  ],
  [/Inventory/, 'It is a list of what an archive holds.'],
];
