import { CHECK_WORDS } from '../../review/check-words';
import type {
  ContentsCompleteness,
  CountClaim,
  SeriesCompleteness,
} from '../../review/contents/contents-completeness';
import { formatCount, formatCounted } from '../format';
import { problemWords } from '../problem-words';
import styles from './expected-content.module.css';
import { listedSeriesName, studyWords } from './listed-words';

/** Of every series, and of what is around it, whether that is all. */
export function CompletenessTable({ completeness }: { readonly completeness: ContentsCompleteness }) {
  const { series, studies, fileSets } = completeness;
  const unmet = series.filter((one) => seriesRemarks(one).length > 0);
  const claims = studies.flatMap((study) => study.claims.filter(isUnmet).map((claim) => ({ study, claim })));
  return (
    <section>
      <h3 className={styles.heading}>
        {unmet.length === 0
          ? `${formatCounted(series.length, 'series', 'series')}, and by their headers none of them lacks anything`
          : `${formatCount(unmet.length)} of ${formatCounted(series.length, 'series', 'series')} may not be complete`}
      </h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Series</th>
            <th scope="col">What there is to say</th>
            <th scope="col" className={styles.number}>
              Instances
            </th>
          </tr>
        </thead>
        <tbody>
          {claims.map(({ study: { studyKey }, claim }) => (
            <tr key={`${studyKey} ${claim.attribute}`}>
              <td>
                <span>The study as a whole</span>
                <span className={styles.quiet}>{nameStudy(series, studyKey)}</span>
              </td>
              <td>{claimWords(claim)}</td>
              <td />
            </tr>
          ))}
          {series.map((one) => (
            <tr key={one.seriesKey}>
              <td>
                <span>{listedSeriesName(one)}</span>
                <span className={styles.quiet}>{studyWords(one)}</span>
              </td>
              <td>
                {seriesRemarks(one).map((remark) => (
                  <span key={remark}>{remark}</span>
                ))}
              </td>
              <td className={styles.number}>{formatCount(one.instances)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {fileSets.map(({ file, path, problems }) => (
        <p key={file} className={styles.fileSet}>
          <strong>{path}</strong>{' '}
          {problems.length === 0
            ? 'lists the files that are there.'
            : problems.map((problem) => problemWords(problem).what).join(' ')}
        </p>
      ))}
    </section>
  );
}

function nameStudy(series: readonly SeriesCompleteness[], studyKey: string): string {
  const first = series.find((one) => one.studyKey === studyKey);
  return first === undefined ? '' : studyWords(first);
}

function seriesRemarks({ claims, duplicates, remarks }: SeriesCompleteness): readonly string[] {
  return [
    ...claims.filter(isUnmet).map(claimWords),
    ...(duplicates === 0
      ? []
      : [`${formatCounted(duplicates, 'file')} with an instance that another file has too.`]),
    ...remarks.map(({ check, message }) => `${CHECK_WORDS[check].title}: ${message}`),
  ];
}

function isUnmet({ expected, there }: CountClaim): boolean {
  return expected !== there;
}

function claimWords({ attribute, expected, there }: CountClaim): string {
  return `${attribute} says ${formatCount(expected)}; there ${there === 1 ? 'is' : 'are'} ${formatCount(there)}.`;
}
