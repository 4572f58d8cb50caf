/** Something that a picture says of itself, beside what it shows. */
export interface MetadataField {
  /** `Artist`, `Camera serial number`; of what has no name here, where it stands: `EXIF A433`, `dc:rights`. */
  readonly name: string;
  readonly value: string;
}

/** What a field tells about: who, where, which device, when; or anything, in words. */
export type FieldMeaning = 'person' | 'place' | 'device' | 'date' | 'words' | 'technical';

/** The first that fits holds. Names come from EXIF, IPTC, XMP, and from properties of documents. */
const MEANINGS: readonly (readonly [FieldMeaning, RegExp])[] = [
  ['technical', /tool|software|\b(make|model|producer)\b/i],
  ['place', /\b(position|gps\w*|city|sublocation|location\w*|province|state|country\w*|region)\b/i],
  ['device', /serial|\bunique id\b|\bhost computer\b/i],
  [
    'person',
    /\b(artist|photographer|author\w*|\w*creator|\w*owner\w*|by-line|writer|contact|person\w*|\w*modifiedby|\w*email\w*|mwg-rs:name)\b/i,
  ],
  ['date', /date|\b(taken|digitized|changed)\b/i],
  [
    'words',
    /\b(description|title|subject|\w*comments?|caption|keywords?|headline|label|instructions|page|document|copyright|rights|credit)\b/i,
  ],
];

export function meaningOfField(name: string): FieldMeaning {
  return MEANINGS.find(([, pattern]) => pattern.test(name))?.[0] ?? 'technical';
}

/** `Artist: Richard Roe` */
export function formatField({ name, value }: MetadataField): string {
  return `${name}: ${value}`;
}

/** The name in what `formatField` made. */
export function nameInField(text: string): string {
  return /^(.*?): /s.exec(text)?.[1] ?? '';
}
