import { burnedInSeries, type BurnedInSeries } from '../pictures/burned-in-score';
import type { Check } from '../check';
import type { Finding } from '../finding';

/**
 * Series whose pictures may carry text, by what their headers say (`burned-in-score.ts`); the pictures themselves are
 * not read. Marks of laterality, scales and logos are text too, so that it asks for eyes, and calls nothing identifying.
 * PS3.3 C.7.6.1.1.4, C.8.6.1; PS3.15 E.3.1.
 */
export const burnedInTextCheck: Check = {
  id: 'burned-in-text',
  find: (input) => burnedInSeries(input).map(findingOf),
};

function findingOf({ files, reasons, isDenied }: BurnedInSeries): Finding {
  const because = reasons.join('; ');
  const claim = isDenied ? ' Burned In Annotation is NO in files of it, which is a claim and no proof.' : '';
  return {
    check: 'burned-in-text',
    severity: 'check',
    identifying: false,
    value: because,
    marks: [],
    message: `The pictures may carry text, since ${because}.${claim}`,
    place: { files },
  };
}
