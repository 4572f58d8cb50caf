import type { Report } from '../../session/report';
import { OPTION_WORDS } from '../review/options-words';
import { BLIND_SPOTS, coverageWords, silentChecks } from './coverage-words';
import { Sentences } from './sentences';

/** What the review rests on, and what it does not: who signs it has to know. */
export function ReportCoverage({ report }: { readonly report: Report }) {
  const { lookedAt, notLookedAt } = coverageWords(report);
  const silent = silentChecks(report);
  return (
    <>
      <section>
        <h2>What was looked at</h2>
        <Sentences texts={lookedAt} />
        {silent === '' ? null : (
          <p>
            Checks that found nothing: <span>{silent}.</span>
          </p>
        )}
      </section>
      <section>
        <h2>What was not</h2>
        <Sentences texts={[...notLookedAt, ...BLIND_SPOTS]} />
      </section>
      <section>
        <h2>What the transfer allows</h2>
        <Sentences texts={optionWords(report)} />
      </section>
    </>
  );
}

function optionWords({ options }: Report): readonly string[] {
  const { allowed, expectedPatients, termsToFind, termsToAllow } = options;
  const kept = allowed.map((option) => `${OPTION_WORDS[option].name} (${OPTION_WORDS[option].clause})`);
  return [
    'What the Basic Application Level Confidentiality Profile leaves (PS3.15 E.2).',
    kept.length === 0
      ? 'No option of the profile is allowed.'
      : `Options of the profile: ${kept.join('; ')}.`,
    expectedPatients === null
      ? 'How many patients are expected was not said.'
      : `Patients expected: ${expectedPatients}.`,
    termsToFind.length === 0 ? '' : `Looked for as well: ${termsToFind.join(', ')}.`,
    termsToAllow.length === 0 ? '' : `Allowed wherever they stand: ${termsToAllow.join(', ')}.`,
  ].filter(Boolean);
}
