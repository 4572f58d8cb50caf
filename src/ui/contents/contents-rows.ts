import type { CatalogSnapshot, Patient, Series, Study } from '../../catalog/catalog-types';
import { formatPersonName } from '../../dicom/person-name';
import { formatDate, formatTime } from '../format';

interface RowFacts {
  readonly key: string;
  /** What the tree column shows, and what it is sorted by. */
  readonly title: string;
  readonly subtitle: string;
  readonly modality: string;
  readonly date: string;
  readonly images: number;
  readonly bytes: number;
  /** Everything that the text filter looks in, in lower case. */
  readonly haystack: string;
}

export interface SeriesRow extends RowFacts {
  readonly kind: 'series';
  readonly series: Series;
}

export interface StudyRow extends RowFacts {
  readonly kind: 'study';
  readonly children: readonly SeriesRow[];
}

export interface PatientRow extends RowFacts {
  readonly kind: 'patient';
  readonly children: readonly StudyRow[];
}

export type ContentsRow = PatientRow | StudyRow | SeriesRow;

// A series that did not change is the same object in the next snapshot; so is its row.
const seriesRows = new WeakMap<Series, SeriesRow>();

/** The rows of the contents table that match a text, with those above them. */
export function contentsRows(catalog: CatalogSnapshot, filter: string): readonly PatientRow[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return catalog.patients
    .map((patient) => patientRow(patient, words))
    .filter((row) => row.children.length > 0);
}

function patientRow(patient: Patient, words: readonly string[]): PatientRow {
  const title = formatPersonName(patient.name) || 'No patient name';
  const haystack = `${patient.name} ${title} ${patient.patientId} ${patient.birthDate}`.toLowerCase();
  const children = patient.studies
    .map((study) => studyRow(study, remainingWords(words, haystack)))
    .filter((row) => row.children.length > 0);
  const facts = [
    patient.patientId,
    patient.sex,
    patient.birthDate && `born ${formatDate(patient.birthDate)}`,
  ];
  return {
    kind: 'patient',
    key: patient.key,
    title,
    subtitle: facts.filter(Boolean).join(' · '),
    modality: '',
    date: '',
    haystack,
    children,
    ...totals(children),
  };
}

function studyRow(study: Study, words: readonly string[]): StudyRow {
  const title = study.description || `Study ${study.id}`.trim();
  const date = [formatDate(study.date), formatTime(study.time)].filter(Boolean).join(' ');
  const haystack =
    `${title} ${date} ${study.date} ${study.accessionNumber} ${study.studyInstanceUid}`.toLowerCase();
  const missing = remainingWords(words, haystack);
  const children = study.series
    .map(seriesRow)
    .filter((row) => remainingWords(missing, row.haystack).length === 0);
  return {
    kind: 'study',
    key: study.key,
    title,
    subtitle: [date, study.accessionNumber && `Acc. ${study.accessionNumber}`].filter(Boolean).join(' · '),
    modality: [...new Set(children.map(({ modality }) => modality))].join(' '),
    date: study.date,
    haystack,
    children,
    ...totals(children),
  };
}

function seriesRow(series: Series): SeriesRow {
  const known = seriesRows.get(series);
  if (known !== undefined) return known;
  const title = seriesTitle(series);
  const row: SeriesRow = {
    kind: 'series',
    key: series.key,
    title,
    subtitle: [series.bodyPart, sizeOf(series)].filter(Boolean).join(' · '),
    modality: series.modality,
    date: series.date,
    images: series.frames,
    bytes: series.bytes,
    haystack: `${title} ${series.modality} ${series.bodyPart} ${series.seriesInstanceUid}`.toLowerCase(),
    series,
  };
  seriesRows.set(series, row);
  return row;
}

/** `3 · Axial`: its number and what it is called. */
export function seriesTitle({
  seriesNumber,
  description,
  protocolName,
}: Pick<Series, 'seriesNumber' | 'description' | 'protocolName'>): string {
  const number = Number.isNaN(seriesNumber) ? '' : String(seriesNumber);
  const name = description || protocolName;
  return name === '' ? `Series ${number}`.trim() : [number, name].filter(Boolean).join(' · ');
}

function sizeOf({ columns, rows }: Series): string {
  return columns > 0 && rows > 0 ? `${String(columns)} × ${String(rows)}` : '';
}

function totals(children: readonly ContentsRow[]): Pick<RowFacts, 'images' | 'bytes'> {
  return {
    images: children.reduce((sum, { images }) => sum + images, 0),
    bytes: children.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

/** A word may be found at any level: `smith ct` is the CT series of Smith. */
function remainingWords(words: readonly string[], haystack: string): readonly string[] {
  return words.filter((word) => !haystack.includes(word));
}
