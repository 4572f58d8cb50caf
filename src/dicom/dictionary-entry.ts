/** What PS3.6 says of an attribute, or PS3.15 table E.3.10-1 of a private one, which has no keyword. */
export interface DictionaryEntry {
  /** Several, where other attributes decide, are parted by `/`: `US/SS`. '' for a few retired ones. */
  readonly vr: string;
  /** `1`, `1-n`, `2-2n`, ... */
  readonly vm: string;
  readonly keyword: string;
  readonly name: string;
}
