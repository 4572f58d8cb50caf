import { ok, type Result } from '../base/result';
import type { DataSet } from '../dicom/data-set';
import type { Dictionary } from '../dicom/dictionary';
import { attributesOf, type Attributes } from '../dicom/objects/attributes';
import { readBySopClass } from '../dicom/objects/by-sop-class';
import { readEncapsulatedDocument } from '../dicom/objects/encapsulated-document';
import type { ObjectFace } from '../dicom/objects/object-face';
import { paletteSection } from '../dicom/objects/sections';
import { readSpectroscopy } from '../dicom/objects/spectroscopy';
import { readVideo } from '../dicom/objects/video';
import { readWaveform } from '../dicom/objects/waveform';
import { readPalette } from '../pixels/palette';
import type { OpenInstance } from './open-instance';

/** What is shown of an instance in place of a picture. The errors are those of its content. */
export async function readObjectFace(
  { dicom, content }: Pick<OpenInstance, 'dicom' | 'content'>,
  dictionary: Dictionary,
): Promise<Result<ObjectFace>> {
  const attributes = attributesOf(dicom.dataSet, dictionary);
  const video = await readVideo(attributes, dicom.transferSyntaxUid, content);
  if (!video.ok) return video;
  return ok(withPalette(video.value ?? readFaceWithoutPixels(attributes), dicom.dataSet));
}

/** By what the data set holds, whatever its SOP class is. */
function readFaceWithoutPixels(attributes: Attributes): ObjectFace {
  return (
    readEncapsulatedDocument(attributes) ??
    readWaveform(attributes) ??
    readSpectroscopy(attributes) ??
    readBySopClass(attributes)
  );
}

/** With the colours of its palette, where it has one: for other images, or for values of its own. */
function withPalette(face: ObjectFace, dataSet: DataSet): ObjectFace {
  const palette = readPalette(dataSet);
  return palette === null
    ? face
    : { ...face, sections: [paletteSection('Palette', palette), ...face.sections] };
}

/** The memory of a face that goes to the page without being copied. */
export function transferOf(face: ObjectFace): readonly Transferable[] {
  switch (face.kind) {
    case 'waveform':
      return face.groups.flatMap(({ channels }) => channels.map(({ samples }) => samples.buffer));
    case 'spectroscopy':
      return [face.spectra.data.buffer];
    default:
      return [];
  }
}
