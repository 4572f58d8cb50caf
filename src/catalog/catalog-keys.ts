import type { InstanceSummary } from '../dicom/summary';

/**
 * Who a file belongs to: the Patient ID alone, so that spelling variants of a name stay together; where it is
 * empty, the name, without the empty components at its end, which mean nothing (PS3.5 6.2.1.1). Files with
 * neither are one patient without a name. Spaces and NULs around a value are padding and separate nobody.
 * Whether one ID holds two people, or two IDs one, is a finding, not a matter of grouping.
 */
export function patientKey(summary: InstanceSummary): string {
  const id = withoutPadding(summary.patientId);
  return id === '' ? `name:${withoutPadding(summary.patientName).replace(/[\^= ]+$/, '')}` : `id:${id}`;
}

/**
 * Which of the patient's studies: the Study Instance UID; where it is missing, Study ID, Accession Number and
 * Study Date together. One UID under two patients is a study of each.
 */
export function studyKey(summary: InstanceSummary): string {
  const uid = withoutPadding(summary.studyInstanceUid);
  if (uid !== '') return `uid:${uid}`;
  return joinKeys('study', summary.studyId, summary.accessionNumber, summary.studyDate);
}

/**
 * Which of the study's series: the Series Instance UID; where it is missing, modality, Series Number, Series
 * Description and Series Date together.
 */
export function seriesKey(summary: InstanceSummary): string {
  const uid = withoutPadding(summary.seriesInstanceUid);
  if (uid !== '') return `uid:${uid}`;
  const { modality, seriesNumber, seriesDescription, seriesDate } = summary;
  return joinKeys('series', modality, String(seriesNumber), seriesDescription, seriesDate);
}

/** Joined by the unit separator, which no DICOM text may hold (PS3.5 6.1.3). */
export function joinKeys(...parts: readonly string[]): string {
  return parts.map(withoutPadding).join('\u001f');
}

export function withoutPadding(text: string): string {
  return text.replace(/^[ \0]+|[ \0]+$/g, '');
}
