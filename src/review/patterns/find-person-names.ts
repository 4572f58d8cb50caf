import { isCommonWord } from '../identity/common-words';
import type { TextRange } from '../finding';
import { foldText } from '../identity/fold-text';
import type { HeldValue } from '../held/held-value';
import { profilePlaceOf } from '../profile/profile';
import { isAboutEquipment } from '../identity/telling-places';

/** A name that is told by how it is written, not by whose it is. */
export interface FoundName {
  /** As `parsePersonName` takes it: `Roe^Richard`, `Richard Roe`. */
  readonly name: string;
  /** Of the name with what introduces it. */
  readonly range: TextRange;
  /**
   * `caret`: as in VR PN (`Roe^Richard`). `title`: `Dr Roe`. `introduced`: `Patient: Richard Roe`. `e-mail`:
   * `richard.roe@`.
   */
  readonly form: 'caret' | 'title' | 'introduced' | 'e-mail';
}

const WORD = "\\p{Lu}(?:\\p{L}|['’\\-](?=\\p{L})){1,30}";
const FULL_NAME = `(${WORD}(?:,? ${WORD}){1,2})`;

const FORMS: readonly (readonly [form: FoundName['form'], pattern: RegExp])[] = [
  [
    'caret',
    new RegExp(
      `(?<![\\p{L}\\p{N}^])(${WORD}(?: ${WORD})?\\^${WORD})(?![\\p{L}\\p{N}])(?:\\^[\\p{L}.]{0,30}){0,3}`,
      'gu',
    ),
  ],
  // MR, DR and PT in capitals are modalities.
  [
    'title',
    new RegExp(
      `(?<!\\p{L})(?:Dr|Prof|Doctor|Professor|Mr|Mrs|Herr|Herrn|Frau|Mme|Mlle|Dott|Dra|Sra)\\.?(?: (?:med|Dr)\\.?){0,2} (${WORD}(?:,? \\p{Lu}\\p{Ll}+)?)`,
      'gu',
    ),
  ],
  [
    'introduced',
    new RegExp(
      `(?<!\\p{L})(?:(?:[Pp]atient(?:in|e|en)?(?:['’]s)?(?: [Nn]ame)?|PATIENT(?: NAME)?|[Pp]azient[ei]|[Pp]aciente|[Pp]acjent|[Ff]ull [Nn]ame|[Nn]om|[Nn]ombre) ?[:=] ?|Pt:? |Pat\\. )${FULL_NAME}`,
      'gu',
    ),
  ],
  ['e-mail', /(?<![\p{L}\p{N}])(\p{L}{2,}[._-]\p{L}{2,})(?=@[\p{L}\p{N}-]+\.)/gu],
];

/** Cheaper than all of the forms. */
const HINT = /[\^@]|[a-zà-ö][:.=]? \p{Lu}|[Pp][Aa][Tt]/u;

/** In the order of the forms. What is made of words of every day alone (`Head^Routine`, `Pt Left Lateral`) is none. */
export function findPersonNames(text: string): readonly FoundName[] {
  if (!HINT.test(text)) return [];
  return FORMS.flatMap(([form, pattern]) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [all, name = ''] = match;
      if (!isName(name, form)) return [];
      return [
        {
          form,
          name: form === 'e-mail' ? name.replaceAll(/[._-]/g, ' ') : name,
          range: [match.index, match.index + all.length] as const,
        },
      ];
    }),
  );
}

/** `Dr White` is a person; of `Region^Exam`, as some scanners call their studies, one word at least is a common one. */
function isName(name: string, form: FoundName['form']): boolean {
  const words = foldText(name).text.split(/[^\p{L}]+/u);
  const common = words.filter(isCommonWord).length;
  if (form === 'caret' || form === 'e-mail') return common === 0;
  return form === 'title' || common < words.length;
}

const TEXT_VRS: ReadonlySet<string> = new Set('LO LT SH ST UC UN UT OB'.split(' '));
const BYTES_VRS: ReadonlySet<string> = new Set(['OB', 'UN']);
const PATH_KINDS: ReadonlySet<string> = new Set(['filename', 'folder']);
/** In bytes that are no text, letters around a `^` come about by chance. */
const CARET_IN_BYTES = /\p{L}{3}\^\p{L}{3}/u;

/** As far as a value is one in which names are told by how they are written. */
export function findNamesInValue({ place, text }: HeldValue): readonly FoundName[] {
  const { kind, vr, tag } = place;
  if (kind === null ? !TEXT_VRS.has(vr) || isAboutEquipment(tag) : PATH_KINDS.has(kind)) return [];
  const names = findPersonNames(text);
  if (names.length === 0 || (kind !== null && kind !== 'preamble' && kind !== 'padding')) return names;
  const isBytes = kind !== null || BYTES_VRS.has(vr);
  if (isBytes) return names.filter(({ form, name }) => form !== 'caret' || CARET_IN_BYTES.test(name));
  // Studies and protocols are called `Region^Exam` by some scanners.
  const isTitle = (vr === 'LO' || vr === 'SH') && profilePlaceOf(place)?.attribute.kind === 'descriptor';
  return isTitle ? names.filter(({ form }) => form !== 'caret') : names;
}
