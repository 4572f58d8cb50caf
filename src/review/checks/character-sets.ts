import { groupBy } from '../../base/group-by';
import type { FileId } from '../../base/ids';
import { charsetDeviations, parseCharacterSet } from '../../dicom/character-set';
import type { Check } from '../check';
import type { Finding, TextRange } from '../finding';
import type { HeldValue } from '../held/held-value';
import type { ReviewInput } from '../review-input';

/**
 * Text that is not in its Specific Character Set (0008,0005), PS3.3 C.12.1.1.2: terms that are none, once for each value;
 * bytes over 0x7F where none is declared, and bytes that the declared one does not have, once for each declared one; and
 * replacement characters, which stand for what a program before could not read.
 */
export const characterSetsCheck: Check = {
  id: 'character-sets',
  find: (input) => [
    ...unknownTerms(input),
    ...undeclaredText(input),
    ...fallbacks(input),
    ...replacements(input),
  ],
};

const SPECIFIC_CHARACTER_SET = 0x00080005;

/** What Specific Character Set is about (PS3.5 6.1.2.2). */
const TEXT_VRS = new Set(['LO', 'LT', 'PN', 'SH', 'ST', 'UC', 'UT']);

function unknownTerms({ values }: ReviewInput): readonly Finding[] {
  return values.all.flatMap((held) => {
    if (held.place.tag !== SPECIFIC_CHARACTER_SET) return [];
    const deviations = charsetDeviations(parseCharacterSet(held.text));
    if (deviations.length === 0) return [];
    return [
      note({
        value: held.text,
        message: `Specific Character Set: ${deviations.join('; ')}.`,
        place: { held },
      }),
    ];
  });
}

/** By the text itself, at any depth: the scan says so of few attributes alone. */
function undeclaredText({ files, values }: ReviewInput): readonly Finding[] {
  const declared = new Set(
    values.all.flatMap((held) => (held.place.tag === SPECIFIC_CHARACTER_SET ? values.filesOf(held) : [])),
  );
  const isDicom = new Set(files.flatMap(({ file, kind }) => (kind === 'dicom' ? [file] : [])));
  const texts = values.all.flatMap((held) => {
    if (!TEXT_VRS.has(held.place.vr) || !/[^\0-\x7f]/.test(held.text)) return [];
    const undeclared = values.filesOf(held).filter((file) => isDicom.has(file) && !declared.has(file));
    return undeclared.length === 0 ? [] : [{ held, undeclared }];
  });
  const [example] = texts;
  if (example === undefined) return [];
  const found = new Set(texts.flatMap(({ undeclared }) => undeclared));
  return [
    note({
      value: example.held.text,
      message: `Text has characters beyond ASCII, but no Specific Character Set is declared${more(texts.length - 1)}.`,
      place: texts.length === 1 ? { held: example.held } : { files: [...found].sort((a, b) => a - b) },
    }),
  ];
}

function more(count: number): string {
  return count > 0 ? `, as in ${count} other ${count === 1 ? 'value' : 'values'}` : '';
}

/** What the scan had to read in another character set than the declared one. */
function fallbacks({ files }: ReviewInput): readonly Finding[] {
  const fallen = files.flatMap(({ file, problems }) =>
    problems.flatMap((problem) =>
      problem.code === 'charset-fallback' && problem.detail.declared !== ''
        ? [{ file, ...problem.detail }]
        : [],
    ),
  );
  const groups = groupBy(fallen, ({ declared, used }) => `${declared}\n${used}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      note({
        value: first.declared,
        message: `Text is not in the declared character set; it is read as ${first.used}.`,
        place: { files: group.map(({ file }): FileId => file), path: '00080005' },
      }),
    ];
  });
}

const REPLACEMENT = '\ufffd';

function replacements({ values }: ReviewInput): readonly Finding[] {
  return values.all.flatMap((held) => {
    if (!TEXT_VRS.has(held.place.vr) || !held.text.includes(REPLACEMENT)) return [];
    return [
      {
        ...note({
          value: held.text,
          message: 'Some characters of this text could not be read.',
          place: { held },
        }),
        marks: replacementRanges(held),
      },
    ];
  });
}

function replacementRanges({ text }: HeldValue): readonly TextRange[] {
  return [...text.matchAll(/\ufffd+/g)].map((match) => [match.index, match.index + match[0].length]);
}

function note({ value, message, place }: Pick<Finding, 'value' | 'message' | 'place'>): Finding {
  return { check: 'character-sets', severity: 'note', identifying: false, value, marks: [], message, place };
}
