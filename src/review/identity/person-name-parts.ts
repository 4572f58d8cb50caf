import { isCommonWord } from './common-words';
import { foldText } from './fold-text';

/** What of a person's name can be found elsewhere. */
export interface PersonNameParts {
  /** As written, each once: `Smith-Jones`, `Smith`, `Jones`, `Anna`. */
  readonly parts: readonly string[];
  /** Written as one word: `roerichard`, `richardroe`, `rroe`. Folded. */
  readonly joined: readonly string[];
}

/** Parts of names that say nothing by themselves, and what is before and behind names. Folded. */
const PARTICLES: ReadonlySet<string> = new Set(
  (
    'abd abu aka ali and auf aus ben bin bint dal dall das degli dei del della delle den der des dit dos east ibn las les ' +
    'los mac nee san santa sao sint ten ter the und van vander vom von zum zur ' +
    'dipl doc doctor dott dra drs esq frau geb hab herr ing jnr jun junior lady lord mag mba mbbs md med miss mlle mme mrs ' +
    'phd priv prof professor ret rev senior senor senora signor sir snr sra srta univ'
  ).split(' '),
);

/** Shorter ones are in many words; a family name in Chinese characters has one or two. */
const MIN_LETTERS = 3;
const MIN_IDEOGRAPHS = 2;
const MIN_JOINED = 7;
const MIN_FAMILY_WITH_INITIAL = 5;

const IDEOGRAPHS = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+$/u;

/** Letters of scripts that are written without spaces between words. */
export function isIdeographic(text: string): boolean {
  return IDEOGRAPHS.test(text);
}

/**
 * Of one value of VR PN, all its component groups (PS3.5 6.2.1), or of a name as people write it. Prefix and suffix are
 * left out, and what has a digit in it.
 */
export function parsePersonName(name: string): PersonNameParts {
  const parts = new Set<string>();
  const joined = new Set<string>();
  for (const group of name.split('=')) {
    const [family = '', given = '', middle = ''] = group.includes('^')
      ? group.split('^')
      : splitWritten(group);
    for (const component of [family, given, middle]) for (const part of partsOf(component)) parts.add(part);
    for (const one of joinedForms(family, given)) joined.add(one);
  }
  return { parts: [...parts], joined: [...joined] };
}

/** `Roe, Richard` and `Richard Q Roe`. */
function splitWritten(name: string): readonly string[] {
  if (name.includes(',')) return name.split(',');
  const words = name.trim().split(/\s+/);
  return [words.at(-1) ?? '', words[0] ?? '', words.slice(1, -1).join(' ')];
}

function partsOf(component: string): readonly string[] {
  const whole = component.trim().replaceAll(/[.,;:]+$/g, '');
  return [whole, ...whole.split(/[\s\-‐‑–._,/]+/)].filter(isTelling);
}

function isTelling(part: string): boolean {
  if (/[\p{N}()[\]*?]/u.test(part)) return false;
  if (isIdeographic(part)) return part.length >= MIN_IDEOGRAPHS;
  return (part.match(/\p{L}/gu)?.length ?? 0) >= MIN_LETTERS && !PARTICLES.has(foldText(part).text);
}

function joinedForms(family: string, given: string): readonly string[] {
  const [last, first] = [lettersOf(family), lettersOf(given)];
  if (!isTelling(last) || !isTelling(first) || isIdeographic(last)) return [];
  const forms = last.length + first.length >= MIN_JOINED ? [last + first, first + last] : [];
  if (last.length < MIN_FAMILY_WITH_INITIAL || isCommonWord(last)) return forms;
  return [...forms, first.slice(0, 1) + last, last + first.slice(0, 1)];
}

function lettersOf(component: string): string {
  return foldText(component).text.replaceAll(/[^\p{L}]/gu, '');
}
