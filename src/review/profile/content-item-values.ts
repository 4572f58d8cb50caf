/** The attribute that holds the value of a content item, by which its value type is known too (PS3.3 C.17.3). */
const VALUE_TYPES: ReadonlyMap<number, string> = new Map([
  [0x0040a120, 'DATETIME'],
  [0x0040a121, 'DATE'],
  [0x0040a122, 'TIME'],
  [0x0040a123, 'PNAME'],
  [0x0040a124, 'UIDREF'],
  [0x0040a160, 'TEXT'],
]);

/** Unformatted Text Value (0070,0006), of a presentation state or a waveform's annotation. */
export const UNFORMATTED_TEXT_VALUE = 0x00700006;

/** `PNAME` of (0040,A123); undefined where an attribute holds no value of a content item. */
export function contentValueType(tag: number): string | undefined {
  return VALUE_TYPES.get(tag);
}

/** What the check of structured text looks at, and no other check by attribute. */
export function isStructuredText(tag: number): boolean {
  return tag === UNFORMATTED_TEXT_VALUE || VALUE_TYPES.has(tag);
}
