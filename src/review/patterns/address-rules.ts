import type { PatternRule, PatternRules } from './text-pattern';

const NAME = "\\p{Lu}[\\p{L}'’.-]{0,40}";
const NUMBER = '\\d{1,5} ?[A-Za-z]?';

/** Words for a street before its name, with or without `of the`; then a number stands before or behind. */
const STREET_BEFORE =
  '(?:[Rr]ue|RUE|[Aa]venue|[Bb]oulevard|[Cc]hemin|[Aa]llée|[Ii]mpasse|[Qq]uai|[Rr]oute d(?:e|u|es)|[Cc]alle|[Aa]venida|[Aa]vda\\.?|[Pp]aseo|[Cc]amino|[Pp]laza|Via|Viale|[Pp]iazza|[Cc]orso|[Ll]argo|[Rr]ua|[Tt]ravessa|[Pp]raça|ul\\.)';
const OF_THE = "(?: (?:de|du|des|del|della|delle|dei|da|do|dos|das|la|le|les|los|las|el|l['’]|d['’]))*";
/** Words for a street that its name ends in. */
const STREET_END =
  '(?:straße|strasse|strase|str\\.|weg|platz|allee|gasse|ufer|damm|chaussee|steig|straat|laan|plein|gracht|kade|dijk|singel|gatan|vägen|gränd|gata|veien|vegen|vei|vej|gade|allé|stræde|katu|tie|kuja)';

/** In any of the words for a street. */
const HINTS =
  's?tr(?:eet|asse|aße|aat|\\.)|road|\\brd|ave|lane|\\bln|drive|\\bdr|boul|blvd|court|\\bct|place|terrace|close|\\bway|cresc|square|highway|hwy|parkw|pkwy|\\brow|grove|garden|mews|circle|trail|rue|chemin|allée|impasse|quai|route|calle|avda|paseo|camino|plaza|\\bvia|piazza|corso|largo|rua|travessa|praça|\\bul\\.|weg|platz|allee|gasse|ufer|damm|chaussee|steig|laan|plein|gracht|kade|dijk|singel|gata|vägen|gränd|veien|vegen|vei|vej|gade|allé|stræde|katu|tie|kuja|box|postfach|apartado|postale|\\bst\\b';

/** Streets with a house's number, in the order and the words of several languages. */
export const ADDRESS_RULES: PatternRules = {
  hint: new RegExp(HINTS, 'i'),
  rules: [
    street(
      `${NUMBER} (?:${NAME} ){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Terrace|Close|Way|Crescent|Square|Highway|Hwy|Parkway|Pkwy|Row|Grove|Gardens|Mews|Circle|Trail)(?![\\p{L}\\p{N}])\\.?(?: \\d{1,4}(?![\\p{L}\\p{N}]))?`,
    ),
    street(`${NUMBER},? ${STREET_BEFORE}${OF_THE} ?${NAME}(?: ${NAME})*`),
    street(`${STREET_BEFORE}${OF_THE} ?${NAME}(?: ${NAME}){0,3},? (?:n[.º°]? ?)?${NUMBER}(?!\\p{L})`),
    street(
      `(?:\\p{Lu}[\\p{L}-]{0,40}${STREET_END}|\\p{Lu}\\p{L}+ (?:Straße|Strasse|Str\\.|Weg|Platz|Allee|Gasse)) ${NUMBER}(?![\\p{L}\\p{N}])`,
    ),
    street(
      `\\d{1,4} ?[a-z]?,? \\p{Lu}[\\p{L}-]{0,40}(?:straße|strasse|str\\.|weg|platz|allee|gasse|damm|chaussee|straat|laan|gracht|gatan|vägen|veien|katu)(?!\\p{L})`,
    ),
    {
      words: 'a postal address',
      pattern: /(?<!\p{L})(?:P\. ?O\. ?Box|PO Box|Postfach|Apartado|Boîte Postale) \d{2,}/giu,
    },
  ],
};

function street(source: string): PatternRule {
  return { words: 'a street address', pattern: new RegExp(`(?<![\\p{L}\\p{N}])${source}`, 'gu') };
}
