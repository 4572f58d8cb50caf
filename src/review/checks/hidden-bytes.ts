import { isAllowedTerm } from '../profile/allowed-terms';
import type { Check } from '../check';
import { severityOfEchoes, wordsOfEchoes } from '../identity/echo-words';
import type { Finding, Severity } from '../finding';
import type { HeldValue } from '../held/held-value';
import { standInOf } from '../identity/dummy-values';
import { wordsOfPlace } from '../place-words';
import type { ReviewInput } from '../review-input';
import { isHiddenAttribute } from '../identity/telling-places';
import { patternsInValue, wordsOfPatterns } from '../patterns/value-patterns';
import type { ValuePlace } from '../held/value-place';

/**
 * Printable runs where no viewer looks: the preamble (PS3.10 7.1), padding, bytes behind the data set, JPEG segments,
 * Data Set Trailing Padding (FFFC,FFFC), and what the file meta information says of who sent the file and of private
 * information (PS3.10 7.1, table 7.1-1). It may identify where it has an echo or the shape of something that leads to a
 * person, and where an AE title is that of a device; all else is a note. A preamble that makes the file a TIFF file too
 * holds no runs, but offsets.
 */
export const hiddenBytesCheck: Check = {
  id: 'hidden-bytes',
  find: (input) => input.values.all.flatMap((held) => findingsOf(held, input)),
};

const HIDDEN_KINDS: ReadonlySet<string> = new Set(['preamble', 'padding', 'trailing', 'jpeg']);
const AE_TITLES: ReadonlySet<number> = new Set([0x00020016, 0x00020017, 0x00020018]);
/** What is no text of the file's own: its kind, its UIDs and the program that wrote it. */
const TECHNICAL_META: ReadonlySet<number> = new Set([0x00020001, 0x00020013]);

/** What toolkits, viewers, archives and tools for de-identification call themselves, and titles of nobody. */
const KNOWN_AE_TITLE =
  /^(?:any|any[-_]?sc[pu]|c?[-_]?(?:store|echo|move|find|get)[-_]?sc[pu]|dcmtk|dcm4che\w*|pynetdicom|pydicom|gdcm\w*|orthanc|conquest\w*|clearcanvas|osirix\w*|horos|weasis|radiant|(?:3d)?slicer|ctp|rsna\w*|mirc\w*|posda|tcia|xnat|kheops|pixelmed\w*|dicom\w*|anon\w*|deid\w*|(?:ae|my|test|local|default)[-_ ]?(?:ae)?[-_ ]?(?:title)?|client|server|archive|pacs|none|unknown|stow\w*|sc[pu])$/i;

function findingsOf(held: HeldValue, input: ReviewInput): readonly Finding[] {
  const { place, text } = held;
  if (!isHidden(place) || text === '' || isAllowedTerm(text, input.options)) return [];
  const { severity, identifying, marks, message } = weigh(held, input);
  return [{ check: 'hidden-bytes', severity, identifying, value: text, marks, message, place: { held } }];
}

function isHidden(place: ValuePlace): boolean {
  if (place.kind !== null) return HIDDEN_KINDS.has(place.kind);
  return isHiddenAttribute(place) && place.vr !== 'UI' && !TECHNICAL_META.has(place.tag);
}

type Weighed = Pick<Finding, 'identifying' | 'marks' | 'message'> & { readonly severity: Severity };

function weigh(held: HeldValue, { identifiers, options }: ReviewInput): Weighed {
  const { place } = held;
  const where = wordsOfPlace(place);
  const echoes = identifiers.echoesIn(held);
  if (echoes.length > 0) {
    const marks = echoes.map(({ range }) => range);
    const message = `${sentence(where)} holds ${wordsOfEchoes(echoes)}.`;
    return { severity: severityOfEchoes(echoes), identifying: true, marks, message };
  }
  const patterns = patternsInValue(held, options).filter(({ isIdentifying }) => isIdentifying);
  if (patterns.length > 0) {
    const marks = patterns.map(({ range }) => range);
    const message = `${sentence(where)} looks as if it holds ${wordsOfPatterns(patterns)}.`;
    return { severity: 'check', identifying: true, marks, message };
  }
  if (AE_TITLES.has(place.tag)) return weighAeTitle(held, options.allowed.includes('retainDeviceIdentity'));
  return { severity: 'note', identifying: false, marks: [], message: `There is readable text in ${where}.` };
}

function weighAeTitle({ place, text }: HeldValue, isAllowed: boolean): Weighed {
  const where = sentence(wordsOfPlace(place));
  if (isAllowed || KNOWN_AE_TITLE.test(text) || standInOf(text, 'AE') !== null) {
    return {
      severity: 'note',
      identifying: false,
      marks: [],
      message: `${where} says what program wrote the file.`,
    };
  }
  const message = `${where} is the name of a device in a network: it may tell in which house the file was made.`;
  return { severity: 'check', identifying: true, marks: [], message };
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
