import type { Report } from '../../session/report';
import { Sentences } from './sentences';

/** What the review was made with. */
export function ReportVersions({ versions: { product, tables } }: Pick<Report, 'versions'>) {
  const editions = tables.map(({ table, edition }) => `${table}: ${edition}`);
  return (
    <section>
      <h2>Versions</h2>
      <Sentences texts={[`Glovebox ${product}`, ...editions]} />
    </section>
  );
}
