import type { Dictionary } from '../../dicom/dictionary';
import type { FindingRow } from '../../review/finding-row';
import { isOfWholeFiles, placeWords } from './place-words';

interface Texts {
  readonly dictionary: Dictionary | null;
  readonly texts: readonly string[];
}

/** Of each run's findings, once they are searched: so typing costs no more than looking through them. */
const known = new WeakMap<readonly FindingRow[], Texts>();

/** What a search of the findings looks in: value, place, message; in lower case. `wholeName` names whole files. */
export function findingTexts(
  findings: readonly FindingRow[],
  dictionary: Dictionary | null,
  wholeName: (finding: FindingRow) => string,
): readonly string[] {
  const before = known.get(findings);
  if (before?.dictionary === dictionary) return before.texts;
  const places = new Map<string, string>();
  const texts = findings.map((finding) => {
    const { value, message, path, kind, creator } = finding;
    const place = `${path}\n${kind ?? ''}\n${creator}`;
    let words = places.get(place);
    if (words === undefined) {
      const { name, tag, around } = placeWords(finding, dictionary);
      words = `${name} ${tag} ${path} ${around}`;
      places.set(place, words);
    }
    const whole = isOfWholeFiles(finding) ? wholeName(finding) : '';
    return `${value}\n${words}\n${whole}\n${message}`.toLowerCase();
  });
  known.set(findings, { dictionary, texts });
  return texts;
}
