import type { FileId } from '../../base/ids';
import type { ConceptName } from './content-item-table';
import type { HeldValue } from '../held/held-value';
import type { HeldValues } from '../review-input';

/** By the id of a value: the concepts of the content items in which it stands, each once. */
export type Concepts = ReadonlyMap<number, readonly ConceptName[]>;

const NO_CONCEPT: ConceptName = { codeValue: '', codingScheme: '', meaning: '' };

/** Reads Concept Name Code Sequence (0040,A043) beside each of the values; one without it has an empty concept. */
export function readConcepts(texts: readonly HeldValue[], values: HeldValues): Concepts {
  const wanted = new Set(texts.map(({ id }) => id));
  const files = new Set(texts.flatMap((held) => values.filesOf(held)));
  const concepts = new Map<number, Map<string, ConceptName>>();
  for (const file of files) {
    for (const [id, concept] of conceptsIn(file, wanted, values)) {
      const known = concepts.get(id) ?? new Map<string, ConceptName>();
      concepts.set(id, known.set(`${concept.codeValue} ${concept.codingScheme}`, concept));
    }
  }
  return new Map([...concepts].map(([id, known]) => [id, [...known.values()]]));
}

function conceptsIn(
  file: FileId,
  wanted: ReadonlySet<number>,
  values: HeldValues,
): readonly (readonly [id: number, concept: ConceptName])[] {
  const placed = values.ofFile(file);
  const names = new Map<string, string>();
  for (const { path, value } of placed) if (path.includes('0040A043')) names.set(path, value.text);
  return placed.flatMap(({ path, value }) =>
    wanted.has(value.id) ? [[value.id, conceptBeside(path, names)] as const] : [],
  );
}

function conceptBeside(path: string, names: ReadonlyMap<string, string>): ConceptName {
  const item = path.slice(0, path.lastIndexOf('.') + 1);
  const nameOf = (element: string): string => names.get(`${item}0040A043[0].${element}`) ?? '';
  const codeValue = nameOf('00080100');
  if (codeValue === '') return NO_CONCEPT;
  return { codeValue, codingScheme: nameOf('00080102'), meaning: nameOf('00080104') };
}
