import type { Series } from '../../catalog/catalog-types';
import { formatPersonName } from '../../dicom/person-name';
import { seriesInOrder } from '../../session/images';
import type { Report, ReportPatient, ReportSeries, ReportStudy } from '../../session/report';
import { useSession } from '../../session/store';
import { SeriesThumbnail } from '../contents/series-thumbnail';
import { formatBytes, formatCount, formatCounted, formatDate } from '../format';
import styles from './report.module.css';
import { seriesName } from './series-name';

/** Left out where there is no room. */
const WIDE_NUMBER = `${styles.number ?? ''} ${styles.wide ?? ''}`;

/** Patients, studies and series, each series with a picture of it. */
export function ReportContentsTable({ report }: { readonly report: Report }) {
  const catalog = useSession((session) => session.catalog);
  // The report has the series of the catalog in its order; the pictures are those of the catalog.
  const series = seriesInOrder(catalog);
  const starts = seriesStarts(report.patients);
  return (
    <section>
      <h2>Contents</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            {report.masked ? null : (
              <th scope="col" className={styles.picture}>
                <span className="visually-hidden">Picture</span>
              </th>
            )}
            <th scope="col">Series</th>
            <th scope="col" className={styles.number}>
              Instances
            </th>
            <th scope="col" className={WIDE_NUMBER}>
              Frames
            </th>
            <th scope="col" className={WIDE_NUMBER}>
              Size
            </th>
            <th scope="col">Looked at</th>
          </tr>
        </thead>
        {report.patients.flatMap((patient, patientIndex) =>
          patient.studies.map((study, studyIndex) => (
            <StudyRows
              key={`${patientIndex}.${studyIndex}`}
              patient={patient}
              study={study}
              isMasked={report.masked}
              series={series.slice(starts.get(study))}
            />
          )),
        )}
      </table>
    </section>
  );
}

/** How many series stand before those of each study. */
function seriesStarts(patients: readonly ReportPatient[]): ReadonlyMap<ReportStudy, number> {
  const starts = new Map<ReportStudy, number>();
  let start = 0;
  for (const study of patients.flatMap(({ studies }) => studies)) {
    starts.set(study, start);
    start += study.series.length;
  }
  return starts;
}

interface StudyRowsProps {
  readonly patient: ReportPatient;
  readonly study: ReportStudy;
  readonly isMasked: boolean;
  /** Of the catalog, from the first one of the study on. */
  readonly series: readonly Series[];
}

function StudyRows({ patient, study, isMasked, series }: StudyRowsProps) {
  return (
    <tbody>
      <tr className={styles.study}>
        <th scope="rowgroup" colSpan={isMasked ? 5 : 6}>
          <span>{patientWords(patient)}</span>
          <span className={styles.quiet}>{studyWords(study)}</span>
        </th>
      </tr>
      {study.series.map((described, index) => (
        <SeriesRow key={index} series={described} picturesOf={isMasked ? null : (series[index] ?? null)} />
      ))}
    </tbody>
  );
}

interface SeriesRowProps {
  readonly series: ReportSeries;
  /** Null where no pictures are shown. */
  readonly picturesOf: Series | null;
}

function SeriesRow({ series, picturesOf }: SeriesRowProps) {
  const { instances, frames, bytes, transferSyntaxes, problems } = series;
  return (
    <tr>
      {picturesOf === null ? null : (
        <td className={styles.picture}>
          <SeriesThumbnail series={picturesOf} />
        </td>
      )}
      <td>
        <span>{seriesName(series)}</span>
        <span className={styles.quiet}>
          {[...transferSyntaxes, problems > 0 ? formatCounted(problems, 'problem') : '']
            .filter(Boolean)
            .join(' · ')}
        </span>
      </td>
      <td className={styles.number}>{formatCount(instances)}</td>
      <td className={WIDE_NUMBER}>{formatCount(frames)}</td>
      <td className={WIDE_NUMBER}>{formatBytes(bytes)}</td>
      <td>{lookWords(series)}</td>
    </tr>
  );
}

function lookWords({ seen, toLookAt }: ReportSeries): string {
  if (seen) return 'Yes';
  return toLookAt ? 'No: it may carry text' : 'No';
}

function patientWords({ name, id, birthDate }: ReportPatient): string {
  const born = birthDate === '' ? '' : `born ${formatDate(birthDate)}`;
  return [formatPersonName(name) || 'No patient name', id, born].filter(Boolean).join(' · ');
}

function studyWords({ date, description, accessionNumber }: ReportStudy): string {
  const accession = accessionNumber === '' ? '' : `Acc. ${accessionNumber}`;
  return ['Study', formatDate(date), description, accession].filter(Boolean).join(' · ');
}
