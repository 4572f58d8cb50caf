import { CHECK_WORDS } from '../../review/check-words';
import type { ReportContents, ReportIncomplete, ReportLine } from '../../session/report';
import { formatCount, formatCounted, formatDate } from '../format';
import styles from './report.module.css';
import { seriesName } from './series-name';

/** What was expected, and whether all is there that the headers themselves speak of. */
export function ReportExpected({ contents }: { readonly contents: ReportContents | null }) {
  if (contents === null) return null;
  const { lines, extra, incomplete, dicomdirs } = contents;
  return (
    <section>
      <h2>Completeness</h2>
      {lines.length === 0 ? <p>No list of what is expected was given.</p> : <ExpectedTable lines={lines} />}
      {extra.length === 0 ? null : (
        <p>
          Not in the list:{' '}
          {extra.map((series) => `${seriesName(series)} (${formatCount(series.instances)})`).join('; ')}.
        </p>
      )}
      {incomplete.length === 0 ? (
        <p>By their headers, no series has gaps, duplicates or fewer images than it should.</p>
      ) : (
        <IncompleteTable incomplete={incomplete} />
      )}
      {dicomdirs.map(({ file, problems }) => (
        <p key={file}>
          {file}:{' '}
          {problems.length === 0 ? 'agrees with the files around it.' : problems.map(dicomdirWords).join(' ')}
        </p>
      ))}
    </section>
  );
}

function ExpectedTable({ lines }: { readonly lines: readonly ReportLine[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Expected</th>
          <th scope="col" className={styles.number}>
            Instances
          </th>
          <th scope="col">Result</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={index}>
            <td>{line.text}</td>
            <td className={styles.number}>{formatCount(line.instances)}</td>
            <td>{lineWords(line)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function lineWords({ instances, expectedInstances, notFound }: ReportLine): string {
  if (instances === 0) return 'Missing';
  const count =
    expectedInstances === null || expectedInstances === instances
      ? ''
      : `${formatCount(expectedInstances)} expected`;
  const without = notFound.length === 0 ? '' : `without ${notFound.join(', ')}`;
  const but = [count, without].filter(Boolean).join(', ');
  return but === '' ? 'Found' : `Found, but ${but}`;
}

function IncompleteTable({ incomplete }: { readonly incomplete: readonly ReportIncomplete[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Study or series</th>
          <th scope="col">What there is to say</th>
        </tr>
      </thead>
      <tbody>
        {incomplete.map((one, index) => (
          <tr key={index}>
            <td>
              <span>{one.series === null ? 'The study as a whole' : seriesName(one.series)}</span>
              <span className={styles.quiet}>
                {[formatDate(one.study.date), one.study.description].filter(Boolean).join(' · ')}
              </span>
            </td>
            <td>{incompleteWords(one).join(' ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where sentences are left out, the checks that have them stand for them. */
function incompleteWords({ claims, duplicates, remarks, checks }: ReportIncomplete): readonly string[] {
  const said = remarks.length > 0 ? remarks : checks.map((check) => `${CHECK_WORDS[check].title}.`);
  return [
    ...claims.map(
      ({ attribute, expected, there }) =>
        `${attribute} says ${formatCount(expected)}; there ${there === 1 ? 'is' : 'are'} ${formatCount(there)}.`,
    ),
    duplicates === 0
      ? ''
      : `${formatCounted(duplicates, 'file')} with an instance that another file has too.`,
    ...said,
  ].filter(Boolean);
}

function dicomdirWords(code: ReportContents['dicomdirs'][number]['problems'][number]): string {
  switch (code) {
    case 'dicomdir-missing':
      return 'lists files that are not there.';
    case 'dicomdir-elsewhere':
      return 'lists files under other names than they have.';
    default:
      return 'does not list all files around it.';
  }
}
