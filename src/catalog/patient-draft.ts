import { assert } from '../base/assert';
import type { FileId } from '../base/ids';
import { compareNatural, compareNumbers, compareText } from '../base/natural-sort';
import type { InstanceText } from '../dicom/summary';
import type { CatalogSnapshot, Patient, Series, Study } from './catalog-types';
import { buildSeries, leadOf, type Lead, type SeriesDraft } from './series-draft';

/** A study while files are added to it. */
export interface StudyDraft {
  readonly key: string;
  readonly series: Map<string, SeriesDraft>;
  /** null after a change. */
  built: Study | null;
}

/** A patient while files are added to them. */
export interface PatientDraft {
  readonly key: string;
  readonly studies: Map<string, StudyDraft>;
  /** null after a change. */
  built: Patient | null;
}

type PathOf = (file: FileId) => string;

/** Patients by name, then ID. Only what has changed is built. */
export function buildSnapshot(drafts: Iterable<PatientDraft>, pathOf: PathOf): CatalogSnapshot {
  const patients = [...drafts]
    .map((draft) => (draft.built ??= buildPatient(draft, pathOf)))
    .sort(comparePatients);
  const studies = patients.flatMap((patient) => patient.studies);
  const series = studies.flatMap((study) => study.series);
  return {
    patients,
    counts: {
      patients: patients.length,
      studies: studies.length,
      series: series.length,
      instances: series.reduce(
        (total, { instances, duplicates }) => total + instances.length + duplicates.length,
        0,
      ),
    },
  };
}

function buildPatient(draft: PatientDraft, pathOf: PathOf): Patient {
  const studies = [...draft.studies.values()];
  const leads = leadsOf(studies.flatMap(({ series }) => [...series.values()]));
  return {
    key: draft.key,
    patientId: firstGiven(leads, 'patientId'),
    name: firstGiven(leads, 'patientName'),
    birthDate: firstGiven(leads, 'patientBirthDate'),
    sex: firstGiven(leads, 'patientSex'),
    studies: studies.map((study) => (study.built ??= buildStudy(study, pathOf))).sort(compareStudies),
  };
}

function buildStudy(draft: StudyDraft, pathOf: PathOf): Study {
  const drafts = [...draft.series.values()];
  const leads = leadsOf(drafts);
  return {
    key: draft.key,
    studyInstanceUid: firstGiven(leads, 'studyInstanceUid'),
    date: firstGiven(leads, 'studyDate'),
    time: firstGiven(leads, 'studyTime'),
    id: firstGiven(leads, 'studyId'),
    description: firstGiven(leads, 'studyDescription'),
    accessionNumber: firstGiven(leads, 'accessionNumber'),
    series: drafts.map((series) => (series.built ??= buildChangedSeries(series, pathOf))).sort(compareSeries),
  };
}

function buildChangedSeries(draft: SeriesDraft, pathOf: PathOf): Series {
  const lead = leadOf(draft);
  assert(lead, 'a series has a first file');
  return buildSeries(draft, lead, pathOf);
}

/** The first files of the series, by archive and entry. */
function leadsOf(drafts: readonly SeriesDraft[]): readonly Lead[] {
  return drafts.flatMap((draft) => leadOf(draft) ?? []).sort((a, b) => a.file - b.file);
}

/** A report may leave out what the images of its study give, so the first one that says something. */
function firstGiven(leads: readonly Lead[], key: keyof InstanceText): string {
  return leads.find(({ summary }) => summary[key] !== '')?.summary[key] ?? '';
}

function comparePatients(a: Patient, b: Patient): number {
  return (
    compareNatural(a.name, b.name) || compareNatural(a.patientId, b.patientId) || compareText(a.key, b.key)
  );
}

/** In time. */
function compareStudies(a: Study, b: Study): number {
  return compareText(a.date, b.date) || compareText(a.time, b.time) || compareText(a.key, b.key);
}

function compareSeries(a: Series, b: Series): number {
  return (
    compareNumbers(a.seriesNumber, b.seriesNumber) ||
    compareText(a.date, b.date) ||
    compareText(a.time, b.time) ||
    compareNatural(a.description, b.description) ||
    compareText(a.key, b.key)
  );
}
