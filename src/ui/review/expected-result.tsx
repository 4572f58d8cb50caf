import { Check, CircleX, CopyPlus, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ContentName, ExpectedContent, ExpectedLine } from '../../review/contents/expected-content';
import { formatCount, formatCounted } from '../format';
import styles from './expected-content.module.css';
import { listedSeriesName, studyWords } from './listed-words';

type Result = 'found' | 'differs' | 'missing' | 'extra';

const RESULTS: Readonly<Record<Result, { readonly word: string; readonly icon: LucideIcon }>> = {
  found: { word: 'Found', icon: Check },
  differs: { word: 'Differs', icon: TriangleAlert },
  missing: { word: 'Missing', icon: CircleX },
  extra: { word: 'Extra', icon: CopyPlus },
};

const NAME_WORDS: Readonly<Record<ContentName, string>> = {
  'study-uid': 'study',
  'series-uid': 'series',
  'instance-uid': 'instance',
  'accession-number': 'accession number',
  'series-description': 'description',
};

/** Line by line, what became of the list; then what is there and not in it. */
export function ExpectedResult({ expected: { lines, extra } }: { readonly expected: ExpectedContent }) {
  if (lines.length === 0) return null;
  const counts = countResults(lines);
  return (
    <section>
      <h3 className={styles.heading} role="status">
        {formatCount(counts.found)} found, {formatCount(counts.differs)} different,{' '}
        {formatCount(counts.missing)} missing, {formatCounted(extra.length, 'series', 'series')} extra
      </h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Result</th>
            <th scope="col">What</th>
            <th scope="col" className={styles.number}>
              Instances
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={index} data-testid="expected-line" data-result={resultOf(line)}>
              <ResultCell result={resultOf(line)} />
              <td>
                <span>{line.text}</span>
                <span className={styles.quiet}>{lineWords(line)}</span>
              </td>
              <td className={styles.number}>{countWords(line)}</td>
            </tr>
          ))}
          {extra.map((series) => (
            <tr key={series.seriesKey} data-testid="expected-line" data-result="extra">
              <ResultCell result="extra" />
              <td>
                <span>{listedSeriesName(series)}</span>
                <span className={styles.quiet}>{studyWords(series)}</span>
              </td>
              <td className={styles.number}>{formatCount(series.instances)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ResultCell({ result }: { readonly result: Result }) {
  const { word, icon: Icon } = RESULTS[result];
  return (
    <td>
      <span className={styles.result} data-result={result}>
        <Icon size={14} aria-hidden />
        {word}
      </span>
    </td>
  );
}

/** As the report has it too: a line is found when all that it says is there. */
function resultOf({ instances, expectedInstances, notFound }: ExpectedLine): Exclude<Result, 'extra'> {
  if (instances === 0) return 'missing';
  const isCountRight = expectedInstances === null || expectedInstances === instances;
  return isCountRight && notFound.length === 0 ? 'found' : 'differs';
}

function countResults(lines: readonly ExpectedLine[]): Readonly<Record<Exclude<Result, 'extra'>, number>> {
  const counts = { found: 0, differs: 0, missing: 0 };
  for (const line of lines) counts[resultOf(line)] += 1;
  return counts;
}

function lineWords({ names, series, notFound }: ExpectedLine): string {
  if (series.length === 0) return '';
  const [first] = series;
  const what =
    series.length === 1 && first !== undefined
      ? listedSeriesName(first)
      : formatCounted(series.length, 'series', 'series');
  const by = names.map((name) => NAME_WORDS[name]).join(' and ');
  const without = notFound.length === 0 ? '' : `without ${notFound.join(', ')}`;
  return [`${what}, by its ${by}`, without].filter(Boolean).join('; ');
}

/** `118 of 120` */
function countWords({ instances, expectedInstances }: ExpectedLine): string {
  if (expectedInstances === null) return instances === 0 ? '–' : formatCount(instances);
  return `${formatCount(instances)} of ${formatCount(expectedInstances)}`;
}
