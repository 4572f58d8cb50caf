import { characterSetOf, decimalsOf, intOf, numbersOf, textOf } from '../dicom/elements';
import type { TagKey } from '../dicom/tag';
import { uidName } from '../dicom/uids';
import { splitDateTime } from './calendar';
import type { DataSet } from '../dicom/data-set';
import { functionalGroupOf } from '../dicom/functional-groups';
import type { ImageFacts } from './image-facts';
import { readObjectLines } from './object-lines';
import { readCine } from './read-cine';
import { readPatientOrientation, readPlane } from './read-plane';
import { readPixelAspect, readSpacing } from './read-spacing';
import { readUltrasoundRegions } from './read-ultrasound-regions';
import { readSuvPerUnit } from './suv';

/** What the viewer needs to know of one frame, `frameIndex` from 0. */
export function readImageFacts(dataSet: DataSet, frameIndex: number, transferSyntaxUid: string): ImageFacts {
  const spacing = readSpacing(dataSet, frameIndex);
  return {
    ...readPatient(dataSet),
    ...readDescriptions(dataSet, frameIndex),
    ...readDates(dataSet, frameIndex),
    ...readSequenceParameters(dataSet, frameIndex),
    sliceThicknessMm: decimalOf(functionalGroupOf(dataSet, frameIndex, 'x00289110'), 'x00180050'),
    sliceLocationMm: decimalOf(dataSet, 'x00201041'),
    transferSyntaxUid,
    transferSyntaxName: uidName(transferSyntaxUid),
    rows: intOf(dataSet, 'x00280010') ?? 0,
    columns: intOf(dataSet, 'x00280011') ?? 0,
    spacing,
    ultrasoundRegions: readUltrasoundRegions(dataSet),
    plane: readPlane(dataSet, frameIndex),
    frameOfReferenceUid: textOf(dataSet, 'x00200052'),
    patientOrientation: readPatientOrientation(dataSet),
    pixelAspect: readPixelAspect(dataSet, spacing),
    cine: readCine(dataSet),
    objectLines: readObjectLines(dataSet, frameIndex),
    suvPerUnit: readSuvPerUnit(dataSet),
  };
}

function readPatient(dataSet: DataSet) {
  const characterSet = characterSetOf(dataSet);
  return {
    patientName: textOf(dataSet, 'x00100010', characterSet, 'PN'),
    patientId: textOf(dataSet, 'x00100020', characterSet),
    patientBirthDate: textOf(dataSet, 'x00100030'),
    patientAge: textOf(dataSet, 'x00101010'),
    patientSex: textOf(dataSet, 'x00100040'),
  };
}

function readDescriptions(dataSet: DataSet, frameIndex: number) {
  const characterSet = characterSetOf(dataSet);
  return {
    studyDescription: textOf(dataSet, 'x00081030', characterSet),
    seriesDescription: textOf(dataSet, 'x0008103e', characterSet),
    seriesNumber: textOf(dataSet, 'x00200011'),
    modality: textOf(dataSet, 'x00080060'),
    laterality:
      textOf(functionalGroupOf(dataSet, frameIndex, 'x00209071'), 'x00209072') ||
      textOf(dataSet, 'x00200062') ||
      textOf(dataSet, 'x00200060'),
    viewPosition: textOf(dataSet, 'x00185101'),
    patientPosition: textOf(dataSet, 'x00185100'),
  };
}

/** The acquisition's are those of the frame, where it has its own (Frame Content macro, PS3.3 C.7.6.16.2.2). */
function readDates(dataSet: DataSet, frameIndex: number) {
  const frameContent = functionalGroupOf(dataSet, frameIndex, 'x00209111');
  const dateTimes = [
    splitDateTime(textOf(frameContent, 'x00189074')),
    { date: textOf(dataSet, 'x00080022'), time: textOf(dataSet, 'x00080032') },
    splitDateTime(textOf(dataSet, 'x0008002a')),
  ];
  const acquisition = dateTimes.find(({ date }) => date !== '');
  return {
    acquisitionDate: acquisition?.date ?? '',
    acquisitionTime: acquisition?.time ?? '',
    contentDate: textOf(dataSet, 'x00080023'),
    contentTime: textOf(dataSet, 'x00080033'),
    seriesDate: textOf(dataSet, 'x00080021'),
    seriesTime: textOf(dataSet, 'x00080031'),
    studyDate: textOf(dataSet, 'x00080020'),
    studyTime: textOf(dataSet, 'x00080030'),
  };
}

function readSequenceParameters(dataSet: DataSet, frameIndex: number) {
  const echo = functionalGroupOf(dataSet, frameIndex, 'x00189114');
  const timing = functionalGroupOf(dataSet, frameIndex, 'x00189112');
  return {
    echoTime: finiteOrNull(numbersOf(echo, 'x00189082', 'FD')[0]) ?? decimalOf(dataSet, 'x00180081'),
    repetitionTime: decimalOf(timing, 'x00180080'),
    magneticFieldStrength: decimalOf(dataSet, 'x00180087'),
  };
}

function decimalOf(dataSet: DataSet, tag: TagKey): number | null {
  return finiteOrNull(decimalsOf(dataSet, tag)[0]);
}

function finiteOrNull(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
