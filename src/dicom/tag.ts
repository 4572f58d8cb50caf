/** A tag as dicom-parser writes it, the key of an element in a data set: `x00100010`. */
export type TagKey = `x${string}`;

/** `0x00100010` makes `x00100010`. */
export function tagKey(tag: number): TagKey {
  return `x${tag.toString(16).padStart(8, '0')}`;
}

/** `x0010001a` makes `(0010,001A)`. */
export function formatTag(key: string): string {
  return `(${key.slice(1, 5)},${key.slice(5)})`.toUpperCase();
}

/** Of an element at the top of a data set, as a problem names it; null is no element. */
export function tagAndPath(tag: number | null): { readonly tag: string; readonly path: string } {
  if (tag === null) return { tag: '', path: '' };
  const key = tagKey(tag);
  return { tag: formatTag(key), path: key.slice(1).toUpperCase() };
}

/** Group and element as one number: `x00100010` makes 0x00100010. */
export function tagNumber(key: string): number {
  return parseInt(key.slice(1), 16);
}

/** Private elements have odd groups (PS3.5 7.8). */
export function isPrivateTag(tag: number): boolean {
  return (tag & 0x10000) !== 0;
}

/** (gggg,0010-00FF) of an odd group names the owner of a block of that group (PS3.5 7.8.1). */
export function isPrivateCreator(tag: number): boolean {
  const element = tag & 0xffff;
  return isPrivateTag(tag) && element >= 0x10 && element <= 0xff;
}
